import type { XiaomiApp } from '../credentials.ts';
import type { XiaomiState } from './state.ts';

/** A message channel of an app as Xiaomi knows it. */
export interface AppChannel {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'public' | 'private';
  /** Sound registered with the channel; empty = none. */
  readonly soundUrl: string;
  readonly notifyType: string;
}

/** Channels of the credentials and those made through the interface, without the discarded ones. */
export function appChannels(app: XiaomiApp, state: XiaomiState): readonly AppChannel[] {
  const discarded = (id: string): boolean => state.discardedChannels.includes(`${app.appId}/${id}`);
  const added = state.addedChannels.filter((channel) => channel.appId === app.appId);
  const isAdded = (id: string): boolean => added.some((channel) => channel.id === id);
  const own = app.channels.filter((channel) => !isAdded(channel.id));
  return [
    ...own.map((channel) => ({ ...channel, description: '', soundUrl: '', notifyType: '' })),
    ...added.map(({ id, name, description, soundUrl, notifyType }) => ({
      id,
      name,
      description,
      soundUrl,
      notifyType,
      // A channel made through the interface is public until Xiaomi approves it as private.
      kind: app.channels.find((channel) => channel.id === id)?.kind ?? ('public' as const),
    })),
  ].filter((channel) => !discarded(channel.id));
}

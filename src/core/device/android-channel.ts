import type { TraceParams, TraceStep } from '../trace/types.ts';
import { androidStep } from './android-rules.ts';
import type { SoundWish } from './android-sound.ts';
import type { AndroidChannel, AndroidMemory, Device, Importance } from './types.ts';

/** The importance of a channel that does not say its own. */
export const DEFAULT_IMPORTANCE: Importance = 3;

/** The notification channel through which the drawing service posts, as it would create it now. */
export interface ChannelWish extends SoundWish {
  readonly id: string;
  /** As the phone's settings show it. */
  readonly name: string;
  readonly importance: Importance;
}

/** A channel as the phone has it; every value is there. */
export type KnownChannel = Required<AndroidChannel>;

const EMPTY: AndroidMemory = { seenKeys: [], lastAlertAt: null, channels: {} };

/** What the phone remembers between pushes. */
export const memoryOf = (device: Device): AndroidMemory => device.android ?? EMPTY;

/** The channel with this id; undefined when the app has none. */
export function findChannel(memory: AndroidMemory, id: string): KnownChannel | undefined {
  const found = Object.hasOwn(memory.channels, id) ? memory.channels[id] : undefined;
  return found && { ...found, importance: found.importance ?? DEFAULT_IMPORTANCE };
}

const paramsOf = (id: string, { importance, sound, vibrate }: KnownChannel): TraceParams => ({
  id,
  importance,
  sound: sound ?? null,
  vibrate,
});

const agrees = (known: KnownChannel, wish: ChannelWish): boolean =>
  known.importance === wish.importance && known.sound === wish.sound && known.vibrate === wish.vibrate;

export interface UsedChannel {
  readonly channel: KnownChannel;
  readonly memory: AndroidMemory;
  readonly step: TraceStep;
}

/** The channel that decides: the one that exists, else the wish, which thereby becomes fixed. */
export function channelFor(wish: ChannelWish, memory: AndroidMemory): UsedChannel {
  const known = findChannel(memory, wish.id);
  if (known) {
    const verdict = agrees(known, wish) ? 'pass' : 'note';
    return { channel: known, memory, step: androidStep('android-channel-kept', verdict, paramsOf(wish.id, known)) };
  }
  const channel: KnownChannel = {
    name: wish.name,
    importance: wish.importance,
    sound: wish.sound,
    vibrate: wish.vibrate,
  };
  return {
    channel,
    memory: { ...memory, channels: { ...memory.channels, [wish.id]: channel } },
    step: androidStep('android-channel-made', 'note', paramsOf(wish.id, channel)),
  };
}

import type { ChannelId } from '../../core/channels/types.ts';
import type { OutcomeState } from '../../core/present/outcome-state.ts';
import type { DeviceView } from '../../core/views.ts';
import type { LastResult } from '../stores/latest.ts';

/** What a phone has to be in to stand on the wall: the result of its last message, or a state of its own. */
export const WALL_STATES = [
  'delivered',
  'silent',
  'waiting',
  'online',
  'not-delivered',
  'nothing',
  'loggedIn',
  'loggedOut',
  'connected',
  'disconnected',
  'running',
  'killed',
] as const satisfies readonly (OutcomeState | string)[];
export type WallState = (typeof WALL_STATES)[number];

export interface WallFilter {
  readonly channel: ChannelId | 'all';
  /** Name of a system, e.g. `iOS`. */
  readonly system: string;
  readonly state: WallState | 'all';
}

export const EVERYTHING: WallFilter = { channel: 'all', system: 'all', state: 'all' };

function isIn(device: DeviceView, last: LastResult | undefined, state: WallState): boolean {
  switch (state) {
    case 'nothing':
      return last === undefined;
    case 'loggedIn':
      return device.session.state === 'loggedIn';
    case 'loggedOut':
      return device.session.state !== 'loggedIn';
    case 'connected':
      return device.online;
    case 'disconnected':
      return !device.online;
    case 'running':
      return device.app.process !== 'killed';
    case 'killed':
      return device.app.process === 'killed';
    default:
      return last?.state === state;
  }
}

/** The phones that the filter lets through, in their order. */
export const filterPhones = (
  devices: readonly DeviceView[],
  results: Readonly<Record<string, LastResult>>,
  { channel, system, state }: WallFilter,
): readonly DeviceView[] =>
  devices.filter(
    (device) =>
      (channel === 'all' || device.channel === channel) &&
      (system === 'all' || device.system.name === system) &&
      (state === 'all' || isIn(device, results[device.id], state)),
  );

/** The systems of these phones, each once. */
export const systemsOf = (devices: readonly DeviceView[]): readonly string[] => [
  ...new Set(devices.map(({ system }) => system.name)),
];

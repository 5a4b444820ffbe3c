import type { ChannelId } from '../../channels/types.ts';
import type { Device } from '../../device/types.ts';
import { makeAccount, makeDecision, makeDevice, makeGroup, makeMessage, makeSettings } from '../../testing/fixtures.ts';
import type { Layer } from '../../trace/types.ts';
import type { DecideInput } from '../decide.ts';
import type { ResolvedField } from '../fields.ts';
import type { Element, MessageOfflinePush, OfflinePushSettings } from '../types.ts';

/** `I` message.ios, `A` message.android, `M` message, `G` global, `D` default. */
const LAYERS: Readonly<Record<string, Layer>> = {
  I: 'message.ios',
  A: 'message.android',
  M: 'message',
  G: 'global',
  D: 'default',
};

/** Value, letter of the winning layer, then what lost as `~value[letter]`. */
export function show(field: ResolvedField<string | boolean | null>): string {
  const letter = (layer: Layer) => Object.keys(LAYERS).find((key) => LAYERS[key] === layer);
  const lost = field.overridden.map((one) => ` ~${one.value}[${letter(one.from)}]`).join('');
  return `${field.value ?? 'none'} [${letter(field.from)}]${lost}`;
}

interface Given {
  readonly push?: MessageOfflinePush;
  readonly global?: Partial<OfflinePushSettings>;
  readonly elements?: readonly Element[];
  readonly nickName?: string | null;
  /** To the group; the value is alice's name card. */
  readonly team?: { readonly card: string | null };
  readonly device?: Partial<Device>;
}

/** Alice writes to Bob, who is offline on a phone of this channel, or to their group. */
export function inputFor(channel: ChannelId, given: Given): DecideInput {
  return makeDecision({
    message: makeMessage({
      ...(given.team !== undefined && { to: { group: 'team' } }),
      ...(given.elements !== undefined && { elements: given.elements }),
      ...(given.push !== undefined && { offlinePush: given.push }),
    }),
    sender: { userId: 'alice', nickName: given.nickName === undefined ? 'Alice' : given.nickName },
    recipient: makeAccount({ settings: makeSettings(given.global) }),
    group: given.team === undefined ? null : makeGroup(given.team.card),
    device: makeDevice(channel, given.device),
  });
}

/** A row of the table: what is set, and which value of each field wins. */
export interface Vector {
  readonly row: number;
  readonly what: string;
  readonly channels: readonly ChannelId[];
  readonly given: Given;
  readonly title: string;
  readonly body: string;
  readonly sound: string;
  /** Number sent and layer; `–` where the launcher counts. */
  readonly badge: string;
  readonly ext?: string;
  readonly notes?: readonly string[];
}

export const DEFAULT_TITLE = 'a new message [D]';

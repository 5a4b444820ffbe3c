import type { MessageInput, MessageOfflinePush } from '../../core/im/types.ts';
import type { OutcomeState } from '../../core/present/outcome-state.ts';
import type { DeviceView, OutcomeView } from '../../core/views.ts';
import type { Api, ApiFailure } from '../api/client.ts';
import { resultOf } from '../stores/latest.ts';

/** What is written on the wall: one message, quickly. */
export interface WallMessage {
  readonly from: string;
  readonly title: string;
  readonly text: string;
  /** Push settings that it takes along; the title written here counts before theirs. */
  readonly push: MessageOfflinePush | null;
}

/** `shown`: the phones on the wall; `chosen`: those that are ticked; else the id of a group. */
export type WallTarget = 'shown' | 'chosen' | { readonly group: string };

/** What became of it, phone by phone. */
export interface WallSent {
  readonly outcomes: readonly OutcomeView[];
  /** Phones that nobody is logged in on: no message can be addressed to them. */
  readonly unreachable: readonly string[];
  readonly failure: ApiFailure | null;
}

/** The message as a sender's SDK hands it over; what is left empty is not stated. */
export function messageOf({ from, title, text, push }: WallMessage, to: MessageInput['to']): MessageInput {
  const offlinePush: MessageOfflinePush = { ...push, ...(title.trim() === '' ? {} : { title }) };
  return {
    from,
    to,
    kind: 'chat',
    elements: [{ type: 'text', text }],
    ...(Object.keys(offlinePush).length === 0 ? {} : { offlinePush }),
  };
}

/** Sends it to a group, or to the account on each of the phones, each account once. */
export async function sendToWall(
  api: Pick<Api, 'send'>,
  message: WallMessage,
  to: { readonly group: string } | { readonly devices: readonly DeviceView[] },
): Promise<WallSent> {
  const targets = 'group' in to ? [to] : accountsOf(to.devices).map((userId) => ({ c2c: userId }));
  const unreachable = 'group' in to ? [] : to.devices.filter((one) => accountOf(one) === null).map(({ id }) => id);
  const answers = await Promise.all(targets.map((target) => api.send(messageOf(message, target))));
  return {
    outcomes: answers.flatMap((answer) => (answer.ok ? answer.value.outcomes : [])),
    unreachable,
    failure: answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))[0] ?? null,
  };
}

/** Who was last logged in there: the IM server still knows him after a logout or a kick. */
const accountOf = ({ session }: DeviceView): string | null => session.userId;

const accountsOf = (devices: readonly DeviceView[]): readonly string[] => [
  ...new Set(devices.flatMap((one) => accountOf(one) ?? [])),
];

/** How many phones ended in which state. */
export function countStates(outcomes: readonly OutcomeView[]): ReadonlyMap<OutcomeState, number> {
  const counts = new Map<OutcomeState, number>();
  for (const outcome of outcomes) {
    const { state } = resultOf(outcome);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

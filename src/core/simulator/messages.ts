import type { Device } from '../device/types.ts';
import { recipientsOf } from '../im/recipients.ts';
import type { Account, Message, MessageInput } from '../im/types.ts';
import { validateMessage } from '../im/validate.ts';
import { ok, type Result } from '../result.ts';
import type { MessagePlan, Outcome } from '../simulator-types.ts';
import { accountOf } from './accounts.ts';
import { draftOutcome, type Situation } from './draft.ts';
import { fileOutcome } from './outcomes.ts';
import { now, type State } from './state.ts';
import { createForesight } from './what-if.ts';

/**
 * Decides for every recipient's phones; what is to be pushed comes back with the vendor call to send. A dry run records
 * nothing and says what would come of it.
 */
export function planMessage(state: State, input: MessageInput, dryRun: boolean): Result<MessagePlan> {
  const valid = validateMessage(input, { accounts: state.accounts, groups: state.groups });
  if (!valid.ok) return valid;
  const message: Message = { ...input, id: dryRun ? 'preview' : state.ports.ids.next('m'), at: now(state) };
  const decide = dryRun ? previewer(state) : (situation: Situation) => plan(state, situation);
  const outcomes = recipientsOf(message, valid.value.group).flatMap((userId) =>
    devicesOf(state, userId).map((device) => decide(situationOf(state, message, userId, device))),
  );
  return ok({ message, outcomes });
}

function previewer(state: State): (situation: Situation) => Outcome {
  const foresight = createForesight(state);
  return (situation) => foresight.foresee(situation).outcome;
}

function devicesOf(state: State, userId: string): readonly (Device | null)[] {
  const devices = [...state.devices.values()].filter((device) => device.session.userId === userId);
  return devices.length === 0 ? [null] : devices;
}

/** How things stand for this message on this phone. */
export function situationOf(state: State, message: Message, userId: string, device: Device | null): Situation {
  return {
    message,
    sender: state.accounts.get(message.from) ?? unknownAccount(message.from),
    recipient: accountOf(state, userId) ?? unknownAccount(userId),
    group: 'group' in message.to ? (state.groups.get(message.to.group) ?? null) : null,
    device,
    profile: state.profile,
  };
}

const unknownAccount = (userId: string): Account => ({
  userId,
  nickName: null,
  session: 'never',
  settings: { enabled: true, c2cSound: null, groupSound: null },
  receiveOptions: {},
});

function plan(state: State, situation: Situation): Outcome {
  const { ports, credentials, channels, seq } = state;
  const id = state.outcomes.nextId();
  const facts = { id, seq, dryRun: false, senderNow: ports.clock.now(), ports, credentials, channels };
  const { outcome, sending } = draftOutcome(situation, facts);
  if (sending !== null) {
    state.sendings.set(id, { ...sending, decided: outcome.trace, phase: 'planned', renewed: false });
    if (outcome.badge !== null) countBadge(state, sending.input.device);
  }
  fileOutcome(state, outcome);
  return outcome;
}

/** The IM server's counter goes up with every push that counts; the phone learns the number from the payload. */
function countBadge(state: State, device: Device): void {
  state.devices.set(device.id, { ...device, badgeBase: device.badgeBase + 1 });
}

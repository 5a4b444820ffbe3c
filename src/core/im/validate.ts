import { fail, ok, type Result } from '../result.ts';
import type { Account, Group, MessageInput } from './types.ts';

/** The world that a message is checked against. */
export interface MessageWorld {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly groups: ReadonlyMap<string, Group>;
}

/** The parties of a valid message; `group` is null for a message between two accounts. */
export interface MessageParties {
  readonly sender: Account;
  readonly group: Group | null;
}

/**
 * Checks what the IM server would refuse, after the message's shape has been checked by its schema. Failures:
 * `unknown_account`, `unknown_group`, `receiver_is_sender`, `sender_not_in_group`, `too_many_custom_elements`. Each
 * names what was received and what would fix it.
 */
export function validateMessage(input: MessageInput, world: MessageWorld): Result<MessageParties> {
  const sender = world.accounts.get(input.from);
  if (sender === undefined) return unknownAccount('sender', 'from', input.from, world);
  const customs = input.elements.filter((element) => element.type === 'custom').length;
  if (customs > 1) {
    return fail(
      'too_many_custom_elements',
      `The message has ${customs} custom elements; a message holds at most one. Send the others as messages of their own.`,
      { field: 'elements', received: customs, allowed: 1 },
    );
  }
  return 'c2c' in input.to ? checkPeer(sender, input.to.c2c, world) : checkGroup(sender, input.to.group, world);
}

function checkPeer(sender: Account, receiver: string, world: MessageWorld): Result<MessageParties> {
  if (!world.accounts.has(receiver)) return unknownAccount('receiver', 'to.c2c', receiver, world);
  if (receiver === sender.userId) {
    return fail(
      'receiver_is_sender',
      `"${receiver}" is sender and receiver. The sender's own devices get a message by sync and never a push for it; choose another account.`,
      { field: 'to.c2c', received: receiver },
    );
  }
  return ok({ sender, group: null });
}

function checkGroup(sender: Account, groupId: string, world: MessageWorld): Result<MessageParties> {
  const group = world.groups.get(groupId);
  if (group === undefined) {
    return fail(
      'unknown_group',
      `There is no group "${groupId}". Groups: ${listed(world.groups.keys())}. Use one of them or create it first.`,
      { field: 'to.group', received: groupId },
    );
  }
  if (!group.members.some((member) => member.userId === sender.userId)) {
    return fail(
      'sender_not_in_group',
      `"${sender.userId}" is not a member of the group "${groupId}", and the IM server takes a group message from members only (error 10007). Add the sender to the group or send as one of its members: ${listed(group.members.map((member) => member.userId))}.`,
      { field: 'from', received: sender.userId, imErrorCode: 10007 },
    );
  }
  return ok({ sender, group });
}

function unknownAccount(role: string, field: string, received: string, world: MessageWorld) {
  return fail(
    'unknown_account',
    `The ${role} "${received}" has no account. Accounts: ${listed(world.accounts.keys())}. Use one of them or create it first: PUT /accounts/${received}.`,
    { field, received },
  );
}

/** Names for an error message, not all of a large workspace. */
function listed(names: Iterable<string>): string {
  const all = [...names];
  if (all.length === 0) return 'none';
  const shown = all.slice(0, 10).join(', ');
  return all.length > 10 ? `${shown} and ${all.length - 10} more` : shown;
}

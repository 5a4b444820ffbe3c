import { fail, ok, type Result } from '../result.ts';
import type { LocalText } from '../trace/types.ts';
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
  if (sender === undefined) return unknownAccount(SENDER, 'from', input.from, world);
  const customs = input.elements.filter((element) => element.type === 'custom').length;
  if (customs > 1) {
    return fail(
      'too_many_custom_elements',
      {
        en: `The message has ${customs} custom elements; a message holds at most one. Send the others as messages of their own.`,
        zh: `消息里有 ${customs} 个自定义元素，而一条消息最多只能有一个。请把其余的分开发送。`,
      },
      { field: 'elements', received: customs, allowed: 1 },
    );
  }
  return 'c2c' in input.to ? checkPeer(sender, input.to.c2c, world) : checkGroup(sender, input.to.group, world);
}

function checkPeer(sender: Account, receiver: string, world: MessageWorld): Result<MessageParties> {
  if (!world.accounts.has(receiver)) return unknownAccount(RECEIVER, 'to.c2c', receiver, world);
  if (receiver === sender.userId) {
    return fail(
      'receiver_is_sender',
      {
        en: `"${receiver}" is sender and receiver. The sender's own devices get a message by sync and never a push for it; choose another account.`,
        zh: `“${receiver}”既是发送者又是接收者。发送者自己的设备靠同步收到消息，从不会为它收到推送；请换一个账号。`,
      },
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
      {
        en: `There is no group "${groupId}". Groups: ${listed(world.groups.keys()).en}. Use one of them or create it first.`,
        zh: `没有群组“${groupId}”。现有群组：${listed(world.groups.keys()).zh}。请从中选择，或先创建它。`,
      },
      { field: 'to.group', received: groupId },
    );
  }
  if (!group.members.some((member) => member.userId === sender.userId)) {
    const members = listed(group.members.map((member) => member.userId));
    return fail(
      'sender_not_in_group',
      {
        en: `"${sender.userId}" is not a member of the group "${groupId}", and the IM server takes a group message from members only (error 10007). Add the sender to the group or send as one of its members: ${members.en}.`,
        zh: `“${sender.userId}”不是群组“${groupId}”的成员，而 IM 服务器只接受成员发的群消息（错误码 10007）。请先把发送者加入群组，或换用它的成员发送：${members.zh}。`,
      },
      { field: 'from', received: sender.userId, imErrorCode: 10007 },
    );
  }
  return ok({ sender, group });
}

const SENDER: LocalText = { en: 'sender', zh: '发送者' };
const RECEIVER: LocalText = { en: 'receiver', zh: '接收者' };

function unknownAccount(role: LocalText, field: string, received: string, world: MessageWorld) {
  const accounts = listed(world.accounts.keys());
  return fail(
    'unknown_account',
    {
      en: `The ${role.en} "${received}" has no account. Accounts: ${accounts.en}. Use one of them or create it first: PUT /accounts/${received}.`,
      zh: `${role.zh}“${received}”没有账号。现有账号：${accounts.zh}。请从中选择，或先创建它：PUT /accounts/${received}。`,
    },
    { field, received },
  );
}

/** Names for an error message, not all of a large workspace. */
function listed(names: Iterable<string>): LocalText {
  const all = [...names];
  if (all.length === 0) return { en: 'none', zh: '无' };
  const [en, zh] = [all.slice(0, 10).join(', '), all.slice(0, 10).join('、')];
  const more = all.length - 10;
  return more > 0 ? { en: `${en} and ${more} more`, zh: `${zh} 等，另有 ${more} 个` } : { en, zh };
}

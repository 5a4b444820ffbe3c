import type { Device, PushTarget } from '../device/types.ts';
import type { Group, Message, MessageInput } from './types.ts';

/**
 * The accounts that a message goes to: the peer, or the group's members without the sender, whose own devices get
 * the message by sync and never a notification for it.
 */
export function recipientsOf(message: Pick<MessageInput, 'from' | 'to'>, group: Group | null): readonly string[] {
  if ('c2c' in message.to) return [message.to.c2c];
  return (group?.members ?? []).map((member) => member.userId).filter((userId) => userId !== message.from);
}

/** The app on this device holds a connection to the IM server for this account. */
export function isConnected(device: Device, userId: string): boolean {
  return (
    device.online &&
    device.app.process !== 'killed' &&
    device.session.state === 'loggedIn' &&
    device.session.userId === userId
  );
}

/** Does the message itself reach the account's running apps, whatever is decided about a push? */
export function reachesRunningApp(
  message: Message | MessageInput,
  userId: string,
  group: Group | null,
  option: string | undefined,
): boolean {
  if ('c2c' in message.to) return true;
  return option !== 'notReceive' && isMember(group, userId);
}

export const isMember = (group: Group | null, userId: string): boolean =>
  group?.members.some((member) => member.userId === userId) === true;

/**
 * The registration that the IM server would push to. It keeps the last token the app uploaded, also one that the
 * vendor has since declared dead: the IM server learns of that only from the vendor's refusal.
 */
export function uploadedTarget(device: Device): PushTarget | undefined {
  let last: PushTarget | undefined;
  for (const target of device.targets) {
    // Only alert registrations: a VoIP token has a topic of its own.
    if (target.topic !== device.app.name) continue;
    if (target.state === 'active') return target;
    last = target;
  }
  return last;
}

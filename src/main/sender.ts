import { isAppUrl } from './scheme.ts';

/** What of an IPC sender decides whether it is heard. */
export interface Sender {
  /** Address of the frame that sent the message; nothing when the frame is gone already. */
  readonly url: string | undefined;
  readonly isMainFrame: boolean;
}

/** @returns why the sender is refused, or nothing when it is our page in its main frame */
export function refuseSender(sender: Sender): string | undefined {
  if (sender.url === undefined) return 'The frame that sent the message is gone.';
  if (!isAppUrl(sender.url)) return `Messages are taken from the page only, not from ${sender.url}.`;
  if (!sender.isMainFrame) return 'Messages are taken from the main frame only.';
  return undefined;
}

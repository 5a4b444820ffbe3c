import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { refuseSender } from './sender.ts';

type Handle = Pick<IpcMain, 'handle'>;

/**
 * Registers one verb of the bridge. Two checks come before the work: that our own page asks, and that what it sends has the
 * form it should have; the page runs in a sandbox and is not trusted beyond it.
 * @throws (to the caller in the page) with the reason, when either check fails
 */
export function handleVerb<Schema extends z.ZodType, Answer>(
  ipc: Handle,
  channel: string,
  schema: Schema,
  work: (payload: z.output<Schema>, event: IpcMainInvokeEvent) => Answer | Promise<Answer>,
): void {
  ipc.handle(channel, async (event, ...args: unknown[]) => {
    const frame = event.senderFrame;
    const refusal = refuseSender({ url: frame?.url, isMainFrame: frame !== null && frame.parent === null });
    if (refusal) throw new Error(refusal);
    const payload = schema.safeParse(args[0]);
    if (!payload.success) {
      const [issue] = payload.error.issues;
      const where = issue?.path.join('.') || 'value';
      throw new Error(`${channel}: ${where}: ${issue?.message ?? 'not as expected'}`);
    }
    return work(payload.data, event);
  });
}

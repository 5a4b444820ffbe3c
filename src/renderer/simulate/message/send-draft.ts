import type { Services } from '../../stores/services.ts';

/** Sends the draft, unless its JSON has problems or one is on its way. */
export async function sendDraft({ draft, why }: Services): Promise<void> {
  const { message, problems } = draft.getState();
  if (problems.length > 0) return;
  await why.getState().send(message);
}

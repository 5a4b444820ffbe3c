// A sender as its users write it: nothing in it knows of Pushpit.
import { cert, initializeApp } from 'firebase-admin/app';
import { getMessaging } from 'firebase-admin/messaging';
import { finish, readJob } from './input.ts';

export interface FirebaseJob {
  readonly serviceAccountFile: string;
  readonly token: string;
  readonly batch: number;
}

export interface FirebaseResult {
  readonly sent: string;
  readonly dryRun: string;
  readonly bad: string;
  readonly subscribed: number;
  readonly each: readonly (string | null)[];
  readonly failures: readonly string[];
}

const job = await readJob<FirebaseJob>();
initializeApp({ credential: cert(job.serviceAccountFile) });
const messaging = getMessaging();
const { token } = job;
const sent = await messaging.send({ token, notification: { title: 'One', body: 'by send' } });
const dryRun = await messaging.send({ token, notification: { title: 'None', body: 'dry' } }, true);
const bad = await messaging.send({ token: 'no such token', notification: { title: 'x' } }).then(
  () => 'accepted',
  (error: { code?: string }) => error.code ?? 'no code',
);
const { successCount } = await messaging.subscribeToTopic([token], 'news');
const messages = Array.from({ length: job.batch }, (_, i) => ({
  token,
  notification: { title: `Each ${i}`, body: 'by sendEach' },
}));
const batch = await messaging.sendEach(messages);
const result: FirebaseResult = {
  sent,
  dryRun,
  bad,
  subscribed: successCount,
  each: batch.responses.map((one) => one.messageId ?? null),
  failures: batch.responses.flatMap((one) =>
    one.error === undefined ? [] : [`${one.error.code}: ${one.error.message}`],
  ),
};
finish(result);

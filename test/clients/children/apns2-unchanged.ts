// A sender as its users write it: nothing in it knows of Pushpit, and its library fixes host and port.
import { readFile } from 'node:fs/promises';
import { ApnsClient, type ApnsError, Notification } from 'apns2';
import { finish, readJob } from './input.ts';

export interface Apns2Job {
  readonly team: string;
  readonly keyId: string;
  readonly keyFile: string;
  readonly topic: string;
  readonly tokens: readonly string[];
}

/** For each token null, or the reason of the refusal. */
export type Apns2Result = readonly (string | null)[];

const { team, keyId, keyFile, topic, tokens } = await readJob<Apns2Job>();
const client = new ApnsClient({ team, keyId, signingKey: await readFile(keyFile, 'utf8'), defaultTopic: topic });
const results: (string | null)[] = [];
for (const token of tokens) {
  const sent = client.send(new Notification(token, { alert: { title: 'Two', body: 'by apns2' } }));
  results.push(
    await sent.then(
      () => null,
      (error: ApnsError) => error.reason,
    ),
  );
}
finish(results satisfies Apns2Result);

// One alert for each job, through apns2 or hapns; neither is told of Pushpit but by the base address that hapns has.
import { readFileSync } from 'node:fs';
import { ApnsClient, type ApnsError, Notification } from 'apns2';
import { TokenConnector } from 'hapns/connectors/token';
import { AlertNotification } from 'hapns/notifications/AlertNotification';
import { send } from 'hapns/send';
import { answerLines, earlier } from './lines.ts';

/** What both are made with. */
export interface SenderSettings {
  readonly keyFile: string;
  readonly keyId: string;
  readonly teamId: string;
  /** hapns only. */
  readonly baseUrl?: string;
}

export interface ApnsJob {
  readonly settings: SenderSettings;
  /** The client of the job before is gone, and another one takes over. */
  readonly anew: boolean;
  /** By how much the sender's clock is behind while the job is begun. */
  readonly agoMs: number;
  readonly target: string;
  readonly title: string;
  readonly body: string;
}

/** Null, or what the client throws. */
export type ApnsAnswer = { readonly name: string; readonly reason: string | null } | null;

type Send = (job: ApnsJob) => Promise<unknown>;

const MAKERS: Readonly<Record<string, (settings: SenderSettings) => Send>> = {
  apns2({ keyFile, keyId, teamId }) {
    const signingKey = readFileSync(keyFile, 'utf8');
    const client = new ApnsClient({ team: teamId, keyId, signingKey, defaultTopic: 'com.example.app' });
    return ({ target, title, body }) => client.send(new Notification(target, { alert: { title, body } }));
  },
  hapns({ keyFile, keyId, teamId, baseUrl = '' }) {
    const connector = TokenConnector({ key: readFileSync(keyFile), keyId, teamIdentifier: teamId });
    return ({ target, title, body }) => {
      const note = AlertNotification('com.example.app', { payload: { alert: { title, body } } });
      return send(connector, note, { requestPath: `/3/device/${target}`, getBaseUrl: () => baseUrl });
    };
  },
};

const make = MAKERS[process.argv[2] ?? ''];
if (make === undefined) throw new Error(`no sender ${process.argv[2]}`);
let current: Send | undefined;
await answerLines<ApnsJob>(async (job) => {
  if (current === undefined || job.anew) current = make(job.settings);
  const through = current;
  return earlier(job.agoMs, () => through(job)).then(
    () => null,
    ({ name, reason }: ApnsError): ApnsAnswer => ({ name, reason: reason ?? null }),
  );
});

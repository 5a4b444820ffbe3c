import { readFile } from 'node:fs/promises';
import { TokenConnector } from 'hapns/connectors/token';
import { AlertNotification } from 'hapns/notifications/AlertNotification';
import { send } from 'hapns/send';
import { finish, readJob } from './input.ts';

export interface HapnsJob {
  readonly keyFile: string;
  readonly keyId: string;
  readonly teamId: string;
  readonly baseUrl: string;
  readonly pushes: readonly {
    readonly topic: string;
    readonly token: string;
    readonly payload: Parameters<typeof AlertNotification>[1]['payload'];
    readonly apnsId?: string;
  }[];
}

export type HapnsResult =
  | { readonly apnsId: string; readonly apnsUniqueId?: string }
  | { readonly error: string; readonly status: number | null; readonly apnsId: string | null };

const job = await readJob<HapnsJob>();
const connector = TokenConnector({
  key: await readFile(job.keyFile),
  keyId: job.keyId,
  teamIdentifier: job.teamId,
});
const results: HapnsResult[] = [];
for (const { topic, token, payload, apnsId } of job.pushes) {
  const target = { requestPath: `/3/device/${token}`, getBaseUrl: () => job.baseUrl };
  const notification = AlertNotification(topic, payload === undefined ? {} : { payload });
  results.push(
    await send(connector, notification, target, apnsId === undefined ? {} : { apnsId }).then(
      (sent) => sent as HapnsResult,
      describe,
    ),
  );
}
finish(results);

function describe(error: Error & { statusCode?: number; apnsId?: string }): HapnsResult {
  return { error: error.name, status: error.statusCode ?? null, apnsId: error.apnsId ?? null };
}

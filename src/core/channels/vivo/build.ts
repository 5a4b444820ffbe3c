import type { TraceStep } from '../../trace/types.ts';
import type { VivoApp } from '../credentials.ts';
import type { AccessToken, Authorization, BuildInput, VendorCall } from '../types.ts';
import { signatureOf, TOKEN_MS } from './auth.ts';
import { vivoDefinition } from './definition.ts';
import { AUTH_PATH } from './endpoints.ts';
import { CONTENT_LIMIT, ERA_LIMITS, TITLE_LIMIT } from './limits.ts';
import { readAnswerBody } from './read-answer.ts';
import { channelStep } from './steps.ts';

/** Seconds that IM keeps an offline message. */
const LIFE = 7 * 86_400;

const HOST = vivoDefinition.hosts[0] ?? 'api-push.vivo.com.cn';
const TYPE = ['content-type', 'application/json;charset=UTF-8'] as const;

const call = (path: string, headers: VendorCall['headers'], body: object, trace: readonly TraceStep[]): VendorCall => ({
  channel: 'vivo',
  protocol: 'http/1.1',
  method: 'POST',
  host: HOST,
  path,
  headers: [...headers, TYPE],
  body: JSON.stringify(body),
  trace,
});

const appOf = (apps: readonly VivoApp[], packageName: string): VivoApp | undefined =>
  apps.find((item) => item.packageName === packageName);

const noApp = (packageName: string): TraceStep => channelStep('vivo-build-no-app', 'note', { package: packageName });

/** How vivo counts is not how IM does: these are UTF-16 units, as Tencent states its limits. */
function tooLong(name: string, text: string, limit: number): readonly TraceStep[] {
  return text.length > limit ? [channelStep('vivo-build-length', 'note', { name, received: text.length, limit })] : [];
}

/**
 * The request that Tencent IM's server sends for one decision. Tencent does not publish it: the fields follow from
 * vivo's interface, from the defaults Tencent names, and from where apps read them, and the trace says so.
 */
export function build(input: BuildInput): VendorCall {
  const { fields, target, message, credentials, ports, profile } = input;
  const { maximum } = ERA_LIMITS[profile.vivo.era].life;
  const life = Math.min(LIFE, maximum);
  const title = (fields.title.value ?? '').toWellFormed();
  const content = fields.body.value.toWellFormed();
  const ext = fields.ext.value?.toWellFormed() ?? '';
  const body = {
    regId: target.token,
    notifyType: 4,
    title,
    content,
    timeToLive: life,
    skipType: 1,
    networkType: -1,
    classification: 1,
    ...(ext === '' ? {} : { clientCustomMap: { ext } }),
    // One for each message and phone, and the same when it is built again.
    requestId: ports.crypto.md5Hex(`${message.id} ${target.token}`),
  };
  const trace = [
    ...(ext === '' ? [] : [channelStep('vivo-build-ext', 'note')]),
    life < LIFE
      ? channelStep('vivo-build-life-cut', 'note', { value: life, life: LIFE })
      : channelStep('vivo-build-life', 'note', { value: life }),
    channelStep('vivo-build-class', 'note'),
    ...tooLong('title', title, TITLE_LIMIT),
    ...tooLong('content', content, CONTENT_LIMIT),
    ...(appOf(credentials.vivo.apps, target.app) ? [] : [noApp(target.app)]),
  ];
  return call('/message/send', [['authtoken', input.accessToken ?? '']], body, trace);
}

const NO_APP: VivoApp = { appId: '', appKey: '', appSecret: '', packageName: '', blacklisted: false, receipts: [] };

/** How the IM side gets a token: signed with MD5, good for a day. */
export const authorization: Authorization = {
  build({ app, senderNow: now, ports, credentials }) {
    const known = appOf(credentials.vivo.apps, app);
    const { appId, appKey } = known ?? NO_APP;
    const timestamp = Math.trunc(now);
    const sign = signatureOf(ports.crypto.md5Hex, known ?? NO_APP, String(timestamp));
    return call(AUTH_PATH, [], { appId, appKey, timestamp, sign }, known ? [] : [noApp(app)]);
  },
  read(status, body, now): AccessToken | null {
    const answer = readAnswerBody(status, body);
    const value = answer?.code === 0 ? answer.body.authToken : undefined;
    return typeof value === 'string' && value !== '' ? { value, expiresAt: now + TOKEN_MS } : null;
  },
  isRefusal: (status, body) => readAnswerBody(status, body)?.code === 10000,
};

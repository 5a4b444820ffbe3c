import type { TraceStep } from '../../trace/types.ts';
import type { HuaweiApp } from '../credentials.ts';
import { CHINA_OFFSET_MS } from '../kit/china.ts';
import type { Authorization, AuthorizationInput, BuildInput, VendorCall } from '../types.ts';
import { LOGIN_HOST, OLD_HOST, TTL_MAX_S } from './definition.ts';
import { parseAnswer } from './read-answer.ts';
import { channelStep } from './steps.ts';

/** How long IM keeps an offline message. */
const LIFE_MS = Math.min(7 * 86_400, TTL_MAX_S) * 1000;
const TYPE = ['content-type', 'application/x-www-form-urlencoded;charset=utf-8'] as const;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
const encodeForm = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

/** `YYYY-MM-DDTHH:mm` in China, where the old interface reads a time without offset. */
const minuteInChina = (ms: number): string => new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 16);

const appOf = ({ credentials }: AuthorizationInput | BuildInput, app: string) =>
  credentials.huawei.apps.find(({ packageName }) => packageName === app);

/** What the console's certificate says of taps; without a word the app opens. */
function actionOf({ target }: BuildInput, app: HuaweiApp | undefined): object {
  const click = app?.certificate?.click;
  if (click?.kind === 'page') return { type: 1, param: { intent: click.target } };
  if (click?.kind === 'web') return { type: 2, param: { url: click.target } };
  return { type: 3, param: { appPkgName: target.app } };
}

/** Things beside the message: ext for the app, and a badge when the certificate names the launcher activity. */
function extOf({ fields }: BuildInput, app: HuaweiApp | undefined): object | null {
  const ext = fields.ext.value;
  const badgeClass = app?.certificate?.badgeClass ?? null;
  if (!ext && badgeClass === null) return null;
  return {
    ...(badgeClass === null ? {} : { badgeAddNum: '1', badgeClass }),
    ...(ext ? { customize: [{ ext }] } : {}),
  };
}

function payloadOf(input: BuildInput, app: HuaweiApp | undefined): object {
  const { fields } = input;
  const body = { title: fields.title.value ?? '', content: fields.body.value };
  const ext = extOf(input, app);
  return { hps: { msg: { type: 3, body, action: actionOf(input, app) }, ...(ext === null ? {} : { ext }) } };
}

function notesOf({ fields, target }: BuildInput, app: HuaweiApp | undefined): readonly TraceStep[] {
  const click = app?.certificate?.click ?? null;
  const badgeClass = app?.certificate?.badgeClass ?? null;
  return [
    channelStep('huawei-build-interface', 'note'),
    ...(fields.ext.value ? [channelStep('huawei-build-ext', 'note')] : []),
    channelStep('huawei-build-life', 'note'),
    click === null
      ? channelStep('huawei-build-action', 'note')
      : channelStep('huawei-build-click', 'note', { target: click.target }),
    ...(click?.kind === 'web' && fields.ext.value ? [channelStep('huawei-build-web-ext', 'note')] : []),
    badgeClass === null
      ? channelStep('huawei-build-badge', 'note')
      : channelStep('huawei-build-badge-class', 'note', { class: badgeClass }),
    ...(app === undefined ? [channelStep('huawei-build-no-app', 'note', { package: target.app })] : []),
  ];
}

/**
 * The request that Tencent IM's server sends for one decision: the old interface, which belongs to the client SDK that
 * the specification names. Tencent does not publish it: the placements are inferred, and the trace says so.
 */
export function build(input: BuildInput): VendorCall {
  const { target, senderNow, accessToken } = input;
  const app = appOf(input, target.app);
  const context = JSON.stringify({ ver: '1', appId: app?.appId ?? '' });
  return {
    channel: 'huawei',
    protocol: 'http/1.1',
    method: 'POST',
    host: OLD_HOST,
    path: `/pushsend.do?nsp_ctx=${encode(context)}`,
    headers: [TYPE],
    body: encodeForm([
      ['access_token', accessToken ?? ''],
      ['nsp_svc', 'openpush.message.api.send'],
      ['nsp_ts', String(Math.floor(senderNow / 1000))],
      ['device_token_list', JSON.stringify([target.token])],
      ['expire_time', minuteInChina(senderNow + LIFE_MS)],
      ['payload', JSON.stringify(payloadOf(input, app))],
    ]),
    trace: notesOf(input, app),
  };
}

const MARGIN_MS = 5 * 60_000;

/** How the IM side gets its access token: the app's id and secret, an hour at most, renewed five minutes before. */
export const authorization: Authorization = {
  build(input: AuthorizationInput): VendorCall {
    const app = appOf(input, input.app);
    return {
      channel: 'huawei',
      protocol: 'http/1.1',
      method: 'POST',
      host: LOGIN_HOST,
      path: '/oauth2/v2/token',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: encodeForm([
        ['grant_type', 'client_credentials'],
        ['client_id', app?.appId ?? ''],
        ['client_secret', app?.appSecret ?? ''],
      ]),
      trace: [channelStep('huawei-build-token', 'note')],
    };
  },
  read(status, body, now) {
    const answer = status === 200 ? parseAnswer(body) : null;
    const token = answer?.access_token;
    const seconds = answer?.expires_in;
    if (typeof token !== 'string' || typeof seconds !== 'number') return null;
    return { value: token, expiresAt: now + Math.max(seconds * 1000 - MARGIN_MS, (seconds * 1000) / 2) };
  },
  isRefusal: (_status, body) => REFUSED.has(String(parseAnswer(body)?.error ?? '')),
};

/** Bodies that go with `NSP_STATUS` 6, 31204 and 102; the header itself does not come here. */
const REFUSED: ReadonlySet<string> = new Set(['session timeout', 'invalid session']);

import type { HuaweiApp } from '../credentials.ts';
import { type Form, header, readForm } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import { jsonAnswer } from './answers.ts';
import type { Call, Refused, Reply } from './call.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CheckRuleId } from './rules.ts';
import { countUp, type HuaweiState } from './state.ts';
import { channelStep } from './steps.ts';
import { issueToken } from './tokens.ts';

const FIVE_MINUTES = 300_000;

const missing = (rule: CheckRuleId, sub: string, name: string): Refusal =>
  refuse(rule, `OAuth 1102/${sub}`, { name, received: '–' }, `missing ${name}`);

const invalid = (rule: CheckRuleId, sub: string, name: string, received: string): Refusal =>
  refuse(rule, `OAuth 1101/${sub}`, { name, received }, `invalid ${name}`);

/** Only a form in the body counts: parameters of the query and of JSON are not seen. */
function formOf({ request }: Call): Form {
  const type = (header(request, 'content-type') ?? '').toLowerCase();
  const isForm = type === '' || type.startsWith('application/x-www-form-urlencoded');
  const query = request.path.indexOf('?');
  const path = query < 0 ? request.path : request.path.slice(0, query);
  return readForm({ ...request, path, ...(isForm ? {} : { body: new Uint8Array(0) }) });
}

function checkClient(form: Form, apps: readonly HuaweiApp[]): HuaweiApp | Refusal {
  const value = (name: string): string | undefined => form.values.get(name)?.[0];
  const grant = value('grant_type');
  if (grant === undefined || grant === '') return missing('huawei-oauth-form', '20181', 'grant_type');
  if (grant !== 'client_credentials') return invalid('huawei-oauth-grant', '20182', 'grant_type', shorten(grant));
  const client = value('client_id');
  if (client === undefined || client === '') return missing('huawei-oauth-client-missing', '20001', 'client_id');
  if (!/^[0-9]{1,64}$/.test(client)) return invalid('huawei-oauth-client-form', '20002', 'client_id', shorten(client));
  const app = apps.find(({ appId }) => appId === client);
  if (app === undefined) return invalid('huawei-oauth-client-known', '20003', 'client_id', client);
  return checkSecret(value('client_secret') ?? '', app) ?? app;
}

// What was sent for a secret stays out of the trace: it may be the right one of another app.
function checkSecret(secret: string, app: HuaweiApp): Refusal | null {
  const received = secret === '' ? '–' : `${secret.length}`;
  const refused = (rule: CheckRuleId, sub: string) => invalid(rule, sub, 'client_secret', received);
  if (secret === '') return refused('huawei-oauth-secret-empty', '20171');
  if (secret !== app.appSecret && !/^[0-9a-zA-Z=/\\+]+$/.test(secret))
    return refused('huawei-oauth-secret-form', '20172');
  return secret === app.appSecret ? null : refused('huawei-oauth-secret', '12304');
}

/** Token calls of a client in five minutes; null while the workspace sets no limit. */
function checkRate(call: Call, app: HuaweiApp): { readonly state: HuaweiState; readonly refusal: Refusal | null } {
  const { tokenCallsPerFiveMinutes: limit, tokenFlowAnswer } = call.context.profile.huawei;
  if (limit <= 0) return { state: call.state, refusal: null };
  const since = Math.floor(call.context.now / FIVE_MINUTES);
  const { count, counts } = countUp(call.state.tokenCalls, app.appId, since);
  const state = { ...call.state, tokenCalls: counts };
  if (count <= limit) return { state, refusal: null };
  const code = tokenFlowAnswer === '6' ? 'OAuth 6' : 'HTTP 503';
  return { state, refusal: refuse('huawei-oauth-rate', code, { limit }, 'flow control') };
}

/** `oauth2/v2/token` and `oauth2/v3/token`: an access token for an app id and its secret. */
export function issue(call: Call): Reply | Refused {
  const { context } = call;
  const app = checkClient(formOf(call), context.credentials.huawei.apps);
  if ('rule' in app) return { refusal: app };
  const rated = checkRate(call, app);
  if (rated.refusal) return { refusal: rated.refusal, state: rated.state, target: app.appId };
  const token = issueToken(context, app);
  const { tokenSeconds, escapedSlashes } = context.profile.huawei;
  const body = JSON.stringify({ access_token: token.value, expires_in: tokenSeconds, token_type: 'Bearer' });
  return {
    response: jsonAnswer(200, escapedSlashes ? body.replaceAll('/', '\\/') : body),
    steps: [channelStep('huawei-oauth-issued', 'pass', { app: app.appId, seconds: tokenSeconds })],
    state: { ...rated.state, newestToken: { ...rated.state.newestToken, [app.appId]: token.serial } },
    target: app.appId,
  };
}

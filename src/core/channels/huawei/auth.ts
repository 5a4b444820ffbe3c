import type { TraceStep } from '../../trace/types.ts';
import type { HuaweiApp, HuaweiCredentials } from '../credentials.ts';
import { header } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import type { Call, Sender } from './call.ts';
import { checkJwt } from './jwt.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { channelStep } from './steps.ts';
import { isEnded, readToken } from './tokens.ts';

const BEARER = /^bearer +(\S.*)$/is;

/** What a trace shows of a credential: enough to see the form, too little to use it. */
const mask = (value: string | undefined): string => (value === undefined ? '–' : shorten(value, 12));

const appsOf = ({ apps }: HuaweiCredentials, projectId: string): readonly HuaweiApp[] =>
  apps.filter((app) => app.projectId === projectId);

/** The apps that a path stands for: one by its id, or all of a project. */
export const appsOfPath = ({ version, pathId, context: { credentials } }: Call): readonly HuaweiApp[] =>
  version === 'v1' ? credentials.huawei.apps.filter((app) => app.appId === pathId) : appsOf(credentials.huawei, pathId);

function senderOf(app: HuaweiApp | undefined, apps: readonly HuaweiApp[]): Sender | null {
  return app === undefined ? null : { app, apps };
}

/** An OAuth token in the header: issued for the app of the path, or for an app of its project. */
function checkToken(value: string, call: Call): Sender | Refusal {
  const { context, state } = call;
  const stray = /[^0-9A-Za-z+/=_-]/.exec(value)?.[0];
  if (stray !== undefined) return refuse('huawei-token-text', '80200003', { received: stray });
  const token = readToken(value, context);
  if (token === null) return refuse('huawei-token-known', '80200001', { received: mask(value) });
  if (token.expiresAt <= context.now)
    return refuse('huawei-token-life', '80200003', { received: new Date(token.expiresAt).toISOString() });
  if (isEnded(token, state, context)) return refuse('huawei-token-ended', '80200003', { app: token.app.appId });
  const apps = appsOfPath(call);
  const sender = apps.some(({ appId }) => appId === token.app.appId) ? senderOf(token.app, apps) : null;
  return (
    sender ?? refuse('huawei-token-app', '80200001', { received: token.app.appId, expected: shorten(call.pathId) })
  );
}

function checkServiceAccount(value: string, call: Call): Sender | Refusal {
  const account = checkJwt(value, call.context);
  if ('rule' in account) return account;
  const apps = appsOfPath(call).filter(({ projectId }) => projectId === account.projectId);
  return (
    senderOf(apps[0], apps) ??
    refuse('huawei-jwt-project', '80200001', { received: account.projectId, expected: shorten(call.pathId) })
  );
}

export interface Admitted {
  readonly sender: Sender;
  readonly steps: readonly TraceStep[];
}

/**
 * Steps 1 to 3 of the order of checks: the header, the token in it, and whether push is switched on.
 * `jwtOnly`: v3 and revoking take no OAuth token.
 */
export function authorize(call: Call, jwtOnly: boolean): Admitted | Refusal {
  const given = header(call.request, 'authorization');
  const value = BEARER.exec(given ?? '')?.[1]?.trim();
  if (value === undefined || value === '') return refuse('huawei-authorization', '80200001', { received: mask(given) });
  const isJwt = value.split('.').length === 3;
  if (jwtOnly && !isJwt) return refuse('huawei-jwt-needed', '80200001', { received: mask(value) });
  const sender = isJwt ? checkServiceAccount(value, call) : checkToken(value, call);
  if (isRefusal(sender)) return sender;
  if (!call.context.profile.huawei.pushEnabled)
    return refuse('huawei-push-enabled', '80300002', { app: sender.app.appId });
  return { sender, steps: [channelStep('huawei-authorization', 'pass', { app: sender.app.appId })] };
}

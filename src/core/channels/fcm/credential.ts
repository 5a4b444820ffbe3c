import type { TraceStep } from '../../trace/types.ts';
import type { Credentials, FcmProject, FcmServiceAccount } from '../credentials.ts';
import { header } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext } from '../types.ts';
import { type AccessGrant, readAccessToken } from './access-token.ts';
import { type Call, queryValue } from './call.ts';
import {
  badCredential,
  expiredCredential,
  narrowScope,
  noCredential,
  noPermission,
  unknownProject,
} from './errors-auth.ts';
import { type Refusal, refuse } from './refusal.ts';
import { channelStep } from './steps.ts';

/** Who calls, with the checks that showed it. */
export interface Caller {
  readonly account: FcmServiceAccount;
  readonly steps: readonly TraceStep[];
}

const BEARER = /^bearer +(\S+)\s*$/i;

/** The access token of a request: from the header, else from the query. Other schemes count as none. */
export function sentToken(call: Pick<Call, 'request' | 'query'>): string | undefined {
  const bearer = BEARER.exec(header(call.request, 'authorization') ?? '')?.[1];
  return bearer ?? queryValue(call.query, 'access_token') ?? queryValue(call.query, 'oauth_token');
}

const GRANTS_KEPT = 50;
const grants = new WeakMap<Credentials['fcm'], Map<string, AccessGrant>>();

/** Reading a token takes a hash, and the same one comes with every push of an hour. */
export function grantOf(token: string, { ports, credentials }: ReceiveContext): AccessGrant | null {
  const known = grants.get(credentials.fcm) ?? new Map<string, AccessGrant>();
  const before = known.get(token);
  if (before !== undefined) return before;
  const grant = readAccessToken(token, ports, credentials.fcm);
  if (grant === null) return null;
  if (known.size >= GRANTS_KEPT) known.clear();
  known.set(token, grant);
  grants.set(credentials.fcm, known);
  return grant;
}

const openings = new WeakMap<FcmServiceAccount, readonly TraceStep[]>();

/** The checks of a known caller are the same for every request, so they are made once. */
function openingOf(account: FcmServiceAccount): readonly TraceStep[] {
  const made = openings.get(account);
  if (made) return made;
  const steps = [
    channelStep('fcm-route', 'pass'),
    channelStep('fcm-credential', 'pass'),
    channelStep('fcm-access-token', 'pass', { account: account.clientEmail }),
  ];
  openings.set(account, steps);
  return steps;
}

const ROUTE = channelStep('fcm-route', 'pass');

export interface Unknown {
  readonly refusal: Refusal;
  readonly steps: readonly TraceStep[];
}

/** Authentication of the API front end: credential there, known, not expired, wide enough. `method` is the RPC's name. */
export function authenticate(call: Call, method: string): Caller | Unknown {
  const token = sentToken(call);
  if (token === undefined) {
    const received = header(call.request, 'authorization');
    const shown = received === undefined ? '–' : shorten(received, 10);
    const refusal = { ...refuse('fcm-credential', noCredential(method), { received: shown }), credentialSent: false };
    return { refusal, steps: [ROUTE] };
  }
  const grant = grantOf(token, call.context);
  const sent = [ROUTE, channelStep('fcm-credential', 'pass')];
  if (grant === null)
    return { refusal: refuse('fcm-access-token', badCredential(), { received: shorten(token, 10) }), steps: sent };
  const { account, expiresAt, maySend } = grant;
  const steps = openingOf(account);
  if (expiresAt <= call.context.now) {
    const at = new Date(expiresAt).toISOString();
    return { refusal: refuse('fcm-access-token-age', expiredCredential(method), { at }), steps };
  }
  if (!maySend) return { refusal: refuse('fcm-scope', narrowScope(method), { account: account.clientEmail }), steps };
  return { account, steps };
}

/** The project of the path, by id or number, if the caller may use it. */
export function projectOf(call: Call, { account }: Caller, named: string): FcmProject | Refusal {
  const { credentials, profile } = call.context;
  const project = credentials.fcm.projects.find(
    ({ projectId, projectNumber }) => projectId === named || projectNumber === named,
  );
  if (project?.projectId === account.projectId) return project;
  const error = profile.fcm.unknownProject === 404 ? unknownProject() : noPermission(named);
  return refuse('fcm-project', error, { received: shorten(named), account: account.clientEmail });
}

export const isRefusal = (one: object): one is Refusal => 'error' in one;

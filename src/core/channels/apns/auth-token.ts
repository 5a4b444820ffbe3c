import type { ApnsKey } from '../credentials.ts';
import { LIMITS } from './definition.ts';
import { fits } from './environment.ts';
import { type ProviderToken, parseProviderToken } from './jwt.ts';
import { type ApnsMemory, findToken, rememberToken, rememberVerified, type VerifiedToken } from './memory.ts';
import { pass, type Refusal, refuse } from './refusal.ts';
import type { Check, CheckResult, Run } from './run.ts';
import { shown } from './text.ts';

const BEARER = /^bearer +(\S+) *$/i;

const usesToken = (run: Run): boolean => run.request.connection.clientCertificate === null;

/** Without a client certificate every request needs `authorization: bearer <jwt>`. */
export const tokenPresentCheck: Check = {
  pass: pass('apns-missing-provider-token'),
  run(run: Run): CheckResult {
    if (!usesToken(run)) return undefined;
    const { authorization } = run.headers;
    if (authorization === null) return refuse('MissingProviderToken', 'apns-missing-provider-token');
    const scheme = authorization.slice(0, 7).toLowerCase();
    if (scheme === 'bearer ' && authorization.trimEnd().length > 7) return null;
    const received = shown(authorization.split(' ', 1)[0] ?? '');
    return refuse('MissingProviderToken', 'apns-missing-provider-token-scheme', { received });
  },
};

/** Shape, algorithm, key, signature and team of the token; what was checked once is remembered. */
export const tokenValidCheck: Check = {
  pass: pass('apns-invalid-provider-token'),
  run(run: Run): CheckResult {
    if (!usesToken(run)) return undefined;
    const token = remembered(run) ?? verify(run);
    if ('reason' in token) return token;
    run.verified = token;
    const ahead = issuedAt(run, token) - Math.floor(run.context.now / 1000);
    if (ahead > LIMITS.tokenLead / 1000) {
      return refuse('InvalidProviderToken', 'apns-invalid-provider-token-future', {
        ahead,
        limit: LIMITS.tokenLead / 1000,
      });
    }
    if (run.memory !== null && run.memory.teamId !== token.key.teamId) {
      const params = { team: token.key.teamId, first: run.memory.teamId };
      return refuse('InvalidProviderToken', 'apns-invalid-provider-token-connection', params);
    }
    return null;
  },
};

/** `iat` has no fractions: up to this many ms later the token was made. */
const SECOND_CUT_OFF = 999;

/** When the token was made, in simulated seconds: `iat` comes from the sender's clock. */
const issuedAt = ({ context }: Run, token: VerifiedToken): number =>
  Math.floor(context.senderTime(token.issuedAt * 1000 + SECOND_CUT_OFF) / 1000);

function remembered(run: Run): VerifiedToken | undefined {
  const { authorization } = run.headers;
  if (authorization === null) return undefined;
  const known =
    (run.memory === null ? undefined : findToken(run.memory.tokens, authorization)) ??
    findToken(run.state.verified, authorization);
  return known?.credentials === run.context.credentials.apns ? known : undefined;
}

const invalid = (variant: string, params?: Refusal['step']['params']): Refusal =>
  refuse('InvalidProviderToken', `apns-invalid-provider-token-${variant}`, params);

function verify(run: Run): VerifiedToken | Refusal {
  const authorization = run.headers.authorization ?? '';
  const jwt = BEARER.exec(authorization)?.[1];
  if (jwt === undefined) return invalid('form', { part: 'parts' });
  const token = parseProviderToken(jwt);
  if (typeof token === 'string') return invalid('form', { part: token });
  if (token.algorithm !== 'ES256') return invalid('algorithm', { received: shown(token.algorithm) || '–' });
  const credentials = run.context.credentials.apns;
  const key = credentials.keys.find((one) => one.keyId === token.keyId);
  if (key === undefined) return invalid('key', { keyId: shown(token.keyId) });
  if (!signedBy(run, token)) return invalid('signature', { keyId: key.keyId });
  if (token.teamId !== key.teamId) {
    return invalid('team', { teamId: shown(token.teamId), keyId: key.keyId, keyTeam: key.teamId });
  }
  const verified: VerifiedToken = {
    authorization,
    key,
    issuedAt: token.issuedAt,
    firstUsed: run.context.now,
    credentials,
  };
  run.state = rememberVerified(run.state, verified);
  return verified;
}

function signedBy(run: Run, token: ProviderToken): boolean {
  try {
    return run.context.ports.crypto.verify('ES256', token.keyId, token.signed, token.signature);
  } catch {
    // A signature that the host cannot even parse is a bad signature.
    return false;
  }
}

/** A key made for one environment does not open the other. */
export const keyEnvironmentCheck: Check = {
  pass: pass('apns-bad-environment-key-in-token'),
  run(run: Run): CheckResult {
    if (run.verified === null) return undefined;
    const { key } = run.verified;
    if (fits(run.environment, key.environments)) return null;
    return refuse(run.context.profile.apns.environmentKeyReason, 'apns-bad-environment-key-in-token', {
      keyId: key.keyId,
      usable: key.environments.join(', ') || '–',
      environment: run.environment,
    });
  },
};

/** The first push binds its connection to a kind of key. */
export const keyRelatedCheck: Check = {
  pass: pass('apns-unrelated-key-id-in-token'),
  run(run: Run): CheckResult {
    if (run.verified === null) return undefined;
    const { memory, verified } = run;
    if (memory === null || related(memory.key, verified.key)) return null;
    const params = { keyId: verified.key.keyId, first: memory.key.keyId };
    return refuse('UnrelatedKeyIdInToken', 'apns-unrelated-key-id-in-token', params);
  },
};

/** Team keys are related to each other, topic keys when they list the same topics (choice). */
function related(first: ApnsKey, key: ApnsKey): boolean {
  if (first.keyId === key.keyId) return true;
  const [mine, theirs] = [first.topics, key.topics];
  if (mine === null || theirs === null) return mine === theirs;
  return mine.length === theirs.length && mine.every((topic) => theirs.includes(topic));
}

/** A token is good for an hour after `iat`; exactly an hour still passes (choice). */
export const tokenAgeCheck: Check = {
  pass: pass('apns-expired-provider-token'),
  run(run: Run): CheckResult {
    if (run.verified === null) return undefined;
    const issued = Math.min(issuedAt(run, run.verified), Math.floor(run.verified.firstUsed / 1000));
    const age = Math.floor(run.context.now / 1000) - issued;
    if (age <= LIMITS.tokenAge / 1000) return null;
    return refuse('ExpiredProviderToken', 'apns-expired-provider-token', { age, limit: LIMITS.tokenAge / 1000 });
  },
};

/**
 * How often a connection may change its token: the first one and one change are free, then every 20 minutes (choice).
 * Counted by arrival. A token that passes here is remembered, and the first one binds the connection.
 */
export const tokenUpdatesCheck: Check = {
  pass: pass('apns-too-many-provider-token-updates'),
  run(run: Run): CheckResult {
    if (run.verified === null) return undefined;
    const { memory, verified } = run;
    if (memory === null) {
      run.memory = bind(run, verified);
      return null;
    }
    const blocked = blockedFor(memory, run);
    if (blocked > 0) return tooManyUpdates('apns-too-many-provider-token-updates-blocked', blocked);
    const known = findToken(memory.tokens, verified.authorization);
    if (known === undefined) return changeToken(run, memory, verified);
    if (known !== verified) run.memory = { ...memory, tokens: rememberToken(memory.tokens, verified) };
    return null;
  },
};

function bind(run: Run, verified: VerifiedToken): ApnsMemory {
  const { teamId } = verified.key;
  return {
    teamId,
    key: verified.key,
    bundleIds: run.context.credentials.apns.apps.filter((app) => app.teamId === teamId).map((app) => app.bundleId),
    tokens: [verified],
    changedAt: null,
    blockedUntil: null,
  };
}

function blockedFor(memory: ApnsMemory, run: Run): number {
  if (!run.context.profile.apns.strictTokenUpdates || memory.blockedUntil === null) return 0;
  const left = memory.blockedUntil - run.context.now;
  // A clock that was moved back must not lock the connection for longer than the rule does.
  return left <= LIMITS.tokenRefresh ? left : 0;
}

function changeToken(run: Run, memory: ApnsMemory, verified: VerifiedToken): Refusal | null {
  const { now, profile } = run.context;
  const elapsed = memory.changedAt === null ? LIMITS.tokenRefresh : now - memory.changedAt;
  if (elapsed >= 0 && elapsed < LIMITS.tokenRefresh) {
    const left = LIMITS.tokenRefresh - elapsed;
    if (profile.apns.strictTokenUpdates) run.memory = { ...memory, blockedUntil: now + left };
    return tooManyUpdates('apns-too-many-provider-token-updates', left);
  }
  const tokens = rememberToken(memory.tokens, verified);
  run.memory = { ...memory, tokens, changedAt: now, blockedUntil: null };
  return null;
}

const tooManyUpdates = (rule: string, leftMs: number): Refusal =>
  refuse('TooManyProviderTokenUpdates', rule, { left: Math.ceil(leftMs / 60_000) });

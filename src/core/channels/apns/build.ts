import { NO_SOUND_NO_VIBRATION } from '../../im/types.ts';
import type { Crypto } from '../../ports.ts';
import type { TraceParams, TraceStep, Verdict } from '../../trace/types.ts';
import { encodeBase64Url, encodeUtf8 } from '../kit/bytes.ts';
import type { BuildInput, VendorCall } from '../types.ts';
import { PRODUCTION_HOST, SANDBOX_HOST } from './definition.ts';
import { clientUuid } from './text.ts';

/** How long the IM server lets the vendor keep a push: as long as it keeps the message itself. */
const LIFE_SECONDS = 7 * 24 * 3600;
/** A provider token is used for this long, ms: between the 20 minutes and the hour that APNs asks for. */
const TOKEN_LIFE = 50 * 60_000;

interface SignedToken {
  readonly keyId: string;
  readonly teamId: string;
  readonly issuedAt: number;
  readonly jwt: string;
}

const step = (rule: string, verdict: Verdict = 'pass', params?: TraceParams): TraceStep => ({
  stage: 'channel',
  rule,
  verdict,
  ...(params && { params }),
});

/**
 * The IM server's way to APNs: one push to one registration. The provider token is signed once per 50 minutes and set
 * of keys, as APNs wants it, and kept with the crypto port that signed it.
 */
export function createBuild(): (input: BuildInput) => VendorCall {
  const signed = new WeakMap<Crypto, SignedToken>();
  return (input) => {
    const { target, now, ports } = input;
    const expiration = Math.floor(now / 1000) + LIFE_SECONDS;
    const sandbox = target.environment === 'sandbox';
    const host = sandbox ? SANDBOX_HOST : PRODUCTION_HOST;
    const trace: TraceStep[] = [step('apns-build-address', 'pass', { host, topic: target.topic })];
    const token = providerToken(input, signed);
    if (token === null) trace.push(step('apns-build-no-key', 'note', { keyId: input.credentials.apns.imKeyId }));
    const body = JSON.stringify(requestBody(input, trace));
    trace.push(step('apns-build-expiration', 'pass', { days: LIFE_SECONDS / 86_400 }));
    return {
      channel: 'apns',
      protocol: 'http/2',
      method: 'POST',
      host,
      path: `/3/device/${target.token}`,
      headers: [
        ...(token === null ? [] : [['authorization', `bearer ${token}`] as const]),
        ['apns-id', clientUuid(ports.ids.bytes(16))],
        ['apns-push-type', 'alert'],
        ['apns-priority', '10'],
        ['apns-topic', target.topic],
        ['apns-expiration', String(expiration)],
      ],
      body,
      trace,
    };
  };
}

/** `aps` and `ext` as Tencent's server writes them. */
function requestBody(input: BuildInput, trace: TraceStep[]): Readonly<Record<string, unknown>> {
  const { fields, badge } = input;
  const title = fields.title.value;
  const body = fields.body.value;
  trace.push(step(title === null ? 'apns-build-alert-string' : 'apns-build-alert-object'));
  const sound = fields.sound.value;
  const silent = sound === NO_SOUND_NO_VIBRATION;
  if (silent) trace.push(step('apns-build-no-sound'));
  else trace.push(step(sound === 'default' ? 'apns-build-sound-default' : 'apns-build-sound', 'pass', { sound }));
  trace.push(badge === null ? step('apns-build-no-badge') : step('apns-build-badge', 'pass', { badge }));
  const ext = fields.ext.value;
  if (ext !== null) trace.push(step('apns-build-ext'));
  return {
    aps: {
      alert: title === null ? body : { title, ...(body !== '' && { body }) },
      ...(badge !== null && { badge }),
      ...(!silent && { sound }),
    },
    ...(ext !== null && { ext }),
  };
}

/** null when the IM side's key is unknown to this workspace; APNs then refuses the push and says why. */
function providerToken(input: BuildInput, signed: WeakMap<Crypto, SignedToken>): string | null {
  const { now, senderNow, ports } = input;
  const { imKeyId, keys } = input.credentials.apns;
  const teamId = keys.find((key) => key.keyId === imKeyId)?.teamId;
  if (teamId === undefined) return null;
  const known = signed.get(ports.crypto);
  if (
    known?.keyId === imKeyId &&
    known.teamId === teamId &&
    now >= known.issuedAt &&
    now < known.issuedAt + TOKEN_LIFE
  ) {
    return known.jwt;
  }
  const jwt = sign(ports.crypto, imKeyId, teamId, Math.floor(senderNow / 1000));
  if (jwt !== null) signed.set(ports.crypto, { keyId: imKeyId, teamId, issuedAt: now, jwt });
  return jwt;
}

function sign(crypto: Crypto, keyId: string, teamId: string, iat: number): string | null {
  const part = (value: unknown): string => encodeBase64Url(encodeUtf8(JSON.stringify(value)));
  const data = `${part({ alg: 'ES256', kid: keyId })}.${part({ iss: teamId, iat })}`;
  try {
    return `${data}.${encodeBase64Url(crypto.sign('ES256', keyId, data))}`;
  } catch {
    // The port throws for a key it does not hold; the endpoint's answer tells the user.
    return null;
  }
}

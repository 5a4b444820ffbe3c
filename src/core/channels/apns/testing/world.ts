import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { createDevice, createTarget } from '../../../device/create.ts';
import type { Device, PushTarget } from '../../../device/types.ts';
import type { Ports } from '../../../ports.ts';
import { TEST_TIME } from '../../../testing/fixtures.ts';
import { type ApnsKey, type Credentials, noCredentials } from '../../credentials.ts';
import type { Directory, FoundTarget } from '../../types.ts';

export const APP = 'com.example.app';
export const OTHER_APP = 'com.example.other';
export const RIVAL_APP = 'com.rival.app';
export const TEAM = 'SIMTEAM001';
export const RIVAL_TEAM = 'SIMTEAM002';

/** Registrations of the world, by the names that vectors put into paths as `{name}`. */
export const TOKENS = {
  ok: 'a1'.repeat(32),
  voip: '22'.repeat(32),
  sandbox: '33'.repeat(32),
  other: '44'.repeat(32),
  gone: '55'.repeat(32),
  expired: '66'.repeat(32),
  long: '77'.repeat(80),
  /** Well formed, but nobody's. */
  zero: '00'.repeat(32),
} as const;

/** When the registrations `gone` and `expired` ended, ms. */
export const GONE_SINCE = TEST_TIME - 86_400_000;

const BOTH = ['production', 'sandbox'] as const;

export const KEYS = {
  team: { keyId: 'SIMKEY0001', teamId: TEAM, environments: BOTH, topics: null },
  secondTeam: { keyId: 'SIMKEY0002', teamId: TEAM, environments: BOTH, topics: null },
  topic: { keyId: 'SIMKEY0003', teamId: TEAM, environments: BOTH, topics: [APP] },
  relatedTopic: { keyId: 'SIMKEY0004', teamId: TEAM, environments: BOTH, topics: [APP] },
  otherTopic: { keyId: 'SIMKEY0005', teamId: TEAM, environments: BOTH, topics: [OTHER_APP] },
  sandbox: { keyId: 'SIMKEY0006', teamId: TEAM, environments: ['sandbox'], topics: null },
  rival: { keyId: 'SIMKEY0007', teamId: RIVAL_TEAM, environments: BOTH, topics: null },
} as const satisfies Readonly<Record<string, ApnsKey>>;

export type KeyName = keyof typeof KEYS;

/** Key id that is not registered, though a client may well sign with it. */
export const UNKNOWN_KEY_ID = 'SIMKEY9999';

export const credentials: Credentials = {
  ...noCredentials,
  apns: {
    keys: Object.values(KEYS),
    apps: [
      { bundleId: APP, teamId: TEAM },
      { bundleId: OTHER_APP, teamId: TEAM },
      { bundleId: RIVAL_APP, teamId: RIVAL_TEAM },
    ],
    revokedCertificates: ['revoked'],
    imKeyId: KEYS.team.keyId,
  },
};

const target = (name: keyof typeof TOKENS, patch: Partial<PushTarget> = {}): PushTarget => ({
  ...createTarget(TOKENS[name], APP, TEST_TIME),
  ...patch,
});

/** The phone that all registrations are on. */
export const phone: Device = {
  ...createDevice('iphone', { channel: 'apns' }, TEST_TIME),
  session: { state: 'loggedIn', userId: 'bob', since: TEST_TIME },
  targets: [
    target('ok'),
    target('voip', { topic: `${APP}.voip` }),
    target('sandbox', { environment: 'sandbox' }),
    target('other', { app: OTHER_APP, topic: OTHER_APP }),
    target('gone', { state: 'unregistered', since: GONE_SINCE }),
    target('expired', { state: 'expired', since: GONE_SINCE }),
    target('long', { topic: `${APP}.push-type.liveactivity` }),
  ],
};

const found: readonly FoundTarget[] = phone.targets.map((one) => ({ device: phone, target: one }));

export const directory: Directory = {
  byToken: (token) => found.find((one) => one.target.token === token),
  all: () => found,
};

export interface TestKeys {
  readonly ports: Ports;
  /** Signature over `data`; `der` as Pushy and openssl make it, `jose` as JWT libraries do. */
  sign(keyId: string, data: string, encoding: 'jose' | 'der'): Buffer;
  /** How often a signature was verified and made. */
  readonly counts: { verified: number; signed: number };
}

/** Ports with real P-256 keys, made anew; `now` is a clock that tests move. */
export function createKeys(now: () => number = () => TEST_TIME): TestKeys {
  const ids = [...Object.values(KEYS).map((key) => key.keyId), UNKNOWN_KEY_ID];
  const pairs = new Map(ids.map((id) => [id, generateKeyPairSync('ec', { namedCurve: 'P-256' })]));
  const counts = { verified: 0, signed: 0 };
  const privateKey = (keyId: string): KeyObject => {
    const pair = pairs.get(keyId);
    if (pair === undefined) throw new Error(`no key ${keyId}`);
    return pair.privateKey;
  };
  let next = 0;
  const signWith = (keyId: string, data: string, encoding: 'jose' | 'der'): Buffer =>
    sign('sha256', Buffer.from(data), {
      key: privateKey(keyId),
      dsaEncoding: encoding === 'der' ? 'der' : 'ieee-p1363',
    });
  return {
    counts,
    sign: signWith,
    ports: {
      clock: { now },
      ids: {
        next: (prefix) => `${prefix}-${++next}`,
        bytes: (count) => Uint8Array.from({ length: count }, (_, i) => (++next * 31 + i * 7) & 0xff),
      },
      crypto: {
        md5Hex: (text) => createHash('md5').update(text).digest('hex'),
        sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
        hmacSha256: () => new Uint8Array(32),
        verify: (_algorithm, keyId, data, signature) => {
          counts.verified += 1;
          const key = pairs.get(keyId)?.publicKey;
          if (key === undefined || keyId === UNKNOWN_KEY_ID) return false;
          const dsaEncoding = signature.length === 64 ? 'ieee-p1363' : 'der';
          return verify('sha256', Buffer.from(data), { key, dsaEncoding }, signature);
        },
        sign: (_algorithm, keyId, data) => {
          counts.signed += 1;
          return signWith(keyId, data, 'jose');
        },
      },
    },
  };
}

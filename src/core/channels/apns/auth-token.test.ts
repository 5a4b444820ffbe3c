import { describe, expect, it } from 'vitest';
import { parseProviderToken } from './jwt.ts';
import { connect, reasonOf, stopOf } from './testing/connection.ts';
import { authorization } from './testing/render.ts';
import type { VectorAuth } from './testing/vectors.ts';
import { createKeys, credentials, KEYS, TEAM } from './testing/world.ts';

const MINUTE = 60_000;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (more: Omit<Extract<VectorAuth, { kind: 'jwt' }>, 'kind'> = {}): VectorAuth => ({ kind: 'jwt', ...more });
const raw = (value: string): VectorAuth => ({ kind: 'raw', value });

/** A token signed by the team's key over any header and claims. */
function signed(header: unknown, claims: unknown): VectorAuth {
  const data = `${part(header)}.${part(claims)}`;
  const signature = connect().keys.sign(KEYS.team.keyId, data, 'jose').toString('base64url');
  return raw(`bearer ${data}.${signature}`);
}

const HEADER = { alg: 'ES256', kid: KEYS.team.keyId };
const NOW = Math.floor(connect().now / 1000);
const CLAIMS = { iss: TEAM, iat: NOW };

describe('parts of a provider token', () => {
  it.each([
    ['two parts', 'a.b', 'parts'],
    ['four parts', 'a.b.c.d', 'parts'],
    ['no header', `.${part(CLAIMS)}.AAAA`, 'parts'],
    ['header that is no JSON', `AAAA.${part(CLAIMS)}.AAAA`, 'header'],
    ['header that is no object', `${part([1])}.${part(CLAIMS)}.AAAA`, 'header'],
    ['impossible base64url', `A.${part(CLAIMS)}.AAAA`, 'header'],
    ['claims that are no JSON', `${part(HEADER)}.AAAA.AAAA`, 'claims'],
    ['empty signature', `${part(HEADER)}.${part(CLAIMS)}.`, 'signature'],
    ['signature outside base64url', `${part(HEADER)}.${part(CLAIMS)}.AA+A`, 'signature'],
    ['no kid', `${part({ alg: 'ES256' })}.${part(CLAIMS)}.AAAA`, 'kid'],
    ['no iss', `${part(HEADER)}.${part({ iat: 1 })}.AAAA`, 'iss'],
    ['no iat', `${part(HEADER)}.${part({ iss: TEAM })}.AAAA`, 'iat'],
    ['iat as a string', `${part(HEADER)}.${part({ iss: TEAM, iat: '1' })}.AAAA`, 'iat'],
  ])('%s', (_, token, fault) => {
    expect(parseProviderToken(token)).toBe(fault);
    const result = connect().push({ auth: raw(`bearer ${token}`) });
    expect(reasonOf(result)).toBe('InvalidProviderToken');
    expect(result.trace.at(-1)).toMatchObject({ rule: 'apns-invalid-provider-token-form', params: { part: fault } });
  });

  it('overlooks padding, typ, further claims and fractions of a second', () => {
    const header = { ...HEADER, typ: 'JWT' };
    const claims = { ...CLAIMS, iat: NOW + 0.9, exp: 1 };
    expect(connect().push({ auth: signed(header, claims) }).response.status).toBe(200);
    const data = `${part(HEADER)}.${part(CLAIMS)}`;
    const signature = connect().keys.sign(KEYS.team.keyId, data, 'jose').toString('base64url');
    expect(signature.length % 4).not.toBe(0);
    expect(connect().push({ auth: raw(`bearer ${data}.${signature}==`) }).response.status).toBe(200);
  });

  it.each(['bearer', 'Bearer', 'BEARER'])('takes the scheme %s', (scheme) => {
    const connection = connect();
    const value = authorization(jwt(), connection.keys, connection.now) ?? '';
    expect(connection.push({ auth: raw(value.replace('bearer', scheme)) }).response.status).toBe(200);
  });
});

describe('validity', () => {
  it.each([
    ['another algorithm', { ...HEADER, alg: 'RS256' }, CLAIMS, 'algorithm'],
    ['no algorithm', { kid: HEADER.kid }, CLAIMS, 'algorithm'],
    ['an unknown key', { ...HEADER, kid: 'NOBODY0000' }, CLAIMS, 'key'],
    ['the signature of another key', { ...HEADER, kid: KEYS.secondTeam.keyId }, CLAIMS, 'signature'],
    ['another team than the key has', HEADER, { ...CLAIMS, iss: 'OTHERTEAM1' }, 'team'],
    ['milliseconds in iat', HEADER, { ...CLAIMS, iat: NOW * 1000 }, 'future'],
  ])('%s', (_, header, claims, variant) => {
    const result = connect().push({ auth: signed(header, claims) });
    expect(reasonOf(result)).toBe('InvalidProviderToken');
    expect(stopOf(result)).toBe(`apns-invalid-provider-token-${variant}`);
  });

  it('takes a signature that the host cannot parse as a bad one', () => {
    const keys = createKeys();
    const throwing = {
      ...keys.ports.crypto,
      verify: () => {
        throw new Error('bad DER');
      },
    };
    const connection = connect({ keys: { ...keys, ports: { ...keys.ports, crypto: throwing } } });
    expect(stopOf(connection.push({}))).toBe('apns-invalid-provider-token-signature');
  });

  it('allows exactly an hour and refuses a second more', () => {
    expect(connect().push({ auth: jwt({ iat: -3600 }) }).response.status).toBe(200);
    expect(reasonOf(connect().push({ auth: jwt({ iat: -3601 }) }))).toBe('ExpiredProviderToken');
  });

  it('lets a remembered token grow old', () => {
    const connection = connect();
    expect(connection.push({}).response.status).toBe(200);
    connection.now += 61 * MINUTE;
    expect(reasonOf(connection.push({}))).toBe('ExpiredProviderToken');
    expect(connection.push({ auth: jwt() }).response.status).toBe(200);
  });
});

describe('what is remembered', () => {
  it('verifies a token once, on this and on later connections', () => {
    const keys = createKeys();
    const connection = connect({ keys });
    for (let i = 0; i < 5; i += 1) connection.push({});
    expect(keys.counts.verified).toBe(1);
    connection.memory = undefined;
    expect(connection.push({}).response.status).toBe(200);
    expect(keys.counts.verified).toBe(1);
  });

  it('verifies again when the credentials were replaced', () => {
    const keys = createKeys();
    const connection = connect({ keys });
    connection.push({});
    connection.credentials = { ...credentials, apns: { ...credentials.apns, keys: [KEYS.rival] } };
    expect(stopOf(connection.push({}))).toBe('apns-invalid-provider-token-key');
    connection.credentials = { ...credentials, apns: { ...credentials.apns } };
    expect(connection.push({}).response.status).toBe(200);
    expect(keys.counts.verified).toBe(2);
  });

  it('changes nothing when nothing is new', () => {
    const connection = connect();
    connection.push({});
    const { memory, state } = connection;
    const again = connection.push({});
    expect(again.effects.map((effect) => effect.type)).toEqual(['push']);
    expect(connection.memory).toBe(memory);
    expect(connection.state).toBe(state);
  });
});

describe('keys on one connection', () => {
  it.each([
    ['team', 'secondTeam', null],
    ['topic', 'relatedTopic', null],
    ['topic', 'otherTopic', 'UnrelatedKeyIdInToken'],
    ['team', 'topic', 'UnrelatedKeyIdInToken'],
    ['topic', 'team', 'UnrelatedKeyIdInToken'],
    ['team', 'rival', 'InvalidProviderToken'],
  ] as const)('%s, then %s', (first, second, reason) => {
    const connection = connect();
    expect(connection.push({ auth: jwt({ key: first }) }).response.status).toBe(200);
    expect(reasonOf(connection.push({ auth: jwt({ key: second }) }))).toBe(reason);
    expect(connection.push({ auth: jwt({ key: first, serial: 9 }) }).response.status).toBe(reason === null ? 429 : 200);
  });

  it('binds by the first token that passes, whatever becomes of the push', () => {
    const connection = connect();
    expect(reasonOf(connection.push({ auth: jwt(), path: '/3/device/{zero}' }))).toBe('BadDeviceToken');
    expect(stopOf(connection.push({ auth: jwt({ key: 'rival' }) }))).toBe('apns-invalid-provider-token-connection');
  });

  it('is not bound by a token that fails', () => {
    const connection = connect();
    expect(reasonOf(connection.push({ auth: jwt({ iat: -4000 }) }))).toBe('ExpiredProviderToken');
    const rival = connection.push({ auth: jwt({ key: 'rival' }), topic: 'com.rival.app' });
    expect(reasonOf(rival)).toBe('DeviceTokenNotForTopic');
  });

  it('knows the apps that the team had when it was bound', () => {
    const connection = connect();
    connection.push({});
    const apps = [...credentials.apns.apps, { bundleId: 'com.example.late', teamId: TEAM }];
    connection.credentials = { ...credentials, apns: { ...credentials.apns, apps } };
    const late = connection.push({ topic: 'com.example.late' });
    expect(reasonOf(late)).toBe('TopicDisallowed');
    expect(stopOf(late)).toBe('apns-topic-disallowed-reconnect');
    connection.memory = undefined;
    expect(reasonOf(connection.push({ topic: 'com.example.late' }))).toBe('DeviceTokenNotForTopic');
  });
});

describe('changes of the token', () => {
  const token = (serial: number) => ({ auth: jwt({ serial }) });

  it('leaves the accepted tokens good after a refused one', () => {
    const connection = connect();
    const values = [1, 2].map((serial) => raw(authorization(jwt({ serial }), connection.keys, connection.now) ?? ''));
    const accepted = values.map((auth) => connection.push({ auth }).response.status);
    expect(accepted).toEqual([200, 200]);
    expect(reasonOf(connection.push(token(3)))).toBe('TooManyProviderTokenUpdates');
    for (const auth of values) expect(connection.push({ auth }).response.status).toBe(200);
  });

  it('allows the next change 20 minutes after the last one, by arrival', () => {
    const connection = connect();
    connection.push(token(1));
    connection.push(token(2));
    connection.now += 20 * MINUTE - 1;
    expect(reasonOf(connection.push(token(3)))).toBe('TooManyProviderTokenUpdates');
    connection.now += 1;
    expect(connection.push(token(4)).response.status).toBe(200);
    expect(reasonOf(connection.push(token(5)))).toBe('TooManyProviderTokenUpdates');
  });

  it('does not count tokens that failed another check', () => {
    const connection = connect();
    connection.push(token(1));
    for (const iat of [-4000, -4001, -4002]) {
      expect(reasonOf(connection.push({ auth: jwt({ iat }) }))).toBe('ExpiredProviderToken');
    }
    expect(connection.push(token(2)).response.status).toBe(200);
  });

  it('counts per connection', () => {
    const connection = connect();
    for (const serial of [1, 2, 3, 4]) {
      connection.memory = undefined;
      expect(connection.push(token(serial)).response.status).toBe(200);
    }
  });

  it('closes the connection for 20 minutes when read strictly', () => {
    const connection = connect({ profile: { strictTokenUpdates: true } });
    connection.push({});
    connection.push(token(2));
    expect(stopOf(connection.push(token(3)))).toBe('apns-too-many-provider-token-updates');
    const blocked = connection.push({});
    expect(reasonOf(blocked)).toBe('TooManyProviderTokenUpdates');
    expect(stopOf(blocked)).toBe('apns-too-many-provider-token-updates-blocked');
    connection.now += 20 * MINUTE;
    expect(connection.push({}).response.status).toBe(200);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noCredentials } from '../../../core/channels/credentials.ts';
import { testCredentials } from '../../../core/testing/credentials.ts';
import { makeAuthority } from '../../certificates/authority.ts';
import { makeApnsClientBundle } from '../../certificates/client.ts';
import type { CredentialInput } from './input.ts';
import { withUserCredentials } from './merge.ts';
import { mask, presentUserCredential } from './present.ts';
import { readCredential } from './read.ts';
import type { UserCredential } from './types.ts';

const AT = '2026-01-02T03:04:05.000Z';
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (key: typeof ec.privateKey): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicPem = (key: typeof ec.publicKey): string => key.export({ type: 'spki', format: 'pem' }).toString();

const apnsKey = { kind: 'key', keyId: 'ABCDE12345', teamId: 'TEAM123456', key: pem(ec.privateKey) } as const;
const google = {
  type: 'service_account',
  project_id: 'my-app-1234',
  private_key_id: 'ab'.repeat(20),
  private_key: pem(rsa.privateKey),
  client_email: 'push@my-app-1234.iam.gserviceaccount.com',
};
const huawei = {
  project_id: '736430079244623456',
  key_id: 'cd'.repeat(16),
  private_key: pem(rsa.privateKey),
  sub_account: '101500001',
};

const read = (vendor: UserCredential['vendor'], input: CredentialInput) => readCredential(vendor, input, AT);

async function entry(vendor: UserCredential['vendor'], input: CredentialInput): Promise<UserCredential> {
  const result = await read(vendor, input);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('what a user gives', () => {
  it.each([
    ['the .p8', pem(ec.privateKey)],
    ['its public key', publicPem(ec.publicKey)],
    ['the Base64 of the .p8 alone', pem(ec.privateKey).replace(/-----[^-]+-----|\s/g, '')],
    ['the older form of the key', ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString()],
    ['the .p8 with written-out line ends', pem(ec.privateKey).replaceAll('\n', '\\n')],
  ])('as an APNs key may be %s; only the public half is kept', async (_name, key) => {
    expect(await entry('apns', { ...apnsKey, key })).toMatchObject({
      keyId: 'ABCDE12345',
      publicKey: publicPem(ec.publicKey),
      environments: ['production', 'sandbox'],
      topics: null,
    });
  });

  it('of a service account keeps the public half and the names', async () => {
    const fcm = await entry('fcm', { kind: 'account', file: JSON.stringify(google), packageName: 'com.acme.app' });
    expect(fcm).toEqual({
      vendor: 'fcm',
      kind: 'account',
      keyId: google.private_key_id,
      clientEmail: google.client_email,
      projectId: 'my-app-1234',
      packageNames: ['com.acme.app'],
      publicKey: publicPem(rsa.publicKey),
      addedAt: AT,
    });
    const other = await entry('huawei', { kind: 'account', file: JSON.stringify(huawei) });
    expect(other).toMatchObject({ keyId: huawei.key_id, subAccount: '101500001', projectId: huawei.project_id });
    expect(JSON.stringify([fcm, other])).not.toContain('PRIVATE');
  });

  it('as a .p12 is read with its password: topics, team, environments', async () => {
    const authority = await makeAuthority({ domains: ['localhost'], addresses: [] });
    const bundle = await makeApnsClientBundle(authority, 'com.acme.app', 'TEAM123456', 'pass word');
    const certificate = bundle.p12.toString('base64');
    const read12 = await entry('apns', { kind: 'certificate', certificate, password: 'pass word' });
    expect(read12).toMatchObject({
      teamId: 'TEAM123456',
      topics: ['com.acme.app', 'com.acme.app.voip', 'com.acme.app.complication'],
      environments: ['production', 'sandbox'],
    });
    expect(await entry('apns', { kind: 'certificate', certificate: bundle.certPem })).toEqual(read12);
    const refused = await read('apns', { kind: 'certificate', certificate, password: 'other' });
    expect(refused).toMatchObject({ ok: false, error: { details: { field: 'password' } } });
    const none = await read('apns', { kind: 'certificate', certificate: authority.certPem });
    expect(none).toMatchObject({ ok: false, error: { message: expect.stringContaining('names no topic') } });
  });

  const app = { kind: 'app', packageName: 'com.acme.app' } as const;
  it.each<[UserCredential['vendor'], CredentialInput, string, string]>([
    ['apns', { ...apnsKey, key: pem(rsa.privateKey) }, 'key', 'an RSA key of 2048 bits'],
    ['apns', { ...apnsKey, key: 'nonsense' }, 'key', 'a text of 8 characters that is no key'],
    ['apns', { kind: 'key', keyId: 'ABCDE12345', teamId: 'TEAM123456' }, 'key', 'missing'],
    ['apns', { ...apnsKey, keyId: 'abc' }, 'keyId', '"abc"'],
    ['apns', { ...apnsKey, bundleIds: ['acme'] }, 'bundleIds', '"acme"'],
    ['apns', { ...apnsKey, environments: [] }, 'environments', 'an empty list'],
    ['apns', { ...apnsKey, appSecret: 'x' }, 'appSecret', 'a value'],
    ['apns', { kind: 'app', appId: '1' }, 'kind', 'app'],
    ['apns', { kind: 'certificate', certificate: 'AAAA' }, 'certificate', '3 bytes that are no PKCS#12'],
    [
      'fcm',
      { kind: 'account', file: '{', packageName: 'com.acme.app' },
      'file',
      'a text of 1 characters that is no JSON',
    ],
    [
      'fcm',
      { kind: 'account', file: JSON.stringify(huawei), packageName: 'com.acme.app' },
      'file',
      'a Huawei service account',
    ],
    [
      'fcm',
      { kind: 'account', file: JSON.stringify({ ...google, client_email: 1 }), packageName: 'com.acme.app' },
      'file',
      '"client_email" that is no text',
    ],
    [
      'fcm',
      {
        kind: 'account',
        file: JSON.stringify({ ...google, private_key: pem(ec.privateKey) }),
        packageName: 'com.acme.app',
      },
      'file',
      'an elliptic-curve key on prime256v1',
    ],
    ['fcm', { kind: 'account', file: JSON.stringify(google) }, 'packageName', 'missing'],
    ['fcm', { kind: 'project', projectId: 'No', packageName: 'com.acme.app' }, 'projectId', '"No"'],
    ['huawei', { kind: 'account', file: JSON.stringify(google) }, 'file', 'a Google service account'],
    ['huawei', { ...app, appId: 'x1', appSecret: 's' }, 'appId', '"x1"'],
    ['huawei', { ...app, appId: '1', appSecret: 'two words' }, 'appSecret', 'a text of 9 characters'],
    ['xiaomi', { kind: 'app', appId: '1', appSecret: 's', packageNames: [] }, 'packageNames', 'an empty list'],
    ['meizu', { ...app, appId: '1' }, 'appSecret', 'missing'],
    ['oppo', { ...app, appKey: 'k' }, 'masterSecret', 'missing'],
    ['vivo', { ...app, appId: '1', appKey: 'k', appSecret: ' ' }, 'appSecret', 'missing'],
  ])('is refused for %s with what came and what fits: %j', async (vendor, input, field, received) => {
    const result = await read(vendor, input);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_credential', details: { field, received } } });
    expect(result.ok ? '' : result.error.message).toContain('Expected');
    expect(JSON.stringify(result)).not.toMatch(/two words|PRIVATE KEY-----\\n/);
  });
});

describe('what the simulator makes of it', () => {
  it('puts them behind its own, and lets its own send to the same apps', async () => {
    const entries = [
      await entry('apns', { ...apnsKey, bundleIds: ['com.acme.app'] }),
      await entry('fcm', { kind: 'account', file: JSON.stringify(google), packageName: 'com.acme.app' }),
      await entry('huawei', { kind: 'app', appId: '5', appSecret: 's5', packageName: 'com.acme.app' }),
      await entry('xiaomi', { kind: 'app', appId: '6', appSecret: 's6', packageName: 'com.acme.app' }),
      await entry('meizu', { kind: 'app', appId: '7', appSecret: 's7', packageName: 'com.acme.app' }),
      await entry('oppo', { kind: 'app', appKey: 'k8', masterSecret: 's8', packageName: 'com.acme.app' }),
      await entry('vivo', { kind: 'app', appId: '9', appKey: 'k9', appSecret: 's9', packageName: 'com.acme.app' }),
    ];
    const merged = withUserCredentials(testCredentials, entries);
    const own = testCredentials.apns.keys[0]?.teamId;
    expect(merged.apns.keys.map(({ keyId }) => keyId)).toEqual([testCredentials.apns.imKeyId, 'ABCDE12345']);
    expect(merged.apns.apps).toContainEqual({ bundleId: 'com.acme.app', teamId: 'TEAM123456' });
    expect(merged.apns.apps).toContainEqual({ bundleId: 'com.acme.app', teamId: own });
    expect(merged.apns.apps).toContainEqual({ bundleId: 'com.example.app', teamId: 'TEAM123456' });
    expect(merged.fcm.projects[0]?.packageNames).toEqual(['com.example.app', 'com.acme.app']);
    expect(merged.fcm.projects.at(-1)).toMatchObject({ projectId: 'my-app-1234', packageNames: ['com.acme.app'] });
    expect(merged.fcm.projects.at(-1)?.serverKey).toMatch(/^[\w-]{43}$/);
    expect(merged.fcm.serviceAccounts.at(-1)?.clientEmail).toBe(google.client_email);
    expect(merged.huawei.apps.at(-1)).toMatchObject({ appId: '5', appSecret: 's5' });
    expect(merged.xiaomi.apps.at(-1)).toMatchObject({ appSecret: 's6', packageNames: ['com.acme.app'] });
    expect(merged.meizu.apps.at(-1)).toMatchObject({ appId: '7' });
    expect(merged.oppo.apps.at(-1)).toMatchObject({ appKey: 'k8', appId: expect.stringMatching(/^[0-9a-z]{24}$/) });
    expect(merged.vivo.apps.at(-1)).toMatchObject({ appId: '9', appKey: 'k9' });
    for (const vendor of ['xiaomi', 'huawei', 'meizu', 'oppo', 'vivo'] as const) {
      expect(merged[vendor].apps.slice(0, -1)).toEqual(testCredentials[vendor].apps);
    }
    expect(withUserCredentials(noCredentials, [])).toBe(noCredentials);
  });

  it('masks secrets wherever they are shown', async () => {
    const vivo = await entry('vivo', {
      kind: 'app',
      appId: '9',
      appKey: 'key-of-sixteen-and-more',
      appSecret: 'short',
      packageName: 'com.acme.app',
    });
    expect(presentUserCredential(vivo)).toEqual({
      vendor: 'vivo',
      id: 'app-9',
      kind: 'app',
      addedAt: AT,
      apps: ['com.acme.app'],
      fields: [
        { name: 'appId', value: '9', secret: false },
        { name: 'appKey', value: '••••more', secret: true },
        { name: 'appSecret', value: '••••', secret: true },
        { name: 'packageName', value: 'com.acme.app', secret: false },
      ],
    });
    expect(mask('0123456789abcde')).toBe('••••');
  });
});

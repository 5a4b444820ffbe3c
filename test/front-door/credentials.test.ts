import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFileName, openInstallation } from '../../src/server/credentials/installation.ts';
import { writeCredentials } from '../../src/server/credentials/write.ts';
import { createCrypto, createKeyStore } from '../../src/server/ports/crypto.ts';
import { createIds } from '../../src/server/ports/ids.ts';

const LISTENERS = { tls: 'https://127.0.0.1:8443', plain: 'http://127.0.0.1:8180' };

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pushpit-credentials-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe('openInstallation', () => {
  it('makes credentials once, in the forms that SDKs check', async () => {
    const first = await openInstallation(directory);
    const { apns, xiaomi } = first.secrets;
    expect(apns.keyId).toMatch(/^[A-Z0-9]{10}$/);
    expect(apns.teamId).toMatch(/^[A-Z0-9]{10}$/);
    expect(Buffer.from(xiaomi.appSecret, 'base64')).toHaveLength(16);
    expect(xiaomi.appId).toMatch(/^\d{19}$/);
    expect(first.credentials).toMatchObject({
      apns: { keys: [{ keyId: apns.keyId, teamId: apns.teamId, topics: null }], imKeyId: apns.keyId },
      xiaomi: { apps: [{ appSecret: xiaomi.appSecret, packageNames: ['com.example.app'] }] },
    });
    const second = await openInstallation(directory);
    expect(second.secrets).toEqual(first.secrets);
    expect(second.credentials).toEqual(first.credentials);
    expect(second.p12.equals(first.p12)).toBe(true);
    expect(second.apnsKeyPem).toBe(first.apnsKeyPem);
  });

  it('makes those of the other vendors in their forms, and knows them all', async () => {
    const { secrets, credentials } = await openInstallation(directory);
    const { huawei, fcm, meizu, oppo, vivo } = secrets;
    expect(huawei).toMatchObject({
      appId: expect.stringMatching(/^\d{9}$/),
      appSecret: expect.stringMatching(/^[0-9a-f]{64}$/),
      projectId: expect.stringMatching(/^\d{18}$/),
    });
    expect(fcm.clientEmail).toMatch(
      new RegExp(`^firebase-adminsdk-[a-z0-9]{5}@${fcm.projectId}\\.iam\\.gserviceaccount\\.com$`),
    );
    expect(fcm.projectId).toMatch(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/);
    expect(fcm.privateKeyId).toMatch(/^[0-9a-f]{40}$/);
    expect(fcm.serverKey).toMatch(/^AAAA[\w-]{7}:APA91b[\w-]{134}$/);
    expect(meizu.appId).toMatch(/^\d{6}$/);
    expect(oppo.appId).toMatch(/^[A-Za-z0-9]{24}$/);
    expect(vivo.appId).toMatch(/^\d{9}$/);
    expect(credentials).toMatchObject({
      huawei: {
        apps: [{ appId: huawei.appId, appSecret: huawei.appSecret, packageName: 'com.example.app' }],
        serviceAccounts: [{ ...huawei.serviceAccount, projectId: huawei.projectId }],
      },
      fcm: {
        projects: [{ projectId: fcm.projectId, packageNames: ['com.example.app'], serverKey: fcm.serverKey }],
        serviceAccounts: [{ keyId: fcm.privateKeyId, clientEmail: fcm.clientEmail, disabled: false }],
      },
      meizu: { apps: [meizu] },
      oppo: { apps: [oppo] },
      vivo: { apps: [vivo] },
    });
  });

  it('signs and verifies with the keys of the service accounts', async () => {
    const { crypto, secrets, vendorFiles } = await openInstallation(directory);
    const google = JSON.parse(await readFile(vendorFiles.fcmFile, 'utf8'));
    expect(google).toMatchObject({
      type: 'service_account',
      project_id: secrets.fcm.projectId,
      private_key_id: secrets.fcm.privateKeyId,
      client_email: secrets.fcm.clientEmail,
      token_uri: 'https://oauth2.googleapis.com/token',
    });
    const asserted = sign('sha256', Buffer.from('a.b'), createPrivateKey(google.private_key));
    expect(crypto.verify('RS256', secrets.fcm.privateKeyId, 'a.b', asserted)).toBe(true);
    const huawei = JSON.parse(await readFile(vendorFiles.huaweiFile, 'utf8'));
    const { keyId, subAccount } = secrets.huawei.serviceAccount;
    expect(huawei).toMatchObject({ project_id: secrets.huawei.projectId, key_id: keyId, sub_account: subAccount });
    expect(createPrivateKey(huawei.private_key).asymmetricKeyType).toBe('rsa');
    expect(crypto.verify('PS256', keyId, 'a.b', crypto.sign('PS256', keyId, 'a.b'))).toBe(true);
    expect(crypto.verify('RS256', keyId, 'a.b', asserted)).toBe(false);
  });

  it('completes a data directory of a version that knew two vendors, and keeps what was there', async () => {
    const before = await openInstallation(directory);
    await rm(join(directory, 'credentials', 'vendors'), { recursive: true });
    const completed = await openInstallation(directory);
    expect(completed.secrets.apns).toEqual(before.secrets.apns);
    expect(completed.secrets.xiaomi).toEqual(before.secrets.xiaomi);
    expect(completed.secrets.huawei.appSecret).not.toBe(before.secrets.huawei.appSecret);
    expect((await openInstallation(directory)).secrets).toEqual(completed.secrets);
  });

  it('adds what is missing among the files of the other vendors, under the ids that are there', async () => {
    const before = await openInstallation(directory);
    const path = join(directory, 'credentials', 'vendors', 'secrets.json');
    const { vivo: _vivo, ...rest } = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify(rest));
    await rm(before.vendorFiles.fcmFile);
    const completed = await openInstallation(directory);
    expect({ ...completed.secrets, vivo: null }).toEqual({ ...before.secrets, vivo: null });
    expect(completed.secrets.vivo.appSecret).not.toBe(before.secrets.vivo.appSecret);
    expect(completed.vendorFiles.huaweiKeyPem).toBe(before.vendorFiles.huaweiKeyPem);
    expect(completed.vendorFiles.fcmKeyPem).not.toBe(before.vendorFiles.fcmKeyPem);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const again = await openInstallation(directory);
    expect([again.secrets, again.vendorFiles]).toEqual([completed.secrets, completed.vendorFiles]);
  });

  it('agrees with another process that starts on the same new directory', async () => {
    const [one, other] = await Promise.all([openInstallation(directory), openInstallation(directory)]);
    expect(one.secrets).toEqual(other.secrets);
    expect(one.vendorFiles).toEqual(other.vendorFiles);
  });

  it('keeps its files to their owner', async () => {
    const { secrets } = await openInstallation(directory);
    for (const file of [
      'installation.json',
      'apns.p12',
      keyFileName(secrets.apns.keyId),
      'vendors/secrets.json',
      'vendors/service-account.json',
      'vendors/huawei-service-account.json',
    ]) {
      expect((await stat(join(directory, 'credentials', file))).mode & 0o777).toBe(0o600);
    }
  });

  it('signs and verifies with the key that senders get', async () => {
    const { crypto, apnsKeyPem, secrets } = await openInstallation(directory);
    const { keyId } = secrets.apns;
    expect(crypto.verify('ES256', keyId, 'a.b', crypto.sign('ES256', keyId, 'a.b'))).toBe(true);
    const key = createPrivateKey(apnsKeyPem);
    expect(key.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(crypto.verify('ES256', keyId, 'a.b', sign('sha256', Buffer.from('a.b'), key))).toBe(true);
  });

  it.each([
    ['installation.json', '{'],
    ['installation.json', '{"format":2}'],
    ['installation.json', '{"format":1,"apns":{"teamId":"x"}}'],
    ['vendors/secrets.json', '{"format":1,"huawei":{"appId":"1"}}'],
    ['vendors/secrets.json', '{"format":2}'],
    ['vendors/secrets.json', 'null'],
    ['vendors/service-account.json', '{"private_key_id":"other","private_key":"x"}'],
    ['vendors/huawei-service-account.json', '{}'],
  ])('says what is wrong with a damaged %s and leaves it', async (file, content) => {
    await openInstallation(directory);
    const path = join(directory, 'credentials', file);
    await writeFile(path, content);
    await expect(openInstallation(directory)).rejects.toMatchObject({ code: 'damaged_file', path });
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it('says so when the signing key is no key', async () => {
    const { secrets } = await openInstallation(directory);
    await writeFile(join(directory, 'credentials', keyFileName(secrets.apns.keyId)), 'nonsense');
    await expect(openInstallation(directory)).rejects.toThrow('P-256');
  });

  it('says so when a service account holds a key of another kind', async () => {
    const { vendorFiles, apnsKeyPem } = await openInstallation(directory);
    const file = JSON.parse(await readFile(vendorFiles.fcmFile, 'utf8'));
    await writeFile(vendorFiles.fcmFile, JSON.stringify({ ...file, private_key: apnsKeyPem }));
    await expect(openInstallation(directory)).rejects.toThrow('RSA');
  });
});

describe('writeCredentials', () => {
  it('leaves the documented files', async () => {
    const installation = await openInstallation(directory);
    const out = join(directory, 'out');
    const { files, usage } = await writeCredentials(installation, out, LISTENERS);
    const { apns, xiaomi, fcm, huawei, meizu, oppo, vivo } = installation.secrets;
    const key = `AuthKey_${apns.keyId}.p8`;
    const accounts = ['huawei-service-account.json', 'service-account.json', 'service-account-local.json'];
    expect(files).toEqual(
      ['ca.pem', key, 'apns.p12', ...accounts, 'hosts', 'credentials.json'].map((name) => join(out, name)),
    );
    expect(JSON.parse(await readFile(join(out, 'credentials.json'), 'utf8'))).toEqual({
      ca: 'ca.pem',
      apns: {
        teamId: apns.teamId,
        keyId: apns.keyId,
        keyFile: key,
        p12File: 'apns.p12',
        p12Password: apns.p12Password,
        topic: 'com.example.app',
      },
      fcm: { projectId: fcm.projectId, serviceAccountFile: 'service-account.json' },
      xiaomi: { packageName: 'com.example.app', appSecret: xiaomi.appSecret },
      huawei: { appId: huawei.appId, appSecret: huawei.appSecret, projectId: huawei.projectId },
      meizu: { appId: meizu.appId, appSecret: meizu.appSecret },
      oppo: { appKey: oppo.appKey, masterSecret: oppo.masterSecret },
      vivo: { appId: vivo.appId, appKey: vivo.appKey, appSecret: vivo.appSecret },
    });
    const google = JSON.parse(await readFile(join(out, 'service-account.json'), 'utf8'));
    const local = JSON.parse(await readFile(join(out, 'service-account-local.json'), 'utf8'));
    expect(local).toEqual({ ...google, token_uri: 'http://127.0.0.1:8180/token' });
    expect(google.token_uri).toBe('https://oauth2.googleapis.com/token');
    expect(await readFile(join(out, 'hosts'), 'utf8')).toContain('127.0.0.1 api.push.apple.com\n');
    expect(await readFile(join(out, 'ca.pem'), 'utf8')).toBe(installation.ca.certPem);
    expect(createPublicKey(await readFile(join(out, key))).asymmetricKeyType).toBe('ec');
    for (const name of [key, 'apns.p12', ...accounts, 'credentials.json']) {
      expect((await stat(join(out, name))).mode & 0o777, name).toBe(0o600);
    }
    const text = usage.map(({ code }) => code).join('\n');
    for (const needed of [
      apns.keyId,
      apns.teamId,
      xiaomi.appSecret,
      '8443',
      'http://127.0.0.1:8180',
      `${out}/ca.pem`,
    ]) {
      expect(text).toContain(needed);
    }
  });
});

describe('ports', () => {
  it('makes ids that differ and carry their prefix', () => {
    const ids = createIds();
    const made = Array.from({ length: 3000 }, () => ids.next('x'));
    expect(new Set(made).size).toBe(3000);
    expect(made[0]).toMatch(/^x[0-9a-f]{20}$/);
    expect(ids.bytes(3)).toHaveLength(3);
    expect(ids.bytes(20_000)).toHaveLength(20_000);
    const kept = ids.bytes(16);
    const copy = [...kept];
    for (let i = 0; i < 2000; i++) ids.bytes(16);
    expect([...kept]).toEqual(copy);
  });

  it('hashes text as UTF-8', () => {
    const crypto = createCrypto(createKeyStore());
    expect(crypto.md5Hex('推送')).toBe('6f36dc9dedcc33baf3808d8b179302bf');
    expect(crypto.md5Hex('')).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(crypto.sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('verifies both encodings, refuses everything else, and does not confuse what it remembers', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keys = createKeyStore();
    keys.add('K', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    keys.add('PUBLIC', createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString());
    const crypto = createCrypto(keys);
    const der = sign('sha256', Buffer.from('data'), privateKey);
    const jose = crypto.sign('ES256', 'K', 'data');
    expect(jose).toHaveLength(64);
    for (let round = 0; round < 2; round++) {
      expect(crypto.verify('ES256', 'K', 'data', der)).toBe(true);
      expect(crypto.verify('ES256', 'K', 'data', jose)).toBe(true);
      expect(crypto.verify('ES256', 'PUBLIC', 'data', jose)).toBe(true);
      expect(crypto.verify('ES256', 'K', 'datb', jose)).toBe(false);
      expect(
        crypto.verify('ES256', 'K', `data ${Buffer.from(jose.subarray(0, 1)).toString('latin1')}`, jose.subarray(1)),
      ).toBe(false);
      expect(crypto.verify('ES256', 'unknown', 'data', jose)).toBe(false);
      expect(crypto.verify('ES256', 'K', 'data', Buffer.from('junk'))).toBe(false);
      expect(crypto.verify('ES256', 'K', 'data', Buffer.alloc(0))).toBe(false);
    }
    expect(() => crypto.sign('ES256', 'PUBLIC', 'data')).toThrow('No private key');
  });

  it('forgets what it verified when a key is replaced', () => {
    const make = () =>
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const keys = createKeyStore();
    keys.add('K', make());
    const crypto = createCrypto(keys);
    const signature = crypto.sign('ES256', 'K', 'data');
    expect(crypto.verify('ES256', 'K', 'data', signature)).toBe(true);
    keys.add('K', make());
    expect(crypto.verify('ES256', 'K', 'data', signature)).toBe(false);
  });

  it('takes P-256 keys only', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => createKeyStore().add('K', pem)).toThrow('P-256');
  });
});

import type { Credentials } from '../channels/credentials.ts';
import { ecPair, type KeyPair, once, rsaPair } from './crypto.ts';

export const TEST_APP = 'com.example.app';
export const KEY_ID = 'TESTKEY001';
export const TEAM_ID = 'TESTTEAM01';
export const XIAOMI_SECRET = 'dGVzdC1zZWNyZXQtZm9yLXRlc3Rz';
export const HUAWEI_KEY_ID = 'huawei-test-key';
export const FCM_KEY_ID = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c';

/** Key pairs under the ids that `testCredentials` names, each made when it is first needed. */
export const testKeys: Readonly<Record<string, () => KeyPair>> = {
  [KEY_ID]: once(ecPair),
  [HUAWEI_KEY_ID]: once(rsaPair),
  [FCM_KEY_ID]: once(rsaPair),
};

/** One app at every vendor, and at most vendors a second one that belongs to somebody else (`com.other`). */
export const testCredentials: Credentials = {
  apns: {
    keys: [{ keyId: KEY_ID, teamId: TEAM_ID, environments: ['production', 'sandbox'], topics: null }],
    apps: [{ bundleId: TEST_APP, teamId: TEAM_ID }],
    revokedCertificates: [],
    imKeyId: KEY_ID,
  },
  xiaomi: {
    apps: [
      {
        appId: '2882303761510000001',
        packageNames: [TEST_APP],
        appSecret: XIAOMI_SECRET,
        blacklisted: false,
        channels: [{ id: '1001', name: 'orders', kind: 'private' }],
      },
    ],
  },
  huawei: {
    apps: [
      {
        appId: '100123456',
        appSecret: '0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c0f3c',
        projectId: '736430079244623456',
        packageName: TEST_APP,
        receipts: [],
      },
      { appId: '100999999', appSecret: 'other-secret', projectId: '999', packageName: 'com.other', receipts: [] },
    ],
    serviceAccounts: [{ keyId: HUAWEI_KEY_ID, subAccount: '101500001', projectId: '736430079244623456' }],
  },
  fcm: {
    projects: [
      {
        projectId: 'push-sim-1234',
        projectNumber: '123456789012',
        packageNames: [TEST_APP],
        serverKey: 'AAAAtest:APA91b-server-key',
      },
      { projectId: 'other-1234', projectNumber: '999999999999', packageNames: ['com.other'], serverKey: 'AAAAother' },
    ],
    serviceAccounts: [
      {
        keyId: FCM_KEY_ID,
        clientEmail: 'push-sim@push-sim-1234.iam.gserviceaccount.com',
        projectId: 'push-sim-1234',
        disabled: false,
      },
    ],
  },
  meizu: {
    apps: [
      {
        appId: '123456',
        appKey: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
        appSecret: 'secret0123456789abcdef',
        packageName: TEST_APP,
        blacklisted: false,
      },
      { appId: '999', appKey: 'k', appSecret: 'other-secret', packageName: 'com.other', blacklisted: false },
    ],
  },
  oppo: {
    apps: [
      {
        appId: 'Zx8q1w2e3r4t5y6u7i8o9p0a',
        appKey: 'demo-key',
        masterSecret: 'demo-master',
        packageName: TEST_APP,
        blacklisted: false,
        channels: [],
      },
      {
        appId: 'Otherq1w2e3r4t5y6u7i8o9p',
        appKey: 'other-key',
        masterSecret: 'other-master',
        packageName: 'com.other',
        blacklisted: false,
        channels: [],
      },
    ],
  },
  vivo: {
    apps: [
      {
        appId: '10004',
        appKey: 'demo-key',
        appSecret: 'demo-secret',
        packageName: TEST_APP,
        blacklisted: false,
        receipts: [],
      },
      {
        appId: '10005',
        appKey: 'other-key',
        appSecret: 'other-secret',
        packageName: 'com.other',
        blacklisted: false,
        receipts: [],
      },
    ],
  },
};

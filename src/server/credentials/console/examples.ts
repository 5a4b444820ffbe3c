import type { ConsoleSettings } from './schema.ts';

/** What settings look like, vendor by vendor: shown where there are none yet. */
export const CONSOLE_EXAMPLES = {
  apns: {
    revokedCertificates: ['0b'.repeat(32)],
    topicKeys: [{ keyId: 'ABC123DEFG', topics: ['com.example.app'] }],
  },
  xiaomi: {
    channels: [{ id: '2001', name: 'Orders', kind: 'private' }],
    templates: [{ id: 'P1001', title: 'Order {$number$}', description: 'Arrives on {$day$}.' }],
    blacklisted: false,
  },
  fcm: { disabledAccounts: ['pushpit@demo-project.iam.gserviceaccount.com'] },
  huawei: {
    projectReceipts: [{ projectId: null, url: 'http://127.0.0.1:9000/project', userName: null, secret: null }],
    receipts: [
      { id: null, url: 'http://127.0.0.1:9000/huawei', userName: 'receiver', secret: 'a-secret-of-your-own' },
      { id: 'RCP1A2B3C4', url: 'http://127.0.0.1:9000/orders', userName: null, secret: null },
    ],
    certificate: {
      badgeClass: 'com.example.app.MainActivity',
      click: { kind: 'web', target: 'https://www.example.com/' },
    },
  },
  meizu: { blacklisted: true },
  oppo: {
    channels: [{ id: 'orders', kind: 'private' }],
    templates: [{ id: 'T1001', title: 'Order $' + '{number}$', content: 'Arrives on $' + '{day}$.' }],
    blacklisted: false,
  },
  vivo: { receipts: [{ id: '1001', url: 'http://127.0.0.1:9000/vivo' }], blacklisted: false },
} as const satisfies Required<ConsoleSettings>;

import { describe, expect, it } from 'vitest';
import { makeVendorSecrets } from './secrets.ts';
import { usageFor } from './usage.ts';

const secrets = {
  apns: { topic: 'com.example.app', teamId: 'TEAM', keyId: 'KEY', p12Password: 'secret' },
  xiaomi: { packageName: 'com.example.app', appId: '1', appKey: '2', appSecret: 'key' },
  ...makeVendorSecrets(),
};
const usages = usageFor(secrets, './creds', { tls: 'https://127.0.0.1:1', plain: 'http://127.0.0.1:2' });

describe('how senders are pointed here', () => {
  it('names every client in both languages, and each once', () => {
    for (const { client, names } of usages) {
      expect(names.en).toBe(client);
      // What is no proper name is written in Chinese for the Chinese page.
      if (/ [a-z]|\(/.test(client)) expect(names.zh, client).toMatch(/\p{Script=Han}|（/u);
      else expect(names.zh).toBe(client);
    }
    expect(new Set(usages.map(({ client }) => client)).size).toBe(usages.length);
  });

  it('leads every line to these listeners', () => {
    for (const { client, code } of usages)
      expect(code, client).toMatch(/127\.0\.0\.1:2|localhost:1|"localhost", 1|port: 1,/);
  });
});

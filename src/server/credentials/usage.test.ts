import { describe, expect, it } from 'vitest';
import { CHANNEL_IDS } from '../../core/channels/types.ts';
import { makeSecrets, makeVendorSecrets } from './secrets.ts';
import { usageFor } from './usage.ts';

const secrets = { ...makeSecrets('p12 secret', { teamId: 'TEAM', keyId: 'KEY' }), ...makeVendorSecrets() };
const vendors = CHANNEL_IDS.map((id) => ({ id, hosts: [`api.${id}.example`] }));
const listeners = { tls: 'https://127.0.0.1:1', plain: 'http://127.0.0.1:2' };
const usages = usageFor(secrets, './creds', listeners, { vendors });

describe('how senders are pointed here', () => {
  it('names every client in both languages, and each once for a vendor and way', () => {
    for (const { client, names, note } of usages) {
      expect(names.en).toBe(client);
      // What is no proper name is written in Chinese for the Chinese page.
      if (/ [a-z]|\(/.test(client)) expect(names.zh, client).toMatch(/\p{Script=Han}|（/u);
      else if (!/\p{Script=Han}/u.test(names.zh)) expect(names.zh).toBe(client);
      if (note !== null) expect(note.zh, client).toMatch(/\p{Script=Han}/u);
    }
    const keys = usages.map(({ vendor, way, language, client }) => `${vendor} ${way} ${language} ${client}`);
    expect(new Set(keys).size).toBe(usages.length);
  });

  it('leads every line to these listeners, or to the command that does', () => {
    const here =
      /127\.0\.0\.1:[12]|localhost:1|"localhost", 1|port: 1,|127\.0\.0\.1', port: 2|"127\.0\.0\.1", [12]|proxyPort=2|creds\/hosts|pushpit exec|127\.0\.0\.1 api|service-account-local/;
    for (const { client, code } of usages) expect(code, client).toMatch(here);
  });

  it('shows every vendor three ways with curl, and each language of the common SDKs', () => {
    for (const vendor of CHANNEL_IDS) {
      const own = usages.filter((one) => one.vendor === vendor);
      expect(own.filter((one) => one.language === 'curl').map((one) => one.way)).toEqual(['address', 'names', 'proxy']);
      expect(
        own.some((one) => one.language === 'node'),
        vendor,
      ).toBe(true);
      expect(
        own.some((one) => one.language === 'java'),
        vendor,
      ).toBe(true);
      expect(own.some((one) => one.language === 'go') || vendor === 'meizu', vendor).toBe(true);
    }
    const general = usages.filter((one) => one.vendor === null).map((one) => `${one.language} ${one.way}`);
    for (const language of ['node', 'java', 'go', 'python', 'php']) expect(general).toContain(`${language} proxy`);
  });

  it('leaves out the vendors that are not served, and fills in registrations that are known', () => {
    const few = usageFor(secrets, './creds', listeners, {
      vendors: [{ id: 'oppo', hosts: ['o.example'] }],
      targets: { oppo: 'CN_1' },
    });
    expect(new Set(few.map(({ vendor }) => vendor))).toEqual(new Set([null, 'oppo']));
    expect(few.find(({ language, way }) => language === 'curl' && way === 'address')?.code).toContain('CN_1');
    expect(usages.find(({ vendor }) => vendor === 'oppo')?.code).toContain('<registration id>');
  });
});

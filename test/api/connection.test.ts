import { createPrivateKey, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChannels } from '../../src/core/channels/registry.ts';
import { connection } from '../../src/server/api/schemas/host-views.ts';
import type { ConnectionView } from '../../src/server/api/views.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ask = async (query = ''): Promise<ConnectionView> =>
  connection.parse(await server.api('GET', `/connection${query}`)) as ConnectionView;

const file = (name: string): Promise<Response> =>
  server.pushpit.fetch(new Request(`http://127.0.0.1/api/v1/connection/files/${name}`));

describe('how to get here', () => {
  it('names hosts, ids and files of every vendor; secrets only to those who ask', async () => {
    const hidden = await ask();
    const shown = await ask('?secrets=true');
    expect(hidden.channels.map(({ channel }) => channel)).toEqual(createChannels().map((one) => one.definition.id));
    for (const [index, { channel, hosts, fields, credentials }] of hidden.channels.entries()) {
      expect(hosts.length, channel).toBeGreaterThan(0);
      const secrets = fields.filter((one) => one.secret);
      expect(secrets.length, channel).toBeGreaterThan(0);
      expect(
        secrets.every(({ name, value }) => value === null && credentials[name] === undefined),
        channel,
      ).toBe(true);
      const told = shown.channels[index]?.fields.filter((one) => one.secret) ?? [];
      for (const { value } of told) {
        expect(value?.length, channel).toBeGreaterThan(8);
        expect(JSON.stringify(hidden)).not.toContain(value);
      }
    }
    expect(shown.channels[0]?.credentials).toMatchObject({ p12Password: server.credentials.apns.p12Password });
  });

  it('gives every file that it names, to be saved', async () => {
    const { channels, files } = await ask();
    const names = [...files, ...channels.flatMap((one) => one.files)].map(({ name }) => name);
    expect(names).toEqual([
      'ca.pem',
      expect.stringMatching(/^AuthKey_\w{10}\.p8$/),
      'apns.p12',
      'huawei-service-account.json',
      'service-account.json',
      'service-account-local.json',
    ]);
    const bodies = new Map<string, Buffer>();
    for (const name of names) {
      const answer = await file(name);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
      bodies.set(name, Buffer.from(await answer.arrayBuffer()));
    }
    expect(new X509Certificate(bodies.get('ca.pem') ?? '').ca).toBe(true);
    expect(createPrivateKey(bodies.get(names[1] ?? '') ?? '').asymmetricKeyType).toBe('ec');
    const local = JSON.parse(String(bodies.get('service-account-local.json')));
    expect(local.token_uri).toBe(`${server.plain.origin}/token`);
    expect((await file('installation.json')).status).toBe(404);
    expect((await file('..%2Fcredentials%2Finstallation.json')).status).toBe(404);
  });

  it('has recipes for each vendor, that push to the phones that are there', async () => {
    const { recipes, lines } = await ask();
    const { token } = await server.api<{ readonly token: string }>('GET', '/devices/oppo');
    const oppo = recipes.find((one) => one.vendor === 'oppo' && one.language === 'curl');
    expect(oppo?.code).toContain(token);
    expect(oppo?.code).toContain('<MasterSecret>');
    expect(lines.length).toBeLessThan(recipes.length / 2);
    expect(new Set(lines.map(({ vendor }) => vendor))).toEqual(
      new Set([null, ...createChannels().map((one) => one.definition.id)]),
    );
  });
});

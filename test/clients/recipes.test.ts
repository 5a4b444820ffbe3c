import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createChannels } from '../../src/core/channels/registry.ts';
import type { ChannelId } from '../../src/core/channels/types.ts';
import type { ConnectionLine, ConnectionView } from '../../src/server/api/views.ts';
import { environment, runProgram } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let recipes: readonly ConnectionLine[];
beforeAll(async () => {
  server = await startTestServer();
  ({ recipes } = await server.api<ConnectionView>('GET', '/connection?secrets=true'));
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const PHONES: Readonly<Record<ChannelId, string>> = {
  apns: 'iphone',
  xiaomi: 'xiaomi',
  huawei: 'huawei',
  fcm: 'pixel',
  meizu: 'meizu',
  oppo: 'oppo',
  vivo: 'vivo',
};
const VENDORS = createChannels().map(({ definition }) => definition.id);
const CASES = VENDORS.flatMap((vendor) => (['address', 'names', 'proxy'] as const).map((way) => ({ vendor, way })));

/** The line as the page shows it, with the files where this test has them. */
function line(vendor: ChannelId | null, way: string, language: string): string {
  const found = recipes.find((one) => one.vendor === vendor && one.way === way && one.language === language);
  if (found === undefined) throw new Error(`no ${language} recipe for ${vendor} by ${way}`);
  return found.code.replaceAll('./pushpit-creds', server.credentials.directory);
}

const shell = (script: string) => runProgram('bash', ['-c', script], { env: environment() });

describe('the lines of the page', () => {
  it.each(CASES)('for $vendor with curl by $way show a notification as they are', async ({ vendor, way }) => {
    const { code, stdout, stderr } = await shell(line(vendor, way, 'curl'));
    expect(code, stderr).toBe(0);
    const { notifications } = await server.screen(PHONES[vendor]);
    expect(
      notifications.map(({ title, body }) => [title, body].join('')),
      stdout + stderr,
    ).toEqual([vendor === 'apns' ? 'Hello' : 'HelloWorld']);
  });
});

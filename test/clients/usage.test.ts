import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectNode } from '../../scripts/lib/paths.mjs';
import { environment, runProgram } from '../helpers/run.ts';
import { startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

interface Program {
  readonly client: string;
  readonly way?: 'address' | 'proxy';
  /** What its line says to start it with. */
  readonly env?: (server: TestServer) => Readonly<Record<string, string>>;
  /** What a user has around the line: `LINE` is where it is pasted, `TARGET` the phone's registration. */
  readonly code: string;
  readonly phone: 'iphone' | 'xiaomi' | 'huawei' | 'pixel';
  /** Switches of the workspace that the sender needs. */
  readonly switches?: object;
  /** The system that the phone has to run. */
  readonly system?: { readonly name: string; readonly version: string };
}

const PROGRAMS: readonly Program[] = [
  {
    client: '@parse/node-apn',
    phone: 'iphone',
    code: `import fs from 'node:fs';
import apn from '@parse/node-apn';
const provider = LINE
const note = new apn.Notification({ topic: 'com.example.app', alert: { title: 'Pasted', body: 'works' } });
console.log(JSON.stringify(await provider.send(note, 'TARGET')));`,
  },
  {
    client: 'node-pushnotifications',
    phone: 'iphone',
    code: `import fs from 'node:fs';
import PushNotifications from 'node-pushnotifications';
const push = LINE
const data = { topic: 'com.example.app', title: 'Pasted', body: 'works' };
console.log(JSON.stringify(await push.send('TARGET', data)));`,
  },
  {
    client: 'hapns',
    phone: 'iphone',
    code: `import fs from 'node:fs';
import { TokenConnector } from 'hapns/connectors/token';
import { AlertNotification } from 'hapns/notifications/AlertNotification';
import { send } from 'hapns/send';
const token = 'TARGET';
LINE
const note = AlertNotification('com.example.app', { payload: { alert: { title: 'Pasted', body: 'works' } } });
console.log(JSON.stringify(await send(connector, note, target)));`,
  },
  {
    client: 'xiaomi-push',
    phone: 'xiaomi',
    code: `import xmpush from 'xiaomi-push';
LINE
const message = new xmpush.Message()
  .title('Pasted').description('works').payload('p').restrictedPackageName('com.example.app');
console.log(JSON.stringify(await notification.send('TARGET', message)));`,
  },
  {
    client: 'push-xiaomi',
    phone: 'xiaomi',
    code: `import Xiaomi from 'push-xiaomi';
const client = LINE
await new Promise((finish) => client.push({ title: 'Pasted', content: 'works', list: ['TARGET'], finish }));`,
  },
  {
    client: '@parse/node-apn',
    way: 'proxy',
    phone: 'iphone',
    code: `import apn from '@parse/node-apn';
const provider = LINE
const note = new apn.Notification({ topic: 'com.example.app', alert: { title: 'Pasted', body: 'works' } });
console.log(JSON.stringify(await provider.send(note, 'TARGET')));`,
  },
  {
    client: 'xiaomi-push',
    way: 'proxy',
    phone: 'xiaomi',
    env: ({ plain }) => ({ HTTPS_PROXY: plain.origin }),
    code: `import xmpush from 'xiaomi-push';
LINE
const message = new xmpush.Message()
  .title('Pasted').description('works').payload('p').restrictedPackageName('com.example.app');
console.log(JSON.stringify(await notification.send('TARGET', message)));`,
  },
  {
    client: 'push-huawei',
    phone: 'huawei',
    code: `import Huawei from 'push-huawei';
const client = LINE
await new Promise((finish) => client.push({ title: 'Pasted', content: 'works', list: ['TARGET'], sleep: 0, finish }));`,
  },
  {
    client: 'jose (v3, service account)',
    phone: 'huawei',
    system: { name: 'HarmonyOS', version: '5.0.0' },
    code: `import fs from 'node:fs';
import { SignJWT, importPKCS8 } from 'jose';
LINE
const notification = { category: 'IM', title: 'Pasted', body: 'works', clickAction: { actionType: 0 } };
const answer = await fetch(url, {
  method: 'POST',
  headers: { authorization: \`Bearer \${jwt}\`, 'content-type': 'application/json', 'push-type': '0' },
  body: JSON.stringify({ payload: { notification }, target: { token: ['TARGET'] } }),
});
console.log(answer.status, await answer.text());`,
  },
  {
    client: 'node-gcm',
    phone: 'pixel',
    switches: { fcm: { legacy: 'before' } },
    code: `import gcm from 'node-gcm';
const sender = LINE
const message = new gcm.Message({ notification: { title: 'Pasted', body: 'works' } });
console.log(JSON.stringify(await new Promise((resolve, reject) =>
  sender.sendNoRetry(message, { registrationTokens: ['TARGET'] }, (error, answer) => (error ? reject(error) : resolve(answer))))));`,
  },
];

describe('the lines to paste that come with the credentials', () => {
  it.each(PROGRAMS)('work for $client', async ({ client, way = 'address', code, phone, env, switches, system }) => {
    if (system !== undefined) await server.patch(phone, { system });
    if (switches !== undefined) await server.api('PUT', '/workspace', switches);
    const { token } = await server.api<{ readonly token: string }>('GET', `/devices/${phone}`);
    const program = `${code.replace('LINE', () => server.credentials.usage(client, way)).replace('TARGET', token)}
process.exit(0);`;
    const {
      stdout,
      stderr,
      code: exit,
    } = await runProgram(projectNode, ['--input-type=module', '--eval', program], {
      env: environment({ NODE_EXTRA_CA_CERTS: server.credentials.caFile, ...env?.(server) }),
    });
    expect(exit, stderr).toBe(0);
    expect((await server.screen(phone)).notifications, stdout).toMatchObject([{ title: 'Pasted', body: 'works' }]);
  });
});

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
  /** What a user has around the line: `LINE` is where it is pasted, `TARGET` the phone's registration. */
  readonly code: string;
  readonly phone: 'iphone' | 'xiaomi';
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
];

describe('the lines to paste that come with the credentials', () => {
  it.each(PROGRAMS)('work for $client', async ({ client, code, phone }) => {
    const program = `${code.replace('LINE', () => server.credentials.usage(client)).replace('TARGET', server.tokens[phone])}
process.exit(0);`;
    const {
      stdout,
      stderr,
      code: exit,
    } = await runProgram(projectNode, ['--input-type=module', '--eval', program], {
      env: environment({ NODE_EXTRA_CA_CERTS: server.credentials.caFile }),
    });
    expect(exit, stderr).toBe(0);
    expect((await server.screen(phone)).notifications, stdout).toMatchObject([{ title: 'Pasted', body: 'works' }]);
  });
});

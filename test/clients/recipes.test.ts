import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectNode } from '../../scripts/lib/paths.mjs';
import { createChannels } from '../../src/core/channels/registry.ts';
import type { ChannelId } from '../../src/core/channels/types.ts';
import type { ConnectionLine, ConnectionView } from '../../src/server/api/views.ts';
import { environment, runProgram } from '../helpers/run.ts';
import { buildGo, lacks } from '../helpers/runtimes.ts';
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

/** A program that knows nothing of Pushpit: posts a form with a key. */
const JAVA = `import java.net.URI;
import java.net.http.*;
public class Sender {
  public static void main(String[] words) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(words[0])).header("Authorization", "key=" + words[1])
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(words[2])).build();
    var client = HttpClient.newBuilder().proxy(java.net.ProxySelector.getDefault()).build();
    System.out.println(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
`;

/** The form that shows a notification on the built-in Xiaomi phone. */
const form = (): string =>
  new URLSearchParams({
    registration_id: server.tokens.xiaomi,
    restricted_package_name: 'com.example.app',
    pass_through: '0',
    title: 'Hello',
    description: 'World',
    payload: 'x',
  }).toString();

/** The same as a program in Go, with lines put in before it posts. */
const goSender = (lines: string): string => `package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
)

var _ context.Context
var _ net.Conn

func main() {
	if os.Args[1] == "names" {
${lines}
	}
	request, _ := http.NewRequest("POST", os.Args[2], strings.NewReader(os.Args[4]))
	request.Header.Set("Authorization", "key="+os.Args[3])
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	body, _ := io.ReadAll(answer.Body)
	fmt.Println(string(body))
}
`;

/** And in PHP. */
const phpSender = (lines: string): string => `<?php
[, $url, $key, $form] = $argv;
$ch = curl_init($url);
curl_setopt_array($ch, [CURLOPT_POSTFIELDS => $form, CURLOPT_HTTPHEADER => ["Authorization: key=$key"], CURLOPT_RETURNTRANSFER => true]);
${lines}
$answer = curl_exec($ch);
if ($answer === false) { fwrite(STDERR, curl_error($ch)); exit(1); }
echo $answer;
`;

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

  it.skipIf(lacks('Python')).each(['names', 'proxy'])(
    'for Python by %s lead an unchanged program here',
    async (way) => {
      const ca = server.credentials.caFile;
      const recipe = line(null, way, 'python');
      const program = `${way === 'names' ? recipe : ''}
import requests
form = {'registration_id': '${server.tokens.xiaomi}', 'restricted_package_name': 'com.example.app',
        'pass_through': '0', 'title': 'Hello', 'description': 'World', 'payload': 'x'}
key = {'Authorization': 'key=${server.credentials.xiaomi.appSecret}'}
print(requests.post('https://api.xmpush.xiaomi.com/v3/message/regid', data=form, headers=key).text)
`;
      const start =
        way === 'names' ? `REQUESTS_CA_BUNDLE=${ca} python3 -` : recipe.replace('python sender.py', 'python3 -');
      const { code, stderr } = await runProgram('bash', ['-c', start], { env: environment(), input: program });
      expect(code, stderr).toBe(0);
      expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: 'Hello', body: 'World' });
    },
  );

  it.skipIf(lacks('Java')).each(['names', 'proxy'])('for Java by %s lead an unchanged program here', async (way) => {
    const source = join(server.credentials.directory, 'Sender.java');
    // By name the port stays the vendor's; no test may listen on 443.
    const port = way === 'names' ? `:${server.tls.port}` : '';
    await writeFile(source, JAVA);
    const url = `https://api.xmpush.xiaomi.com${port}/v3/message/regid`;
    const words = [source, url, server.credentials.xiaomi.appSecret, form()].map((word) => `'${word}'`).join(' ');
    const script = line(null, way, 'java').replace('-jar sender.jar', words);
    const { code, stdout, stderr } = await shell(`rm -f ${server.credentials.directory}/trust.p12; set -e; ${script}`);
    expect(code, stdout + stderr).toBe(0);
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: 'Hello', body: 'World' });
  });

  it('for Node by proxy lead an unchanged program here', async () => {
    const program = `const body = new URLSearchParams({ registration_id: '${server.tokens.xiaomi}', restricted_package_name: 'com.example.app', pass_through: '0', title: 'Hello', description: 'World', payload: 'x' });
console.log(await (await fetch('https://api.xmpush.xiaomi.com/v3/message/regid', { method: 'POST', headers: { authorization: 'key=${server.credentials.xiaomi.appSecret}' }, body })).text());`;
    const script = line(null, 'proxy', 'node').replace('node sender.js', `${projectNode} --input-type=module -`);
    const { code, stdout, stderr } = await runProgram('bash', ['-c', script], { env: environment(), input: program });
    expect(code, stderr).toBe(0);
    expect((await server.screen('xiaomi')).notifications, stdout).toMatchObject([{ title: 'Hello', body: 'World' }]);
  });

  /** Starts a sender by a line of the shell, with the vendor's address, the key and the form as its words. */
  async function expectShown(start: string): Promise<void> {
    const { appSecret } = server.credentials.xiaomi;
    const words = ['https://api.xmpush.xiaomi.com/v3/message/regid', appSecret, form()].map((word) => `'${word}'`);
    const { code, stdout, stderr } = await shell(`${start} ${words.join(' ')}`);
    expect(code, stdout + stderr).toBe(0);
    expect(await server.onlyNotification('xiaomi')).toMatchObject({ title: 'Hello', body: 'World' });
  }

  describe.skipIf(lacks('Go'))('for Go', () => {
    let sender: string;
    beforeAll(async () => {
      sender = await buildGo(server.credentials.directory, goSender(line(null, 'names', 'go')));
    }, 130_000);

    it('by proxy lead an unchanged program here', () =>
      expectShown(line(null, 'proxy', 'go').replace('./sender', `${sender} proxy`)));

    it('by names lead the program that has them here', () =>
      expectShown(`SSL_CERT_FILE=${server.credentials.caFile} ${sender} names`));
  });

  describe.skipIf(lacks('PHP'))('for PHP', () => {
    async function written(code: string): Promise<string> {
      const file = join(server.credentials.directory, 'sender.php');
      await writeFile(file, code);
      return file;
    }

    it('by proxy lead an unchanged program here', async () => {
      const file = await written(phpSender(''));
      await expectShown(line(null, 'proxy', 'php').replace('sender.php', file));
    });

    it('by names lead the program that has them here', async () => {
      await expectShown(`php ${await written(phpSender(line(null, 'names', 'php')))}`);
    });

    it('and APNs show a notification as they are', async () => {
      const { code, stdout, stderr } = await shell(`php ${await written(`<?php ${line('apns', 'address', 'php')}`)}`);
      expect(code, stdout + stderr).toBe(0);
      expect(await server.onlyNotification('iphone')).toMatchObject({ body: 'Hello' });
      expect(await server.onlyExchange()).toMatchObject({ protocol: 'http/2', status: 200 });
    });
  });
});

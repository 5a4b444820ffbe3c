import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LIMITS, settingsFor } from '../../src/cli/exec/environment.ts';
import { startForwardProxy } from '../../src/cli/exec/forward-proxy.ts';
import { javaTrustStore } from '../../src/cli/exec/java-trust-store.ts';
import { upstreamOf } from '../../src/cli/exec/upstream.ts';
import { parseOptions, UsageError } from '../../src/cli/options.ts';
import { execSpec } from '../../src/cli/specs/exec.ts';
import { serveSpec } from '../../src/cli/specs/serve.ts';

describe('the command behind the options', () => {
  it.each<[string[], string[]]>([
    [
      ['--', 'node', 'a.js'],
      ['node', 'a.js'],
    ],
    [
      ['-q', '-d', 'dir', 'node', '-q', '--json'],
      ['node', '-q', '--json'],
    ],
    [
      ['--data-dir=dir', '--', '--odd', '--', 'x'],
      ['--odd', '--', 'x'],
    ],
    [['--quiet'], []],
    [['--'], []],
  ])('%j is %j', (args, expected) => {
    expect(parseOptions(execSpec, args, {}).command()).toEqual(expected);
  });

  it('leaves the options before it to us', () => {
    const options = parseOptions(execSpec, ['-q', '-d', 'dir', 'node', '--json'], {});
    expect([options.flag('quiet'), options.text('data-dir'), options.flag('json')]).toEqual([true, 'dir', false]);
    expect(() => parseOptions(execSpec, ['--qiet', 'node'], {})).toThrow(UsageError);
  });

  it('is not taken by commands that run none', () => {
    expect(() => parseOptions(serveSpec, ['--', 'node'], {})).toThrow('Unexpected argument "node"');
  });
});

describe('the proxy that the environment had', () => {
  const env = { HTTPS_PROXY: 'http://secure:1', http_proxy: 'plain:2', NO_PROXY: 'a.test, *.b.test,.c.test:443 ,d' };
  it.each([
    ['x.test', true, 'http://secure:1'],
    ['x.test', false, 'http://plain:2'],
    ['a.test', true, null],
    ['sub.a.test', true, null],
    ['xa.test', true, 'http://secure:1'],
    ['sub.B.test', false, null],
    ['c.test', true, null],
    ['d', true, null],
    ['localhost', true, null],
    ['127.0.0.1', false, null],
    ['::1', false, null],
  ] as const)('for %s, TLS %s: %s', (host, secure, expected) => {
    expect(upstreamOf(env)(host, secure)?.origin ?? null).toBe(expected);
  });

  it('falls back to ALL_PROXY, and is none when it speaks no HTTP or everything is excepted', () => {
    expect(upstreamOf({ ALL_PROXY: 'http://all:3' })('x.test', true)?.origin).toBe('http://all:3');
    expect(upstreamOf({ ALL_PROXY: 'socks5://all:3' })('x.test', true)).toBeNull();
    expect(upstreamOf({ HTTPS_PROXY: 'http://p:1', no_proxy: '*' })('x.test', true)).toBeNull();
    expect(upstreamOf({ HTTPS_PROXY: '', https_proxy: 'http://p:1' })('x.test', true)?.origin).toBe('http://p:1');
  });
});

describe('the proxy of a command', () => {
  async function ask(text: string): Promise<string> {
    const proxy = await startForwardProxy({
      hosts: new Set(['vendor.test']),
      // Nobody listens there.
      plain: new URL('http://127.0.0.1:1'),
      upstream: () => null,
    });
    onTestFinished(() => proxy.close());
    const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(text);
    await once(socket, 'close');
    return answer.split('\r\n')[0] ?? '';
  }

  it.each([
    ['CONNECT vendor.test:443 HTTP/1.1\r\nhost: vendor.test\r\n\r\n', 'HTTP/1.1 502 Bad Gateway'],
    ['CONNECT 127.0.0.1:1 HTTP/1.1\r\nhost: x\r\n\r\n', 'HTTP/1.1 502 Bad Gateway'],
    ['CONNECT nonsense HTTP/1.1\r\nhost: x\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['GET http://vendor.test/ HTTP/1.1\r\nhost: vendor.test\r\nconnection: close\r\n\r\n', 'HTTP/1.1 502 Bad Gateway'],
    ['GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['GET ftp://x/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
  ])('answers %j with %s', async (text, expected) => {
    expect(await ask(text)).toBe(expected);
  });
});

describe('what is set', () => {
  const url = (port: number) => new URL(`http://127.0.0.1:${port}`);
  const facts = {
    trust: { nodeExtra: '/t/n.pem', bundle: '/t/b.pem', javaStore: '/t/my dir/j.p12', phpIni: '/t/php' },
    caFile: '/d/ca.pem',
    proxy: url(1),
    listeners: { tls: new URL('https://[::1]:2'), plain: url(3), ui: null },
    hosts: ['vendor.test'],
    preload: '/my "own" dir/preload.cjs',
  };
  const settingOf = (name: string, env = {}) => settingsFor(facts, env).find((one) => one.name === name)?.value;

  it('is quoted as Node and Java want it', () => {
    expect(settingOf('NODE_OPTIONS')).toBe('--require="/my \\"own\\" dir/preload.cjs"');
    expect(settingOf('JAVA_TOOL_OPTIONS', { JAVA_TOOL_OPTIONS: '  ' })).toContain(
      ' "-Djavax.net.ssl.trustStore=/t/my dir/j.p12" -Djavax',
    );
  });

  it('names every variable once, says for whom, and hands addresses over without brackets', () => {
    const settings = settingsFor(facts, {});
    expect(new Set(settings.map((one) => one.name)).size).toBe(settings.length);
    for (const one of settings) expect(one.for).not.toBe('');
    expect(JSON.parse(settingOf('PUSHPIT_EXEC') ?? '')).toMatchObject({ tls: { host: '::1', port: 2 } });
    expect(settingOf('PUSHPIT_URL')).toBeUndefined();
    expect(LIMITS.length).toBeGreaterThan(2);
  });
});

it('a trust store holds each certificate once', async () => {
  const der = Buffer.from('3003020101', 'hex').toString('base64');
  const pem = `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`;
  const [once1, twice] = await Promise.all([javaTrustStore(pem), javaTrustStore(`# note\n${pem}${pem}`)]);
  expect(twice).toEqual(once1);
  expect(once1.includes(Buffer.from('3003020101', 'hex'))).toBe(true);
});

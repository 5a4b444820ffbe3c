import { describe, expect, it } from 'vitest';
import type { VendorCall, VendorRequest } from '../channels/types.ts';
import { curlCommand, curlOfRequest, quote, requestUrl } from './curl.ts';

const call: VendorCall = {
  channel: 'apns',
  protocol: 'http/2',
  method: 'POST',
  host: 'api.push.apple.com',
  path: '/3/device/ab12',
  headers: [
    ['authorization', 'bearer x.y.z'],
    ['apns-topic', ''],
  ],
  body: '{"aps":{"alert":"it\'s"}}',
  trace: [],
};
const front = { tls: '127.0.0.1:8443', plain: '127.0.0.1:8180', ca: '/my data/ca.pem' };

function request(
  overrides: Partial<VendorRequest> = {},
  connection: Partial<VendorRequest['connection']> = {},
): VendorRequest {
  return {
    method: 'POST',
    path: '/v3/message/regid?a=1',
    host: 'api.xmpush.xiaomi.com',
    headers: [
      ['host', 'api.xmpush.xiaomi.com'],
      ['content-length', '3'],
      ['authorization', 'key=s'],
    ],
    body: new TextEncoder().encode('a=b'),
    bodyTooLarge: false,
    connection: {
      id: 'c',
      protocol: 'http/1.1',
      tls: true,
      serverName: null,
      remote: 'r',
      clientCertificate: null,
      ...connection,
    },
    ...overrides,
  };
}

describe('curlCommand', () => {
  it('repeats the request, quoted for a shell', () => {
    expect(curlCommand(call)).toBe(
      [
        'curl --http2',
        '-X POST',
        'https://api.push.apple.com/3/device/ab12',
        "-H 'authorization: bearer x.y.z'",
        "-H 'apns-topic;'",
        `--data-binary '{"aps":{"alert":"it'\\''s"}}'`,
      ].join(' \\\n  '),
    );
  });

  it("goes to this simulator under the vendor's name", () => {
    const command = curlCommand(call, front);
    expect(command).toContain("--cacert '/my data/ca.pem'");
    expect(command).toContain('--connect-to ::127.0.0.1:8443');
    expect(command).toContain('https://api.push.apple.com/3/device/ab12');
  });
});

describe('curlOfRequest', () => {
  it('leaves out what belongs to the old connection', () => {
    const command = curlOfRequest(request(), front);
    expect(command).not.toContain('content-length');
    expect(command).not.toContain("-H 'host");
    expect(command).toContain("-H 'authorization: key=s'");
    expect(command).toContain("'https://api.xmpush.xiaomi.com/v3/message/regid?a=1'");
  });

  it('uses the listener and the protocol that the client used', () => {
    const plain = curlOfRequest(request({}, { tls: false, protocol: 'http/2' }), front);
    expect(plain).toContain('--http2-prior-knowledge');
    expect(plain).toContain('--connect-to ::127.0.0.1:8180');
    expect(plain).not.toContain('--cacert');
    expect(curlOfRequest(request(), front)).toContain('--http1.1');
  });

  it('keeps every byte of a body that is no text', () => {
    const body = Uint8Array.of(0x41, 0x00, 0xff, 0x27, 0x5c, 0x0a);
    expect(curlOfRequest(request({ body }))).toContain("--data-binary $'A\\x00\\xff\\'\\\\\\x0a'");
    expect(curlOfRequest(request({ body: new TextEncoder().encode('@/etc/passwd') }))).toContain(
      "--data-binary $'@/etc/passwd'",
    );
    expect(curlOfRequest(request({ body: new Uint8Array() }))).not.toContain('--data-binary');
  });

  it('shows a target that is no path as it came', () => {
    expect(requestUrl(request({ path: '*' }))).toBe('*');
    expect(requestUrl(request({ host: null }, { serverName: 'sni.example' }))).toContain('https://sni.example/');
    expect(requestUrl(request({ host: null }))).toContain('https://localhost/');
  });
});

describe('quote', () => {
  it.each([
    ['plain-word_1.x', 'plain-word_1.x'],
    ['', "''"],
    ['two words', "'two words'"],
    ["it's", "'it'\\''s'"],
    ['$HOME`x`', "'$HOME`x`'"],
  ])('%s', (text, expected) => {
    expect(quote(text)).toBe(expected);
  });
});

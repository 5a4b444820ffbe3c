import { describe, expect, it } from 'vitest';
import { createFcm } from './channel.ts';
import { identify } from './identify.ts';
import { VECTORS } from './testing/vectors.ts';
import { fcmWorld } from './testing/world.ts';

const channel = createFcm();

describe('codes', () => {
  const produced = new Set(VECTORS.flatMap(({ exchanges }) => exchanges.map(({ answer }) => answer.code)));

  it('say why not where no rule gives them', () => {
    for (const { code, rule, trigger } of channel.codes)
      if (rule === null) expect(trigger.en, code).toMatch(/^Given by scripted faults only: /);
  });

  it('cover whatever a vector produces, each once', () => {
    const known = channel.codes.map(({ code }) => code);
    expect(new Set(known).size).toBe(known.length);
    for (const code of produced) if (code !== null) expect(known).toContain(code);
  });

  it('name rules that exist and can stop', () => {
    const stopping = new Set(channel.rules.filter(({ text }) => text.stop).map(({ id }) => id));
    for (const { code, rule } of channel.codes) if (rule !== null) expect(stopping, code).toContain(rule);
  });

  it.each(channel.codes)('can be scripted: $code', (code) => {
    const world = fcmWorld();
    const path = code.code.startsWith('iid/') ? '/iid/v1:batchAdd' : '/v1/projects/push-sim-1234/messages:send';
    const request = { ...requestTo(path), body: new TextEncoder().encode('{"message":{"topic":"news"}}') };
    const answer = channel.answerWith(code, request, world.context);
    expect(answer.status).toBe(code.httpStatus);
    const same = code.code.startsWith('INVALID_ARGUMENT/condition') ? 'INVALID_ARGUMENT/condition' : code.code;
    expect(identify(answer.body)).toBe(same);
  });

  it.each([
    ['/token', 503, '{\n  "error": "temporarily_unavailable"\n}\n'],
    ['/iid/v1:batchAdd', 503, '{"error":"UNAVAILABLE"}'],
    ['/fcm/send', 503, 'Unavailable'],
  ])('server trouble speaks the language of %s', (path, status, body) => {
    const code = channel.codes.find((one) => one.code === 'UNAVAILABLE');
    if (code === undefined) throw new Error('no such code');
    expect(channel.answerWith(code, requestTo(path), fcmWorld().context)).toMatchObject({ status, body });
  });
});

function requestTo(path: string) {
  return {
    method: 'POST',
    path,
    host: 'fcm.googleapis.com',
    headers: [],
    body: new Uint8Array(0),
    bodyTooLarge: false,
    connection: {
      id: 'c1',
      protocol: 'http/1.1',
      tls: true,
      serverName: null,
      remote: '127.0.0.1:1',
      clientCertificate: null,
    },
  } as const;
}

describe('definition', () => {
  it.each([
    ['/v1/projects/p/messages:send', true],
    ['/v1/projects/p/messages:sendNow?x', true],
    ['/token', true],
    ['/iid/info/x', true],
    ['/batch', true],
    ['/fcm/send', true],
    ['/v1/100123456/messages:send', false],
    ['/v2/736430079244623456/messages:send', false],
    ['/oauth2/v3/token', false],
    ['/3/device/abc', false],
    ['/v3/message/regid', false],
    ['/message/send', false],
  ])('owns %s: %s', (path, expected) => expect(channel.definition.ownsPath(path)).toBe(expected));
});

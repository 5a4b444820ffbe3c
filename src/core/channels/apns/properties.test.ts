import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../profile.ts';
import { decodeBase64Url, encodeBase64Url } from '../kit/bytes.ts';
import type { VendorRequest } from '../types.ts';
import { apns } from './channel.ts';
import { present } from './present.ts';
import { REQUEST_CHECKS } from './receive.ts';
import { REASON_STATUS } from './refusal.ts';
import { connect, reasonOf } from './testing/connection.ts';
import { authorization, toVendorRequest } from './testing/render.ts';
import { APP, phone, TOKENS } from './testing/world.ts';
import { isUuid } from './text.ts';

const good = authorization({ kind: 'jwt' }, connect().keys, connect().now) ?? '';
const rules = new Map(apns.rules.map((rule) => [rule.id, rule]));

const latin1 = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 90,
});
const oneOf = (...values: string[]) => fc.constantFrom(...values);

const header = fc.oneof(
  fc.tuple(oneOf('authorization'), fc.oneof(oneOf(good, 'bearer a.b.c', 'Basic x', ''), latin1)),
  fc.tuple(oneOf('apns-topic'), fc.oneof(oneOf(APP, `${APP}.voip`, ''), latin1)),
  fc.tuple(oneOf('apns-push-type'), fc.oneof(oneOf('alert', 'background', 'voip', '__proto__', 'toString'), latin1)),
  fc.tuple(oneOf('apns-priority'), fc.oneof(oneOf('1', '5', '10', '7'), latin1)),
  fc.tuple(oneOf('apns-expiration'), fc.oneof(oneOf('0', '300', '9999999999999999999'), latin1)),
  fc.tuple(oneOf('apns-id', 'apns-collapse-id', 'content-type', '__proto__'), latin1),
);

const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json().map((text) => new TextEncoder().encode(text)),
  fc
    .record({ aps: fc.anything({ maxDepth: 3, withNullPrototype: false }) })
    .map((value) => new TextEncoder().encode(JSON.stringify(value) ?? 'x')),
);

const path = fc.oneof(
  oneOf(...Object.values(TOKENS).map((token) => `/3/device/${token}`), '/3/device/', '/3/device', '/'),
  latin1,
);

/** Mostly right, so that the later checks are reached as well. */
const request: fc.Arbitrary<VendorRequest> = fc
  .record({
    method: fc.oneof({ weight: 9, arbitrary: oneOf('POST') }, { weight: 1, arbitrary: fc.string() }),
    path: fc.oneof({ weight: 3, arbitrary: oneOf(`/3/device/${TOKENS.ok}`) }, { weight: 2, arbitrary: path }),
    headers: fc.tuple(fc.boolean(), fc.array(header, { maxLength: 5 })).map(([start, more]) => {
      const base: [string, string][] = start
        ? [
            ['authorization', good],
            ['apns-topic', APP],
          ]
        : [];
      return [...base, ...more.filter(([name]) => !base.some(([one]) => one === name))];
    }),
    body,
  })
  .map((wire) => toVendorRequest({ ...wire, body: Buffer.from(wire.body) }));

const CONTEXT = { now: 0, profile: defaultProfile };

describe('endpoint', () => {
  it('answers any request, names a known rule for every refusal, and takes only what passed every check', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(request, (one) => {
        const result = connect().send(one);
        const stops = result.trace.filter((step) => step.verdict === 'stop');
        seen.add(reasonOf(result) ?? '200');
        for (const step of result.trace) expect(rules.get(step.rule)?.text[step.verdict], step.rule).toBeDefined();
        if (result.response.status === 200) {
          expect(stops).toEqual([]);
          const passed = new Set(result.trace.filter((step) => step.verdict === 'pass').map((step) => step.rule));
          for (const check of Object.values(REQUEST_CHECKS)) expect(passed).toContain(check.pass.rule);
          expect(result.effects.filter((effect) => effect.type === 'push')).toHaveLength(1);
          expect(result.response.body).toBe('');
        } else {
          expect(stops).toHaveLength(1);
          expect(rules.get(stops[0]?.rule ?? '')?.reason).toBe('vendor-rejected');
          expect(result.effects.filter((effect) => effect.type === 'push')).toEqual([]);
          const { reason } = JSON.parse(result.response.body) as { reason: keyof typeof REASON_STATUS };
          expect(result.response.status).toBe(REASON_STATUS[reason]);
        }
        expect(isUuid(new Map(result.response.headers).get('apns-id') ?? '')).toBe(true);
      }),
      { numRuns: 1500, seed: 41 },
    );
    // The generator must reach both ends, or the property says little.
    for (const reason of ['200', 'BadDeviceToken', 'PayloadEmpty', 'InvalidPushType', 'MethodNotAllowed']) {
      expect(seen).toContain(reason);
    }
  });

  it.each(['alert', 'badge', 'sound', 'content-available'])('survives deep nesting in %s', (key) => {
    const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
    const result = connect().push({ body: `{"aps":{"${key}":${deep}},"ext":1}` });
    expect(result.response.status).toBe(200);
    const push = result.effects.find((effect) => effect.type === 'push');
    if (push === undefined) throw new Error('no push');
    expect(present(push.push, phone, CONTEXT).result).toBe('silent');
    const ext = connect().push({ body: `{"aps":{"alert":"x"},"ext":${deep}}` });
    const carried = ext.effects.find((effect) => effect.type === 'push');
    expect(carried === undefined ? null : present(carried.push, phone, CONTEXT).notification?.ext).toBe(deep);
  });

  it('gives the same answer to the same request in the same state', () => {
    fc.assert(
      fc.property(request, (one) => {
        const [first, second] = [connect().send(one), connect().send(one)];
        expect(second.trace.filter((step) => step.rule !== 'apns-accepted')).toEqual(
          first.trace.filter((step) => step.rule !== 'apns-accepted'),
        );
        expect(second.response.status).toBe(first.response.status);
        expect(second.response.body).toBe(first.response.body);
      }),
      { numRuns: 200 },
    );
  });
});

describe('phone', () => {
  const device = fc.record({
    permission: fc.constantFrom('granted', 'denied', 'notDetermined', 'provisional'),
    ringer: fc.constantFrom('normal', 'vibrate', 'silent'),
    process: fc.constantFrom('foreground', 'background', 'killed'),
    killedBy: fc.constantFrom('user', 'system', null),
    locked: fc.boolean(),
    conditions: fc.record(
      {
        focus: fc.boolean(),
        screenOn: fc.boolean(),
        volume: fc.constantFrom(0, 50),
        lockScreen: fc.constantFrom('all', 'hidden', 'none'),
        powerSaver: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    settings: fc.dictionary(
      fc.constantFrom(
        'popUps',
        'sounds',
        'badges',
        'lockScreen',
        'list',
        'critical',
        'focusAllowed',
        'scheduledSummary',
      ),
      fc.boolean(),
    ),
    foregroundAnswer: fc.constantFrom('nothing', 'everything', 'list', 'sound'),
  });
  const aps = fc.record(
    {
      alert: fc.oneof(fc.string(), fc.record({ title: fc.string(), body: fc.anything() }), fc.anything()),
      badge: fc.anything(),
      sound: fc.oneof(fc.constantFrom('default', 'dudulu.caf', { critical: 1, volume: 0.5 }), fc.anything()),
      'content-available': fc.constantFrom(0, 1, true),
      'interruption-level': fc.constantFrom('passive', 'active', 'time-sensitive', 'critical', 'x'),
    },
    { requiredKeys: [] },
  );

  it('decides for any payload, and a cause stands exactly where a push was suppressed', () => {
    fc.assert(
      fc.property(device, aps, ({ process, killedBy, foregroundAnswer, ...state }, value) => {
        const userInfo = JSON.parse(JSON.stringify({ aps: value })) as Record<string, unknown>;
        const shown = present(
          {
            id: 'p',
            channel: 'apns',
            deviceId: phone.id,
            token: TOKENS.ok,
            app: APP,
            title: null,
            body: null,
            expiresAt: null,
            acceptedAt: 0,
            payload: { topic: APP, pushType: 'alert', priority: 5, collapseId: null, userInfo },
          },
          { ...phone, ...state, app: { ...phone.app, process, killedBy } },
          { now: 0, profile: { ...defaultProfile, apns: { ...defaultProfile.apns, foregroundAnswer } } },
        );
        expect(shown.cause !== null).toBe(shown.result === 'suppressed');
        expect(shown.notification !== null).toBe(shown.result === 'shown');
        const { permission, ringer, settings, conditions } = state;
        const silenced = permission !== 'granted' || (process === 'foreground' && foregroundAnswer === 'nothing');
        if (silenced) expect([shown.sound?.played ?? null, shown.badge]).toEqual([null, undefined]);
        if (settings.badges === false) expect(shown.badge).toBeUndefined();
        const mute = ringer !== 'normal' || settings.sounds === false || conditions.volume === 0 || conditions.focus;
        if (
          mute &&
          settings.critical !== true &&
          settings.focusAllowed !== true &&
          value['interruption-level'] !== 'time-sensitive'
        )
          expect(shown.sound?.played ?? null).toBeNull();
        expect(shown.trace.length).toBeGreaterThan(0);
        for (const step of shown.trace) expect(rules.get(step.rule)?.text[step.verdict], step.rule).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });
});

it('base64url comes back as it went', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const text = encodeBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(decodeBase64Url(text)).toEqual(Uint8Array.from(bytes));
    }),
  );
});

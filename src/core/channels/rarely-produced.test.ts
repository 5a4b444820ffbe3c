import { describe, expect, it } from 'vitest';
import { notesOf, type VendorWorld } from '../testing/vendor-world.ts';
import type { TraceStep, Verdict } from '../trace/types.ts';
import { connect } from './apns/testing/connection.ts';
import { fcmWorld, sendParts, T } from './fcm/testing/world.ts';
import { bearer, hps, huaweiWorld, notification, sendLegacy, sendV1 } from './huawei/testing/world.ts';
import { makeWorld, PREFIX, push, SWITCH_OFF, signed } from './meizu/testing/world.ts';
import { Scene, single } from './oppo/testing/scene.ts';
import { post as postToVivo, send, message as vivoMessage, vivoWorld } from './vivo/testing/world.ts';

// Rules that no vector and no other table comes by, each with what makes it.

const said = (trace: readonly TraceStep[], rule: string): readonly Verdict[] =>
  trace.flatMap((step) => (step.rule === rule ? [step.verdict] : []));

describe('Huawei', () => {
  const alert = (own: object) => {
    const world = huaweiWorld();
    return notesOf(world.send(sendV1(world, notification({ ...own }, { category: 'IM' }))));
  };

  it.each([
    ['huawei-lint-sound-extension', { sound: '/raw/shake.mp3', default_sound: false }],
    ['huawei-lint-ticker', { ticker: 'New' }],
    ['huawei-lint-style', { style: 2 }],
  ])('notes %s', (rule, own) => {
    expect(alert(own)).toContain(rule);
    expect(alert({})).not.toContain(rule);
  });

  it('notes what the old interface does not know', () => {
    const world = huaweiWorld();
    expect(notesOf(world.send(sendLegacy(world, { payload: hps({ category: 'IM' }) })))).toContain(
      'huawei-lint-legacy-category',
    );
    const plain = sendLegacy(world);
    const marked = { ...plain, headers: [...(plain.headers ?? []), bearer('token')] };
    expect(notesOf(world.send(marked))).toContain('huawei-lint-legacy-header');
    expect(notesOf(world.send(plain))).not.toContain('huawei-lint-legacy-header');
    const noPackage = sendLegacy(world, { payload: hps({ action: { type: 3 } }, { badgeAddNum: '0' }) });
    expect(notesOf(world.send(noPackage))).toEqual(
      expect.arrayContaining(['huawei-lint-package', 'huawei-lint-badge-range']),
    );
  });

  it('notes a category that it does not know', () => {
    const world = huaweiWorld();
    expect(notesOf(world.send(sendV1(world, notification({}, { category: 'LUNCH' }))))).toContain(
      'huawei-lint-category',
    );
  });
});

describe('FCM', () => {
  it('passes a web push with a time to live', () => {
    const { trace } = fcmWorld().send(sendParts({ token: T, webpush: { headers: { TTL: '60' } } }));
    expect(said(trace, 'fcm-webpush-ttl')).toEqual(['pass']);
  });
});

describe('APNs', () => {
  it('refuses a body that is no UTF-8', () => {
    const result = connect().push({}, undefined, { body: Uint8Array.of(0x7b, 0xff, 0x7d) });
    expect(said(result.trace, 'apns-payload-empty-not-utf8')).toEqual(['stop']);
  });
});

describe('Meizu', () => {
  it('refuses a path that it does not have', () => {
    const { trace } = makeWorld().send(signed(`${PREFIX}/push/nowhere`, {}));
    expect(said(trace, 'meizu-path')).toEqual(['stop']);
  });
});

describe('Meizu, one of two pushIds reached', () => {
  const BOTH = 'PID0002,PID0001';
  const set = (world: VendorWorld, meizu: Partial<VendorWorld['profile']['meizu']>): VendorWorld => {
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, ...meizu } };
    return world;
  };

  it.each([
    ['meizu-push-id-form', () => makeWorld(), 'PID0001,?'],
    [
      'meizu-switch-on',
      () => {
        const world = set(makeWorld(), { notificationsOff: 'server' });
        world.send(SWITCH_OFF);
        return world;
      },
      'PID0001,PID0003',
    ],
    [
      'meizu-folded',
      () => {
        const world = set(makeWorld(), { foldAfter: 1 });
        world.send(push());
        return world;
      },
      BOTH,
    ],
    [
      'meizu-public-limit',
      () => {
        const world = set(makeWorld(), { publicPerDay: 3 });
        for (let i = 0; i < 3; i++) world.send(push());
        return world;
      },
      BOTH,
    ],
  ] as const)('notes %s', (rule, begin, pushIds) => {
    const world = begin();
    const result = world.send(push({}, {}, pushIds));
    expect(said(result.trace, rule)).toEqual(['note']);
    expect(result.effects.filter(({ type }) => type === 'push')).toHaveLength(1);
  });
});

describe('OPPO', () => {
  it('notes a percent sign that begins nothing', async () => {
    const scene = await Scene.open();
    const message = encodeURIComponent(JSON.stringify(single()));
    await scene.ask({
      path: '/server/v1/message/notification/unicast',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: `auth_token=${scene.token}&message=${message}&extra=100%`,
    });
    expect(notesOf(scene.simulator.exchanges()[0] ?? { trace: [] })).toContain('oppo-bad-percent');
  });
});

describe('vivo', () => {
  it('notes what it takes and what nobody sees here', () => {
    expect(notesOf(send(vivoWorld(), { auditReview: [] }))).toContain('vivo-not-drawn');
    expect(notesOf(send(vivoWorld()))).not.toContain('vivo-not-drawn');
  });

  it('notes a profile id that is too long, or that many share', () => {
    const world = vivoWorld();
    const long = send(world, { profileId: 'p'.repeat(65) });
    expect(notesOf(long)).toContain('vivo-profile-long');
    expect(notesOf(send(world, { profileId: 'p'.repeat(64) }))).not.toContain('vivo-profile-long');
    const toAll = postToVivo(world, '/message/all', vivoMessage({ regId: undefined, profileId: 'p' }));
    expect(notesOf(toAll)).toContain('vivo-profile-single');
  });
});

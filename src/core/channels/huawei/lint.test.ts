import { describe, expect, it } from 'vitest';
import type { RequestParts, VendorWorld } from '../../testing/vendor-world.ts';
import { form } from './testing/case.ts';
import { alert, huaweiWorld, notification, sendLegacy, sendV1, sendV3, T1 } from './testing/world.ts';

/** The notes of an accepted request, each with its parameters. */
function notes(make: (world: VendorWorld) => RequestParts): Readonly<Record<string, unknown>> {
  const world = huaweiWorld();
  const { response, trace } = world.send(make(world));
  expect(response.body).toContain('"code":"80000000"');
  return Object.fromEntries(
    trace.filter(({ verdict }) => verdict === 'note').map(({ rule, params }) => [rule, params?.received]),
  );
}
const v1 = (own: object, android: object = { category: 'IM' }, rest: object = {}) =>
  notes((world) => sendV1(world, { ...notification({ ...own }, android), ...rest }));

describe('members that the server does not know', () => {
  it('are named with their place, in v1 by the spelling of v3', () => {
    expect(v1({})).not.toHaveProperty('huawei-lint-unknown');
    const sent = v1(
      { notifyId: 7, badge: { addNum: 1, class: 'c' } },
      { category: 'IM', biTag: 'x' },
      { tokens: [T1] },
    );
    expect(sent['huawei-lint-unknown']).toBe(
      'message.android.biTag, message.android.notification.notifyId, message.android.notification.badge.addNum, message.tokens',
    );
    expect(v1({ badge: { clazz: 'c' } })).not.toHaveProperty('huawei-lint-unknown');
  });

  it('are named in v3, and not where everything is taken', () => {
    const v3 = notes((world) =>
      sendV3(world, alert({ notify_id: 7, badge: { addNum: 1 } }), { options: { bi_tag: 'x' } }),
    );
    expect(v3['huawei-lint-unknown']).toBe('payload.notification.notify_id, pushOptions.bi_tag');
    const card = form({ formData: { anything: 1 }, images: [{ keyName: 'a', url: 'https://a', require: 1 }] });
    expect(notes((world) => sendV3(world, card, { pushType: '1' }))).not.toHaveProperty('huawei-lint-unknown');
  });

  it('are told apart from the many, and never fill the trace', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`x${n}`, 1]));
    expect(String(v1(many)['huawei-lint-unknown'])).toMatch(/x0, .*x4, … \(200\)$/);
  });
});

describe('members that are taken and not drawn here', () => {
  it('are named once', () => {
    expect(v1({})).not.toHaveProperty('huawei-lint-not-drawn');
    const sent = v1({ style: 1, big_title: 'a', big_body: 'b', group: 'g', title_loc_key: 'k', visibility: 'SECRET' });
    expect(sent['huawei-lint-not-drawn']).toBe('title_loc_key, style 1, group, visibility');
    expect(v1({ style: 0, auto_cancel: true })).not.toHaveProperty('huawei-lint-not-drawn');
    const v3 = notes((world) => sendV3(world, alert({ image: 'https://a', style: 3, inboxContent: ['a'] })));
    expect(v3['huawei-lint-not-drawn']).toBe('image, style 3');
  });
});

describe('refusals', () => {
  const stopped = (make: (world: VendorWorld) => RequestParts) => {
    const world = huaweiWorld();
    return world.send(make(world)).trace.find(({ verdict }) => verdict === 'stop');
  };

  it('say what a body holds instead of message, target or content', () => {
    const body = (value: unknown) => (world: VendorWorld) => ({ ...sendV1(world, {}), body: JSON.stringify(value) });
    expect(stopped(body({ massage: {}, validate_only: true }))?.params).toEqual({ received: 'massage, validate_only' });
    expect(stopped(body({ message: { tokens: [T1], data: 'x' } }))?.params).toEqual({ received: 'tokens, data' });
    expect(stopped(body({ message: { token: [T1], android: {} } }))?.params).toEqual({ received: 'token, android' });
    expect(stopped(body({}))?.params).toEqual({ received: '–' });
  });

  it('name the part of an old payload that is missing', () => {
    const world = huaweiWorld();
    const { response } = world.send(sendLegacy(world, { payload: '{"hps":{}}' }));
    expect(response.body).toContain('"msg":"Illegal payload, hps.msg is invalid"');
  });
});

import { describe, expect, it } from 'vitest';
import { makeVendorRequest, notesOf, type RequestParts, stopOf, type VendorWorld } from '../../testing/vendor-world.ts';
import {
  answerOf,
  BY_ALIAS,
  BY_PUSH_ID,
  encodePairs,
  MESSAGE,
  makeWorld,
  messageJson,
  PREFIX,
  push,
  signatureFor,
  signed,
  signedForm,
} from './testing/world.ts';

const BASE = { appId: '123456', pushIds: 'PID0001', messageJson: MESSAGE };
const formOf = (fields: Readonly<Record<string, string>>): RequestParts => ({
  path: BY_PUSH_ID,
  body: encodePairs(Object.entries(fields)),
});

describe('order of the checks', () => {
  it('of a push that passes everything', () => {
    expect(
      makeWorld()
        .send(push())
        .trace.map(({ rule }) => rule),
    ).toEqual([
      'meizu-path',
      'meizu-body-size',
      'meizu-app-required',
      'meizu-app-known',
      'meizu-blacklist',
      'meizu-sign',
      'meizu-parameters',
      'meizu-target-count',
      'meizu-pass-through',
      'meizu-json',
      'meizu-title-present',
      'meizu-content-present',
      'meizu-text-length',
      'meizu-json-value',
      'meizu-needed',
      'meizu-vip-mix',
      'meizu-packages',
      'meizu-day-total',
      'meizu-accepted',
    ]);
  });

  const many = Array.from({ length: 101 }, (_, index) => `T${index}000`).join(',');
  const bad = { messageJson: 'nonsense', restrictedPackageNames: 'com.other' };

  it.each<[string, RequestParts]>([
    ['meizu-app-known', formOf({ ...BASE, appId: 'x', sign: '' })],
    ['meizu-sign', formOf({ appId: '123456', pushIds: many, sign: '0' })],
    ['meizu-parameters', signed(BY_PUSH_ID, { pushIds: many })],
    ['meizu-target-count', signed(`${PREFIX}/push/unvarnished/pushByPushId`, { ...bad, pushIds: many })],
    ['meizu-task-known', signed(`${PREFIX}/push/task/unvarnished/pushByPushId`, { taskId: 'x', pushIds: 'PID0001' })],
    ['meizu-pass-through', signed(`${PREFIX}/push/unvarnished/pushByPushId`, { ...bad, pushIds: 'PID0001' })],
    ['meizu-json', signed(BY_PUSH_ID, { ...bad, pushIds: 'PID0001' })],
    [
      'meizu-title-present',
      signed(BY_PUSH_ID, {
        pushIds: 'x-y',
        messageJson: messageJson({ clickTypeInfo: { clickType: 7 } }, { title: '', content: '' }),
        restrictedPackageNames: 'com.other',
      }),
    ],
    ['meizu-packages', signed(BY_PUSH_ID, { ...BASE, ...{ restrictedPackageNames: 'com.other' }, pushIds: 'x-y' })],
  ])('%s comes before what else is wrong', (rule, request) => {
    expect(stopOf(makeWorld().send(request))).toBe(rule);
  });
});

describe('form', () => {
  it('merges query and body; the body wins, and within one part the last value', () => {
    const world = makeWorld();
    const all = { ...BASE, pushIds: 'PID0002' };
    const form = encodePairs([['pushIds', 'PID0001'], ...Object.entries(all), ['sign', signatureFor(all)]]);
    const result = world.send({ path: `${BY_PUSH_ID}?appId=1&pushIds=PID0003`, body: form });
    expect(answerOf(result)).toMatchObject({ code: '200', value: {} });
    expect(world.pushes.map(({ token }) => token)).toEqual(['PID0002']);
    expect(notesOf(result)).toContain('meizu-lint-repeated');
  });

  it('is not read from JSON, and says so', () => {
    const headers = [['content-type', 'application/json']] as const;
    const result = makeWorld().send({ path: BY_PUSH_ID, headers, body: JSON.stringify(BASE) });
    expect(answerOf(result).code).toBe('110004');
    expect(notesOf(result)).toEqual(['meizu-lint-form']);
  });

  it('takes GET for sends and POST for what is read', () => {
    const world = makeWorld();
    const get = world.send({
      method: 'GET',
      path: `${BY_PUSH_ID}?${signedForm({ pushIds: 'PID0001', messageJson: MESSAGE })}`,
    });
    expect(answerOf(get).code).toBe('200');
    expect(answerOf(world.send(signed(`${PREFIX}/message/getSubAlias`, { pushId: 'PID0001' }))).value).toEqual({
      pushId: 'PID0001',
      alias: 'a1',
    });
  });

  it('hands out a session once', () => {
    const world = makeWorld();
    const cookies = (headers: RequestParts['headers']): number =>
      world.send({ ...push(), headers: headers ?? [] }).response.headers.filter(([name]) => name === 'set-cookie')
        .length;
    expect(cookies([])).toBe(1);
    expect(cookies([['cookie', 'JSESSIONID=1']])).toBe(0);
  });

  it('answers without msgId in the days before it', () => {
    const world = makeWorld();
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, messageIds: false } };
    expect(world.send(push()).response.body).toBe('{"code":"200","message":"","value":{},"redirect":""}');
  });
});

/** Changes to the message and the rule that refuses them. */
const REFUSED: readonly (readonly [rule: string, rest: object, bar?: object])[] = [
  ['meizu-text-length', {}, { title: 'x'.repeat(33) }],
  ['meizu-text-length', { vipInfo: { subtitle: 'x'.repeat(17) } }],
  ['meizu-text-bytes', { clickTypeInfo: { clickType: 2, url: `https://e.com/${'x'.repeat(990)}` } }],
  ['meizu-text-bytes', { clickTypeInfo: { activity: '页'.repeat(334) } }],
  ['meizu-text-bytes', { extra: { callback: `http://127.0.0.1/${'x'.repeat(112)}` } }],
  ['meizu-text-bytes', { extra: { 'callback.param': '参'.repeat(22) } }],
  ['meizu-json-value', {}, { noticeMsgType: 2 }],
  ['meizu-json-value', {}, { noticeBarType: 3 }],
  ['meizu-json-value', {}, { title: ['x'] }],
  ['meizu-json-value', { noticeBarInfo: [] }],
  ['meizu-json-value', { noticeExpandInfo: { noticeExpandType: 3 } }],
  ['meizu-json-value', { clickTypeInfo: { clickType: 4 } }],
  ['meizu-json-value', { clickTypeInfo: { parameters: 'x' } }],
  ['meizu-json-value', { pushTimeInfo: { offLine: 2 } }],
  ['meizu-json-value', { pushTimeInfo: { validTime: 0 } }],
  ['meizu-json-value', { pushTimeInfo: { validTime: 73 } }],
  ['meizu-json-value', { pushTimeInfo: { validTime: 1.5 } }],
  ['meizu-json-value', { advanceInfo: { suspend: 'yes' } }],
  ['meizu-json-value', { advanceInfo: { notifyKey: 'a b' } }],
  [
    'meizu-json-value',
    {
      advanceInfo: {
        fixDisplay: 1,
        fixStartDisplayTime: '2026-02-30 00:00:00',
        fixEndDisplayTime: '2026-03-01 00:00:00',
      },
    },
  ],
  ['meizu-json-value', { vipInfo: { timeTop: 1799 } }],
  ['meizu-json-value', { vipInfo: { titleColor: 'red' } }],
  ['meizu-json-value', { extra: { 'callback.type': 4 } }],
  ['meizu-needed', { noticeExpandInfo: { noticeExpandType: 1 } }],
  ['meizu-needed', { noticeExpandInfo: { noticeExpandType: '2' } }],
  ['meizu-needed', { clickTypeInfo: { clickType: 2, url: '' } }],
  ['meizu-needed', { clickTypeInfo: { clickType: 3 } }],
  ['meizu-needed', { advanceInfo: { fixDisplay: true } }],
  ['meizu-vip-mix', { vipInfo: { pullDownTop: 1, timeTop: 1800 } }],
  ['meizu-vip-mix', { vipInfo: { titleColor: '#206CFF', backgroundImgUrl: 'https://e.com/a.png' } }],
  [
    'meizu-vip-mix',
    {
      vipInfo: { backgroundImgUrl: 'https://e.com/a.png' },
      noticeExpandInfo: { noticeExpandType: 2, noticeExpandImgUrl: 'https://e.com/b.png' },
    },
  ],
];

/** Changes to the message that are taken, and the notes they give. */
const TAKEN: readonly (readonly [readonly string[], object, object?])[] = [
  [[], {}, { title: '标'.repeat(32), content: '😀'.repeat(100) }],
  [[], {}, { title: 7 }],
  [[], { pushTimeInfo: { validTime: '72' }, extra: { 'callback.type': '3' } }],
  [[], { clickTypeInfo: { clickType: 1, activity: 'com.example.app.OrderActivity', parameters: { a: 1 } } }],
  [[], { noticeExpandInfo: null, clickTypeInfo: '', advanceInfo: { notificationType: null } }],
  [['meizu-lint-not-kept'], { pushTimeInfo: { offLine: 0, validTime: 500 } }],
  [['meizu-lint-image-bar'], {}, { noticeBarType: 1, noticeBarImgUrl: 'https://e.com/a.png' }],
  [['meizu-lint-vip'], { vipInfo: { subtitle: '副标题', timeTop: 7200 } }],
  [['meizu-lint-click-app'], { clickTypeInfo: { clickType: 3, customAttribute: 'x' } }],
  [['meizu-lint-activity'], { clickTypeInfo: { clickType: 1, activity: 'intent://a#Intent;end' } }],
  [['meizu-lint-url'], { clickTypeInfo: { clickType: 2, url: 'example.com' } }],
  [['meizu-lint-timed'], { pushTimeInfo: { pushTimeType: 1, startTime: '2026-12-01 00:00:00' } }],
  [['meizu-lint-speed'], { advanceInfo: { fixSpeed: 1, fixSpeedRate: 5 } }],
  [['meizu-lint-badge'], { advanceInfo: { badge: 3 } }],
  [['meizu-lint-sound'], { advanceInfo: { notificationType: { sound: 'ding' } } }],
  [['meizu-lint-unknown'], { advanceInfo: { headUp: 1 } }],
  [['meizu-lint-receipt-console'], { extra: { callback: 'http://127.0.0.1:1/cb' } }],
  [['meizu-lint-receipt-url'], { extra: { callback: 'not an address' } }],
];

describe('messageJson', () => {
  it.each(REFUSED.map(([rule, rest, bar = {}]) => ({ rule, rest, bar })))(
    '$rule refuses $rest $bar',
    ({ rule, rest, bar }) => {
      const result = makeWorld().send(push(rest, bar));
      expect(answerOf(result)).toMatchObject({ code: '1005', message: '参数错误，请参考API文档' });
      expect(stopOf(result)).toBe(rule);
    },
  );

  it.each(TAKEN.map(([notes, rest, bar = {}]) => ({ notes, rest, bar })))(
    'is taken with notes $notes: $rest $bar',
    ({ notes, rest, bar }) => {
      const world = makeWorld();
      const result = world.send(push(rest, bar));
      expect([answerOf(result).code, stopOf(result)]).toEqual(['200', undefined]);
      expect(notesOf(result)).toEqual(notes);
      expect(world.device().shade).toHaveLength(1);
    },
  );

  it('says which member, what came, and what is allowed', () => {
    const { trace } = makeWorld().send(push({ clickTypeInfo: { clickType: '5' } }));
    expect(trace.at(-1)).toMatchObject({
      rule: 'meizu-json-value',
      params: { path: 'clickTypeInfo.clickType', received: '5', expected: '0, 1, 2, 3', code: '1005' },
    });
  });

  it('counts text as the workspace says', () => {
    const world = makeWorld();
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, textUnit: 'utf16' } };
    expect(answerOf(world.send(push({}, { title: '😀'.repeat(17) }))).code).toBe('1005');
    expect(answerOf(makeWorld().send(push({}, { title: '😀'.repeat(17) }))).code).toBe('200');
  });
});

describe('eras', () => {
  const set = (world: VendorWorld, patch: Partial<typeof world.profile.meizu>): VendorWorld => {
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, ...patch } };
    return world;
  };

  it('1000 targets before 2023-08-21', () => {
    const pushIds = Array.from({ length: 1000 }, (_, index) => `T${index}000`).join(',');
    const send = (world: VendorWorld) => answerOf(world.send(push({}, {}, pushIds))).code;
    expect([send(makeWorld()), send(set(makeWorld(), { targetLimit: 1000 }))]).toEqual(['1005', '200']);
  });

  it('110002 for switched-off pushIds before 2017-12-20', () => {
    const world = set(makeWorld(), { switchedOffKey: '110002' });
    world.send(signed(`${PREFIX}/message/changeAllSwitch`, { pushId: 'PID0001', subSwitch: 'false' }));
    expect(answerOf(world.send(push())).value).toEqual({ '110002': ['PID0001'] });
  });

  it('pass-through before 2018-06-16: to the running app only', () => {
    const world = set(makeWorld(), { passThrough: true });
    const request = signed(`${PREFIX}/push/unvarnished/pushByPushId`, {
      pushIds: 'PID0001',
      messageJson: '{"content":"payload","pushTimeInfo":{"offLine":0}}',
    });
    world.send(request);
    expect(world.presentations.at(-1)).toMatchObject({ result: 'suppressed', cause: 'meizu-device-process' });
    world.process('background');
    world.send(request);
    expect(world.presentations.at(-1)).toMatchObject({
      result: 'silent',
      callbacks: [{ name: 'onMessage', data: { content: 'payload', pushType: 1 } }],
    });
    const long = signed(`${PREFIX}/push/unvarnished/pushByPushId`, {
      pushIds: 'PID0001',
      messageJson: JSON.stringify({ content: 'é'.repeat(1001) }),
    });
    expect(stopOf(world.send(long))).toBe('meizu-text-bytes');
    set(world, { passThroughBytes: 3800 });
    expect(stopOf(world.send(long))).toBeUndefined();
    world.send(signed(`${PREFIX}/message/changeRegisterSwitch`, { pushId: 'PID0001', msgType: 1, subSwitch: 0 }));
    expect(answerOf(world.send(request)).value).toEqual({ '110010': ['PID0001'] });
  });

  it('the server knows of switched-off notifications when the workspace says so', () => {
    const world = set(makeWorld(), { notificationsOff: 'server' });
    world.change({ permission: 'denied' });
    expect(answerOf(world.send(push())).value).toEqual({ '110010': ['PID0001'] });
    expect(answerOf(world.send(signed(BY_ALIAS, { alias: 'a1', messageJson: MESSAGE }))).value).toEqual({
      '110005': ['a1'],
    });
  });

  it('folding and the public limit start anew with time', () => {
    const world = set(makeWorld(), { foldAfter: 1, publicPerDay: 3 });
    const code = () => Object.keys(answerOf(world.send(push())).value as object)[0] ?? 'sent';
    const seen = [code(), code()];
    for (let minute = 0; minute < 3; minute += 1) {
      world.now += 60_000;
      seen.push(code());
    }
    expect(seen).toEqual(['sent', '520', 'sent', 'sent', '110011']);
    world.now += 86_400_000;
    expect(code()).toBe('sent');
  });
});

describe('size', () => {
  it('a body that was cut at the socket is refused', () => {
    const world = makeWorld();
    const request = { ...makeVendorRequest('api-push.meizu.com', push()), bodyTooLarge: true };
    const result = world.channel.receive(request, world.context);
    expect([answerOf(result).code, stopOf(result)]).toEqual(['1005', 'meizu-body-size']);
    expect(result.effects).toEqual([]);
  });
});

describe('targets', () => {
  it('of another app, unregistered, or uninstalled but not yet known', () => {
    const world = makeWorld();
    world.add('foreign', 'FOREIGN1', 'com.other');
    const foreign = world.send(push({}, {}, 'FOREIGN1'));
    expect(answerOf(foreign).value).toEqual({ '110002': ['FOREIGN1'] });
    expect(notesOf(foreign)).toContain('meizu-lint-foreign');
    world.change(
      { targets: world.device('phone-2').targets.map((one) => ({ ...one, state: 'unregistered' as const })) },
      'phone-2',
    );
    expect(answerOf(world.send(push({}, {}, 'PID0002'))).value).toEqual({ '110002': ['PID0002'] });
    world.change({ app: { ...world.device('phone-3').app, installed: false } }, 'phone-3');
    expect(answerOf(world.send(push({}, {}, 'PID0003'))).value).toEqual({});
    expect(world.presentations.at(-1)).toMatchObject({ result: 'suppressed', cause: 'meizu-device-installed' });
  });

  it('looks an id up before judging its form', () => {
    const world = makeWorld();
    world.add('odd', 'odd-id!');
    expect(answerOf(world.send(push({}, {}, 'odd-id!'))).value).toEqual({});
  });

  it('a phone with two of the aliases gets it once', () => {
    const world = makeWorld();
    const targets = world.device().targets.map((one) => ({ ...one, aliases: ['a1', 'a2'] }));
    world.change({ targets });
    const result = world.send(signed(BY_ALIAS, { alias: 'a1,a2', messageJson: MESSAGE }));
    expect([answerOf(result).value, stopOf(result)]).toEqual([{}, undefined]);
    expect(world.pushes).toHaveLength(1);
  });

  it('an alias reaches all phones that have it', () => {
    const world = makeWorld();
    world.send(signed(`${PREFIX}/message/subscribeAlias`, { pushId: 'PID0002', alias: 'a1' }));
    expect(answerOf(world.send(signed(BY_ALIAS, { alias: 'a1', messageJson: MESSAGE }))).value).toEqual({});
    expect(world.pushes.map(({ token }) => token)).toEqual(['PID0001', 'PID0002']);
  });
});

import { describe, expect, it } from 'vitest';
import type { RequestParts, VendorWorld } from '../../testing/vendor-world.ts';
import { makeVendorRequest, stopOf } from '../../testing/vendor-world.ts';
import type { ReceiveContext } from '../types.ts';
import { createMeizu } from './channel.ts';
import { CODE_TABLE } from './code-table.ts';
import {
  answerOf,
  BY_ALIAS,
  BY_PUSH_ID,
  MESSAGE,
  makeWorld,
  PREFIX,
  push,
  SWITCH_OFF,
  signed,
} from './testing/world.ts';

const channel = createMeizu();
const ids = new Set(channel.rules.map((rule) => rule.id));
const produced = channel.codes.filter((code) => code.rule !== null).map(({ code }) => code);

interface Recipe {
  readonly code: string;
  readonly request: RequestParts;
  readonly before?: readonly RequestParts[];
  readonly profile?: Partial<ReceiveContext['profile']['meizu']>;
  readonly prepare?: (world: VendorWorld) => void;
}

const blacklist = (world: VendorWorld): void => {
  const apps = world.credentials.meizu.apps.map((app) => ({ ...app, blacklisted: true }));
  world.credentials = { ...world.credentials, meizu: { apps } };
};
const switches = (pushId: string): RequestParts => signed(`${PREFIX}/message/getRegisterSwitch`, { pushId });

/** How to get every code that is produced. */
const RECIPES: readonly Recipe[] = [
  { code: '200', request: push() },
  { code: '500', request: push({}, { content: '' }) },
  { code: '1005', request: push({ clickTypeInfo: { clickType: 9 } }) },
  { code: '1006', request: { ...push(), body: `${push().body}0` } },
  { code: '110000', request: signed(BY_PUSH_ID, { appId: '1', pushIds: 'PID0001', messageJson: MESSAGE }) },
  { code: '110002', request: switches('PID0007') },
  { code: '110003', request: switches('x-y') },
  { code: '110004', request: signed(BY_PUSH_ID, { messageJson: MESSAGE }) },
  { code: '110009', request: push(), prepare: blacklist },
  { code: '110010', request: push(), before: [push()], profile: { requestsPerSecond: 1 } },
  { code: '110019', request: push(), before: [push()], profile: { sendsPerDay: 1 } },
  {
    code: '110031',
    request: signed(BY_PUSH_ID, { pushIds: 'PID0001', messageJson: MESSAGE, restrictedPackageNames: 'com.other' }),
  },
  { code: '110032', request: signed(`${PREFIX}/push/task/varnished/pushByAlias`, { taskId: 7, alias: 'a1' }) },
  {
    code: '110053',
    request: signed(`${PREFIX}/push/unvarnished/pushByAlias`, { alias: 'a1', messageJson: '{"content":"c"}' }),
  },
  { code: 'value.520', request: push(), before: [push()], profile: { foldAfter: 1 } },
  { code: 'value.110002', request: push({}, {}, 'PID0007') },
  { code: 'value.110003', request: push({}, {}, 'x-y') },
  { code: 'value.110005', request: signed(BY_ALIAS, { alias: 'zz', messageJson: MESSAGE }) },
  { code: 'value.110010', request: push({}, {}, 'PID0003'), before: [SWITCH_OFF] },
  {
    code: 'value.110011',
    request: push(),
    before: [push(), push(), push()],
    profile: { publicPerDay: 3 },
  },
];

describe('result codes', () => {
  it('are unique, and each that a rule gives has a recipe', () => {
    expect(new Set(CODE_TABLE.map(({ code }) => code)).size).toBe(CODE_TABLE.length);
    expect(RECIPES.map(({ code }) => code)).toEqual(produced);
  });

  it.each(RECIPES)('$code is produced', ({ code, request, before = [], profile, prepare }) => {
    const world = makeWorld();
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, ...profile } };
    prepare?.(world);
    for (const one of before) world.send(one);
    const result = world.send(request);
    const body = answerOf(result);
    const rule = channel.codes.find((one) => one.code === code)?.rule;
    if (code.startsWith('value.')) expect(Object.keys(body.value as object)).toEqual([code.slice(6)]);
    else expect(body.code).toBe(code);
    if (code === '200') expect(stopOf(result)).toBeUndefined();
    else expect(stopOf(result)).toBe(rule);
  });

  it('name rules that exist; the others say in both languages that only fault injection gives them', () => {
    for (const { code, rule, trigger, sources } of channel.codes) {
      expect(sources.length).toBeGreaterThan(0);
      if (rule === null) {
        expect(trigger.en, code).toMatch(/fault injection only/);
        expect(trigger.zh, code).toMatch(/故障注入/);
      } else expect(ids).toContain(rule);
    }
  });

  it.each(channel.codes.filter(({ code }) => code !== '200'))(
    '$code can be scripted, in the form of its kind',
    (code) => {
      const world = makeWorld();
      const request = makeVendorRequest('server-api-push.meizu.com', push({}, {}, 'PID0001,PID0002'));
      const response = channel.answerWith(code, request, world.context);
      expect(response.status).toBe(200);
      const body = answerOf({ response });
      const reading = channel.readAnswer(response.status, response.body);
      expect(reading.accepted).toBe(false);
      if (code.code.startsWith('value.')) {
        expect(body).toMatchObject({ code: '200', value: { [code.code.slice(6)]: ['PID0001', 'PID0002'] } });
        expect(reading.cause).toBe(code.rule ?? 'meizu-answer-targets');
        return;
      }
      expect(body).toMatchObject({ code: code.code, message: code.meaning.zh, value: '' });
      if (code.code === '300') expect(body.redirect).toBe(`https://api-push.meizu.com${BY_PUSH_ID}`);
      else expect(body.redirect).toBe('');
      expect(reading.cause).toBe(code.code === '500' ? 'meizu-answer-refused' : (code.rule ?? 'meizu-answer-refused'));
    },
  );
});

describe('rules', () => {
  it('are unique, sourced, and written in both languages', () => {
    expect(ids.size).toBe(channel.rules.length);
    for (const rule of channel.rules) {
      expect(rule.id).toMatch(/^meizu-[a-z-]+$/);
      expect(rule.sources.length).toBeGreaterThan(0);
      const texts = [...Object.values(rule.text), ...(rule.fix ? [rule.fix] : [])];
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) {
        expect(text.en).toMatch(/[.!?]$/);
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        const places = (value: string): string[] =>
          [...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
        expect(new Set(places(text.zh)), rule.id).toEqual(new Set(places(text.en)));
      }
      if (rule.text.stop) expect(rule.fix, rule.id).toBeDefined();
    }
  });
});

describe('definition', () => {
  it('owns what begins with /garcia and nothing else', () => {
    const { ownsPath, hosts } = channel.definition;
    for (const path of [BY_PUSH_ID, `${BY_PUSH_ID}?a=b`, '/garcia/api/client/message/registerPush', '/garcia'])
      expect(ownsPath(path)).toBe(true);
    for (const path of ['/', '/garciax/api', '/3/device/00', '/v3/message/regid', '/message/send', '/x/garcia/api'])
      expect(ownsPath(path)).toBe(false);
    expect(hosts[0]).toBe('server-api-push.meizu.com');
    for (const host of hosts) expect(host).toMatch(/^[a-z.-]+\.meizu\.com$/);
  });
});

import { describe, expect, it } from 'vitest';
import { makeVendorRequest } from '../../testing/vendor-world.ts';
import { createMeizu } from './channel.ts';
import { answerOf, BY_PUSH_ID, makeWorld, push } from './testing/world.ts';

const channel = createMeizu();
const ids = new Set(channel.rules.map((rule) => rule.id));

describe('result codes', () => {
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

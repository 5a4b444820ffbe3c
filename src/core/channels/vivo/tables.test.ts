import { describe, expect, it } from 'vitest';
import { makeVendorRequest } from '../../testing/vendor-world.ts';
import { createVivo } from './channel.ts';
import { CODE_TABLE } from './code-table.ts';
import { CheckedAnswer } from './testing/check-answer.ts';
import { VECTORS } from './testing/vectors.ts';
import { authBody, R1, vivoWorld } from './testing/world.ts';

const channel = createVivo();
const ids = channel.rules.map(({ id }) => id);

/** Codes that a row of the vectors gets from the server. */
const produced = new Set(
  VECTORS.flatMap(({ prepare, exchanges }) => {
    const world = vivoWorld();
    prepare?.(world);
    return exchanges(world).map(({ answer }) => answer.result ?? answer.status);
  }),
);

describe('result codes', () => {
  it('are each produced by a vector, or by scripted faults only and say so', () => {
    for (const { code, rule, trigger } of channel.codes) {
      if (rule === null) {
        expect(trigger.en, code).toMatch(/^Given here by scripted faults only/);
        expect(produced.has(Number(code)), code).toBe(false);
      } else {
        expect(ids, code).toContain(rule);
        expect(produced.has(Number(code)), `no vector produces ${code}`).toBe(true);
      }
    }
  });

  it('hold every code that the server can answer, once', () => {
    const known = CODE_TABLE.map(({ code }) => code);
    expect(new Set(known).size).toBe(known.length);
    for (const code of produced) expect(known).toContain(code);
  });

  it('are given by scripted faults in the form of the path', () => {
    const world = vivoWorld();
    const request = makeVendorRequest('api-push.vivo.com.cn', {
      path: '/message/send',
      body: JSON.stringify({ regId: R1 }),
    });
    for (const code of channel.codes.filter(({ code: one }) => one !== '0')) {
      const response = channel.answerWith(code, request, world.context);
      expect(response.status).toBe(code.httpStatus);
      if (code.httpStatus === 200) expect(new CheckedAnswer(response).body.result).toBe(Number(code.code));
      else expect(response.body).toBe(code.meaning.zh);
    }
    const wrong = channel.codes.find(({ code }) => code === '10302');
    if (wrong === undefined) throw new Error('no 10302');
    expect(channel.answerWith(wrong, request, world.context).body).toBe(
      `{"result":10302,"desc":"regId 不合法","invalidUser":{"status":1,"userid":"${R1}"}}`,
    );
    const auth = makeVendorRequest('api-push.vivo.com.cn', { path: '/message/auth', body: authBody(world) });
    expect(channel.answerWith(wrong, auth, world.context).body).toBe('{"result":10302,"desc":"regId 不合法"}');
  });
});

describe('definition', () => {
  it.each([
    '/message/send',
    '/message//all',
    '/report/getStatistics%20?taskIds=1',
    '/tagGroup/x',
    '//tag/add',
    '/livemessage/send',
  ])('owns %s', (path) => expect(channel.definition.ownsPath(path)).toBe(true));

  it.each(['/', '/messages/send', '/v3/message/regid', '/server/v1/message/notification/unicast', '/tagged'])(
    'leaves %s to others',
    (path) => expect(channel.definition.ownsPath(path)).toBe(false),
  );
});

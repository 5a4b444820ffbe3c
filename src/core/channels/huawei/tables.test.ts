import { describe, expect, it } from 'vitest';
import { makeVendorRequest, stopOf } from '../../testing/vendor-world.ts';
import type { ReceiveResult, VendorResponse } from '../types.ts';
import { createHuawei } from './channel.ts';
import { REFUSALS, SUCCESSES } from './testing/cases.ts';
import { codeOf } from './testing/code-cases.ts';
import { VECTORS } from './testing/vectors.ts';
import { huaweiWorld, notification, sendLegacy, sendV1 } from './testing/world.ts';

const channel = createHuawei();
const ids = channel.rules.map(({ id }) => id);

const textOf = ({ body }: VendorResponse): unknown => {
  const answer = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return answer.msg ?? answer.error_description;
};

describe('refusals', () => {
  it.each(REFUSALS)('$rule: $name', ({ rule, code, prepare, requests, text }) => {
    const world = huaweiWorld();
    prepare?.(world);
    const results = requests(world).map((request) => world.send(request));
    const last = results.at(-1) as ReceiveResult;
    for (const result of results.slice(0, -1)) expect(stopOf(result)).toBeUndefined();
    expect(stopOf(last)).toBe(rule);
    expect(last.trace.filter(({ verdict }) => verdict === 'stop')).toHaveLength(1);
    expect(codeOf(last.response)).toBe(code);
    if (text !== undefined) expect(textOf(last.response)).toBe(text);
    expect(last.effects.filter(({ type }) => type === 'push')).toEqual([]);
  });

  it('exist for every rule that can refuse a request', () => {
    const covered = new Set(REFUSALS.map(({ rule }) => rule));
    const refusing = channel.rules.filter(({ stage, text }) => stage === 'channel' && text.stop !== undefined);
    const own = refusing.filter(({ id }) => !id.startsWith('huawei-answer-'));
    expect(own.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});

describe('successes', () => {
  it.each(SUCCESSES)('$rule', ({ rule, code, requests }) => {
    const world = huaweiWorld();
    const last = requests(world)
      .map((request) => world.send(request))
      .at(-1);
    expect(last?.trace.filter(({ verdict }) => verdict === 'stop')).toEqual([]);
    expect(last?.trace.map((step) => `${step.rule} ${step.verdict}`)).toContain(`${rule} pass`);
    expect(last && codeOf(last.response)).toBe(code);
  });
});

/** Codes that a vector or a case gets from the endpoints. */
function producedCodes(): ReadonlySet<string> {
  const produced = new Set([...REFUSALS, ...SUCCESSES].map(({ code }) => code));
  for (const { prepare, exchanges } of VECTORS) {
    const world = huaweiWorld();
    prepare?.(world);
    for (const { request } of exchanges(world)) produced.add(codeOf(world.send(request).response));
  }
  produced.delete('token');
  return produced;
}

describe('result codes', () => {
  const produced = producedCodes();

  it('are each produced by a case, or by scripted faults only and say so', () => {
    for (const { code, rule, trigger } of channel.codes) {
      expect(produced.has(code), code).toBe(rule !== null);
      if (rule === null) expect(trigger.en, code).toMatch(/only scripted faults give (it|this)/i);
      else expect(ids, code).toContain(rule);
    }
  });

  it('hold every code that the endpoints answer, once', () => {
    const known = channel.codes.map(({ code }) => code);
    expect(new Set(known).size).toBe(known.length);
    expect([...produced].filter((code) => !known.includes(code))).toEqual([]);
  });

  it('are given by scripted faults in the form of the code and the path', () => {
    const world = huaweiWorld();
    const request = makeVendorRequest('push-api.cloud.huawei.com', sendV1(world, notification()));
    const old = makeVendorRequest('api.push.hicloud.com', sendLegacy(world));
    for (const code of channel.codes.filter(({ success }) => success !== true)) {
      const response = channel.answerWith(code, request, world.context);
      expect(codeOf(response), code.code).toBe(code.code);
      expect(response.status).toBe(code.httpStatus);
      if (/^\d+$/.test(code.code)) expect(channel.answerWith(code, old, world.context).status).toBe(200);
    }
  });

  it('follow the switches of the status column', () => {
    const world = huaweiWorld();
    world.profile = { ...world.profile, huawei: { ...world.profile.huawei, authStatus: 401, parameterStatus: 200 } };
    expect(world.send({ ...sendV1(world, {}), headers: [] }).response.status).toBe(401);
    expect(world.send({ ...sendV1(world, {}), body: '{' }).response.status).toBe(200);
  });
});

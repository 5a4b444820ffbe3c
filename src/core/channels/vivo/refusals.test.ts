import { describe, expect, it } from 'vitest';
import { notesOf, stopOf } from '../../testing/vendor-world.ts';
import type { ReceiveResult } from '../types.ts';
import { TOKEN_MS } from './auth.ts';
import { vivoRules } from './rules.ts';
import {
  ALIAS,
  authBody,
  bodyOf,
  login,
  message,
  post,
  R1,
  R2,
  RU,
  RX,
  send,
  setVivo,
  vivoWorld,
} from './testing/world.ts';

/** The sentence of the step that stopped a request, as the trace shows it. */
function sentenceOf({ trace }: ReceiveResult): string {
  const stop = trace.find(({ verdict }) => verdict === 'stop');
  const text = vivoRules.find(({ id }) => id === stop?.rule)?.text.stop?.en ?? '';
  return text.replace(/\{(\w+)\}/g, (_, place: string) => String(stop?.params?.[place]));
}

describe('a refusal says what is wrong, not what may be', () => {
  it('with the token', () => {
    const world = vivoWorld();
    const value = login(world);
    const ask = (headers: readonly (readonly [string, string])[]): ReceiveResult =>
      world.send({ path: '/message/send', headers, body: JSON.stringify(message()) });
    expect(stopOf(ask([]))).toBe('vivo-token-missing');
    expect(stopOf(ask([['authtoken', `Bearer ${value}`]]))).toBe('vivo-token');
    world.now += TOKEN_MS;
    const late = ask([['authtoken', value]]);
    expect(stopOf(late)).toBe('vivo-token-expired');
    expect(sentenceOf(late)).toContain(new Date(world.now).toISOString());
  });

  it.each([
    ['vivo-body', 'xyz'],
    ['vivo-body-object', '[]'],
    ['vivo-body-object', '"text"'],
  ])('with the body: %s', (rule, body) => {
    const result = post(vivoWorld(), '/message/send', body);
    expect(result.response).toMatchObject({ status: 500, body: 'Internet server error!' });
    expect(stopOf(result)).toBe(rule);
  });

  it.each([
    ['requestId', 10352],
    ['title', 10055],
    ['content', 10057],
    ['notifyType', 10054],
    ['skipType', 10060],
  ])('with %s: that it is missing, or what it is', (name, code) => {
    const world = vivoWorld();
    for (const value of [undefined, null, '', '  ']) {
      const result = send(world, { [name]: value });
      expect(bodyOf(result).result).toBe(code);
      expect(stopOf(result)).toBe('vivo-field-missing');
      expect(sentenceOf(result)).toBe(`${name} is missing or empty.`);
    }
    const odd = send(world, { [name]: {} });
    expect(bodyOf(odd).result).toBe(code);
    expect(sentenceOf(odd)).toContain('{…}');
  });

  it('with skipContent', () => {
    const world = vivoWorld();
    for (const skipType of [2, 3, 4]) {
      expect(sentenceOf(send(world, { skipType }))).toBe(
        `skipContent is missing or empty; skipType ${skipType} needs it.`,
      );
      expect(sentenceOf(send(world, { skipType, skipContent: [] }))).toContain('[…]');
    }
    expect(sentenceOf(send(world, { title: 'x'.repeat(41) }))).toBe('The title has a length of 41; 40 is the limit.');
  });

  it('with extra', () => {
    const world = vivoWorld();
    expect(stopOf(send(world, { extra: 'text' }))).toBe('vivo-extra-map');
    expect(stopOf(send(world, { extra: { foo: '1' } }))).toBe('vivo-extra-keys');
  });

  it('with a body that is no UTF-8', () => {
    const world = vivoWorld();
    const headers = [['authtoken', login(world)]] as const;
    const bytes = new Uint8Array([0x7b, 0xff, 0x7d]);
    expect(stopOf(world.send({ path: '/message/send', headers, body: bytes }))).toBe('vivo-body-encoding');
  });

  it('with the target', () => {
    const world = vivoWorld();
    expect(stopOf(send(world, { regId: RX }))).toBe('vivo-regid');
    expect(stopOf(send(world, { regId: RU }))).toBe('vivo-regid-gone');
    expect(stopOf(send(world, { regId: undefined, alias: 'nobody' }))).toBe('vivo-alias');
    expect(stopOf(send(world, { regId: undefined, alias: 'al3' }))).toBe('vivo-alias-gone');
    setVivo(world, { testDevices: 'none' });
    expect(stopOf(send(world, { pushMode: 1 }))).toBe('vivo-test-device');
    expect(stopOf(send(world, { pushMode: 1, regId: undefined, alias: ALIAS }))).toBe('vivo-test-device');
  });

  it('with targets that are no list', () => {
    const world = vivoWorld();
    const { taskId } = bodyOf(post(world, '/message/saveListPayload', message({ regId: undefined })));
    const result = post(world, '/message/pushToList', { taskId, regIds: `${R1},${R2}`, requestId: 'l' });
    expect(bodyOf(result).result).toBe(10153);
    expect(stopOf(result)).toBe('vivo-target-list');
    const one = post(world, '/message/pushToList', { taskId, regIds: [R1], requestId: 'm' });
    expect(stopOf(one)).toBe('vivo-target-count');
  });
});

describe('the last passed step says what was done', () => {
  const lastPass = ({ trace }: ReceiveResult): string | undefined =>
    trace.findLast(({ verdict }) => verdict === 'pass')?.rule;

  it('for calls that have no task, and for an answer given again', () => {
    const world = vivoWorld();
    const auth = world.send({ path: '/message/auth', body: authBody(world) });
    expect(lastPass(auth)).toBe('vivo-token-made');
    expect(lastPass(post(world, '/tag/add', { name: 'a' }))).toBe('vivo-done');
    expect(lastPass(post(world, '/invalidUser/check', { userType: 1, userIds: [R1] }))).toBe('vivo-done');
    const same = { requestId: 'same' };
    expect(lastPass(send(world, same))).toBe('vivo-accepted');
    expect(lastPass(send(world, same))).toBe('vivo-answered-again');
  });
});

describe('notes', () => {
  it('tell that a taskId sent as a number may have lost digits', () => {
    const world = vivoWorld();
    const list = (taskId: unknown): ReceiveResult =>
      post(world, '/message/pushToList', { taskId, regIds: [R1, R2], requestId: 'l' });
    const rounded = list(171993814220276380);
    expect(bodyOf(rounded).result).toBe(10155);
    expect(notesOf(rounded)).toContain('vivo-task-digits');
    expect(notesOf(list('171993814220276380'))).not.toContain('vivo-task-digits');
    expect(notesOf(list(1))).not.toContain('vivo-task-digits');
  });

  it('tell that a timedDisplay which is no object does nothing', () => {
    for (const timedDisplay of ['x', [], 7])
      expect(notesOf(send(vivoWorld(), { timedDisplay }))).toContain('vivo-timed-display');
    expect(notesOf(send(vivoWorld(), { timedDisplay: null }))).not.toContain('vivo-timed-display');
  });
});

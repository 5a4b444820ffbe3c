import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import type { Outcome } from '../simulator-types.ts';
import { XIAOMI_SECRET } from '../testing/credentials.ts';
import { asRequest, makeSimulator, type TestBench } from '../testing/simulator.ts';
import type { NewFault } from './fault-types.ts';

const HOST = 'api.xmpush.xiaomi.com';

function bench(...faults: NewFault[]): TestBench {
  const made = makeSimulator(createChannels());
  for (const fault of faults) {
    const added = made.simulator.addFault(fault);
    if (!added.ok) throw new Error(added.error.message);
  }
  made.events.length = 0;
  return made;
}

const tokenOf = ({ simulator }: TestBench, id: string): string => simulator.device(id)?.targets[0]?.token ?? '';

/** One push of a foreign sender to the Xiaomi phone. */
function push(made: TestBench, more: { path?: string; secret?: string; form?: string } = {}) {
  const { path = '/v3/message/regid', secret = XIAOMI_SECRET, form = '' } = more;
  const call = {
    protocol: 'http/1.1',
    method: 'POST',
    host: HOST,
    path,
    headers: [
      ['authorization', `key=${secret}`],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: `registration_id=${encodeURIComponent(tokenOf(made, 'xiaomi'))}&title=t&description=d&payload=p&restricted_package_name=com.example.app&notify_id=7${form}`,
  } as const;
  const { response, exchangeId } = made.simulator.receive('xiaomi', asRequest(call), null);
  const exchange = made.simulator.exchange(exchangeId);
  return { response, exchange, stops: exchange?.trace.filter((step) => step.verdict === 'stop') ?? [] };
}

const shade = ({ simulator }: TestBench, id: string) => simulator.device(id)?.shade ?? [];
const only = (outcomes: readonly Outcome[]): Outcome => {
  const [first] = outcomes;
  if (first === undefined || outcomes.length !== 1) throw new Error(`${outcomes.length} outcomes`);
  return first;
};

describe('a fault with a code', () => {
  const fault: NewFault = { channel: 'xiaomi', times: 2, action: { type: 'code', code: '10001' } };

  it('answers so many requests with it, delivers nothing of them, and is gone', () => {
    const made = bench(fault);
    const answers = [push(made), push(made), push(made)];
    expect(answers.map(({ response }) => JSON.parse(response.body).code)).toEqual([10001, 10001, 0]);
    expect(answers[0]?.stops).toEqual([
      {
        stage: 'channel',
        rule: 'scripted-fault',
        verdict: 'stop',
        params: { fault: 'fault-1', answer: '10001 (200)' },
      },
    ]);
    expect(answers[0]?.exchange).toMatchObject({ deliveries: [], title: 't' });
    expect(shade(made, 'xiaomi')).toHaveLength(1);
    expect(made.simulator.faults()).toEqual([]);
    const told = made.events.flatMap((event) => (event.type === 'faults' ? [event.faults.map((one) => one.used)] : []));
    expect(told).toEqual([[1], []]);
  });

  it('comes after every check: a refused request gets its own refusal and uses nothing up', () => {
    const made = bench(fault);
    const { response, stops } = push(made, { secret: 'wrong' });
    expect(JSON.parse(response.body).code).toBe(21301);
    expect(stops.map((step) => step.rule)).not.toContain('scripted-fault');
    expect(made.simulator.faults()).toMatchObject([{ used: 0 }]);
  });

  it('stays until it is removed without a number', () => {
    const made = bench({ ...fault, id: 'storm', times: null });
    for (let i = 0; i < 5; i++) expect(JSON.parse(push(made).response.body).code).toBe(10001);
    expect(made.simulator.faults()).toMatchObject([{ id: 'storm', used: 5, times: null }]);
    expect(made.simulator.removeFault('storm')).toMatchObject({ ok: true });
    expect(JSON.parse(push(made).response.body).code).toBe(0);
    expect(made.simulator.removeFault('storm')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('shows in the outcome of an IM message', () => {
    const made = bench({ channel: 'apns', times: 1, action: { type: 'code', code: 'ServiceUnavailable' } });
    const outcome = only(made.send({ to: { c2c: 'user-apns' } }));
    expect(outcome).toMatchObject({
      delivered: false,
      reason: 'vendor-rejected',
      cause: 'scripted-fault',
      answer: { status: 503 },
    });
    expect(only(made.send({ to: { c2c: 'user-apns' } }))).toMatchObject({ delivered: true });
  });

  it('shows in the outcome when it met the request for an access token', () => {
    const made = bench({ channel: 'fcm', match: { path: '/token' }, action: { type: 'status', status: 503 } });
    const outcome = only(made.send({ to: { c2c: 'user-fcm' } }));
    expect(outcome).toMatchObject({ reason: 'vendor-rejected', cause: 'scripted-fault', call: null });
    expect(made.simulator.exchange(outcome.exchangeId ?? '')?.request?.path).toBe('/token');
    made.simulator.removeFault('fault-1');
    const after = only(made.send({ to: { c2c: 'user-fcm' } }));
    expect(after.delivered).toBe(true);
    expect(made.simulator.exchange(after.exchangeId ?? '')?.request?.path).toMatch(/messages:send$/);
  });

  it('is foreseen by a dry run, which does not use it up', () => {
    const made = bench({ channel: 'apns', times: 1, action: { type: 'code', code: 'Forbidden' } });
    const input = { from: 'alice', to: { c2c: 'user-apns' }, kind: 'chat', elements: [{ type: 'text', text: 'a' }] };
    const plan = made.simulator.planMessage(input as never, { dryRun: true });
    expect(plan).toMatchObject({ ok: true, value: { outcomes: [{ cause: 'scripted-fault', delivered: false }] } });
    expect(made.simulator.faults()).toMatchObject([{ used: 0 }]);
  });
});

describe('which requests are met', () => {
  const status: NewFault['action'] = { type: 'status', status: 502 };

  it('those to a target, addressed alone or among others', () => {
    const made = bench();
    made.simulator.addFault({ channel: 'xiaomi', match: { target: tokenOf(made, 'xiaomi') }, action: status });
    expect(push(made).response.status).toBe(502);
    expect(push(made, { path: '/v3/message/all', form: '' }).response.status).toBe(502);
    const other = bench({ channel: 'xiaomi', match: { target: 'another' }, action: status });
    expect(push(other).response.status).toBe(200);
  });

  it.each([
    ['/v3/message/regid', 502],
    ['/v3/message/*', 502],
    ['/v3/message', 200],
    ['/v2/*', 200],
    ['*', 502],
  ])('those to the path %s get %i', (path, expected) => {
    const made = bench({ channel: 'xiaomi', match: { path }, action: status });
    expect(push(made, { path: '/v3/message/regid?x=1' }).response.status).toBe(expected);
  });

  it('those of its channel only, the first fault that fits deciding', () => {
    const made = bench(
      { channel: 'apns', action: { type: 'reset' } },
      {
        channel: 'xiaomi',
        times: 1,
        action: { type: 'status', status: 500, body: 'down', headers: [['x-by', 'gate']] },
      },
      { channel: 'xiaomi', action: status },
    );
    expect(push(made).response).toEqual({ status: 500, headers: [['x-by', 'gate']], body: 'down' });
    expect(push(made).response.status).toBe(502);
    expect(made.simulator.faults()).toMatchObject([{ used: 0 }, { used: 1, action: status }]);
  });

  it('refused ones too, where the answer is none of the vendor’s codes', () => {
    const made = bench({ channel: 'xiaomi', action: status });
    const { response, stops } = push(made, { secret: 'wrong' });
    expect(response.status).toBe(502);
    expect(stops.map((step) => step.rule)).toEqual(['scripted-fault']);
  });
});

describe('faults of the connection', () => {
  it.each([
    ['reset', { type: 'reset' }, { status: 0, drop: 'reset' }, 'RST'],
    [
      'goaway',
      { type: 'goaway', debugData: 'bye' },
      { status: 0, goaway: { debugData: 'bye', lastStreamId: 0 } },
      'GOAWAY bye',
    ],
  ] as const)('%s: nothing arrives', (_name, action, response, answer) => {
    const made = bench({ channel: 'xiaomi', action });
    const pushed = push(made);
    expect(pushed.response).toMatchObject(response);
    expect(pushed.stops).toMatchObject([{ rule: 'scripted-fault', params: { answer } }]);
    expect(shade(made, 'xiaomi')).toEqual([]);
  });

  it('leave an IM message unreachable because of the fault', () => {
    const made = bench({ channel: 'xiaomi', action: { type: 'reset' } });
    const { simulator } = made;
    const plan = simulator.planMessage({
      from: 'alice',
      to: { c2c: 'user-xiaomi' },
      kind: 'chat',
      elements: [{ type: 'text', text: 'hi' }],
    });
    const outcome = only(plan.ok ? plan.value.outcomes : []);
    const call = simulator.nextCall(outcome.id, null)?.call;
    if (call === undefined) throw new Error('nothing to send');
    simulator.receive('xiaomi', asRequest(call), outcome.id);
    const done = simulator.completeOutcome(outcome.id, { error: 'socket hang up' });
    expect(done).toMatchObject({
      ok: true,
      value: { reason: 'vendor-unreachable', cause: 'scripted-fault', delivered: false },
    });
    const rules = simulator.outcome(outcome.id)?.trace.filter((step) => step.verdict === 'stop');
    expect(rules?.map((step) => step.rule)).toEqual(['scripted-fault', 'vendor-unreachable']);
  });

  it('let a request that is sent again after a GOAWAY belong to its outcome', () => {
    const made = bench({ channel: 'apns', times: 1, action: { type: 'goaway' } });
    const { simulator } = made;
    const plan = simulator.planMessage({
      from: 'alice',
      to: { c2c: 'user-apns' },
      kind: 'chat',
      elements: [{ type: 'text', text: 'hi' }],
    });
    const outcome = only(plan.ok ? plan.value.outcomes : []);
    const call = simulator.nextCall(outcome.id, null)?.call;
    if (call === undefined) throw new Error('nothing to send');
    const first = simulator.receive('apns', asRequest(call), outcome.id);
    const second = simulator.receive('apns', asRequest(call), outcome.id);
    expect([first.response.status, second.response.status]).toEqual([0, 200]);
    const done = simulator.completeOutcome(outcome.id, second.response);
    expect(done).toMatchObject({ ok: true, value: { delivered: true, exchangeId: second.exchangeId } });
  });
});

describe('a delay', () => {
  it('holds the regular answer back and says so; several add up, and go with another fault', () => {
    const made = bench(
      { channel: 'xiaomi', action: { type: 'delay', ms: 2000 } },
      { channel: 'xiaomi', times: 1, action: { type: 'delay', ms: 500 } },
      { channel: 'xiaomi', times: 1, action: { type: 'code', code: '10002' } },
    );
    const both = push(made);
    expect(both.response.delayMs).toBe(2500);
    expect(JSON.parse(both.response.body).code).toBe(10002);
    const alone = push(made);
    expect(alone.response).toMatchObject({ status: 200, delayMs: 2000 });
    expect(alone.exchange?.trace.at(-1)).toMatchObject({ rule: 'scripted-delay', verdict: 'note' });
    expect(shade(made, 'xiaomi')).toHaveLength(1);
  });

  it('longer than the sender waits leaves the push delivered', () => {
    const made = bench();
    const plan = made.simulator.planMessage({
      from: 'alice',
      to: { c2c: 'user-xiaomi' },
      kind: 'chat',
      elements: [{ type: 'text', text: 'hi' }],
    });
    const outcome = only(plan.ok ? plan.value.outcomes : []);
    const call = made.simulator.nextCall(outcome.id, null)?.call;
    if (call === undefined) throw new Error('nothing to send');
    made.simulator.receive('xiaomi', asRequest(call), outcome.id);
    const done = made.simulator.completeOutcome(outcome.id, { error: 'no answer within 10000 ms' });
    expect(done).toMatchObject({ ok: true, value: { delivered: true, reason: 'delivered', cause: 'delivered' } });
    expect(made.simulator.outcome(outcome.id)?.trace).toContainEqual(
      expect.objectContaining({ rule: 'vendor-unreachable', verdict: 'note' }),
    );
  });
});

describe('setting faults up', () => {
  const { simulator } = bench();
  it.each<[string, NewFault, string, RegExp]>([
    [
      'an unknown code',
      { channel: 'apns', action: { type: 'code', code: 'ServiceUnavailble' } },
      'unknown_code',
      /Did you mean "ServiceUnavailable"\?.*BadDeviceToken/,
    ],
    ['a success', { channel: 'xiaomi', action: { type: 'code', code: '0' } }, 'unknown_code', /means success/],
    ['another channel', { channel: 'nobody' as never, action: { type: 'reset' } }, 'channel_not_available', /xiaomi/],
  ])('is refused for %s', (_what, fault, code, message) => {
    expect(simulator.addFault(fault)).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) },
    });
    expect(simulator.faults()).toEqual([]);
  });

  it('is refused for an id twice; ids that were not given are free ones', () => {
    const made = bench({ id: 'fault-2', channel: 'apns', action: { type: 'reset' } });
    expect(made.simulator.addFault({ id: 'fault-2', channel: 'apns', action: { type: 'reset' } })).toMatchObject({
      ok: false,
      error: { code: 'already_exists' },
    });
    const added = [1, 2].map(() => made.simulator.addFault({ channel: 'apns', action: { type: 'reset' } }));
    expect(added.map((one) => (one.ok ? one.value.id : null))).toEqual(['fault-3', 'fault-4']);
  });

  it('is part of the workspace, and a reset takes faults away', () => {
    const made = bench({ channel: 'apns', times: 3, action: { type: 'code', code: 'Shutdown' } });
    const saved = made.simulator.workspace();
    expect(saved.faults).toHaveLength(1);
    const { faults, ...before } = saved;
    made.simulator.load(before);
    expect(made.simulator.faults()).toEqual([]);
    expect('faults' in made.simulator.workspace()).toBe(false);
    made.simulator.load(saved);
    expect(made.simulator.faults()).toEqual(faults);
  });
});

// Vectors 20, 21, 22, 24, 29 and 32 of the phone: the numbers stand in the names.
import { describe, expect, it } from 'vitest';
import type { Device } from '../../device/types.ts';
import type { RuleProfile } from '../../profile.ts';
import { device, makeSimulator, type TestBench } from '../../testing/simulator.ts';
import { makeVendorRequest } from '../../testing/vendor-world.ts';
import { createFcm } from './channel.ts';
import { accessToken, bearer, SEND } from './testing/world.ts';

const MINUTE = 60_000;
const START = 1_793_496_600_000;

interface Scene extends TestBench {
  /** Sends to the Pixel and answers the exchange's id. */
  push(message: Readonly<Record<string, unknown>>): string;
}

function scene(profile: Partial<RuleProfile['fcm']> = {}): Scene {
  const bench = makeSimulator([createFcm()], { startAt: START });
  let now = START;
  const advance = (ms: number): void => {
    now += ms;
    bench.advance(ms);
  };
  const { simulator } = bench;
  const workspace = simulator.workspace();
  const fcm = { ...workspace.profile.fcm, ...profile };
  simulator.load({ ...workspace, profile: { ...workspace.profile, fcm } });
  const token = device(bench, 'pixel').targets[0]?.token;
  const push = (message: Readonly<Record<string, unknown>>): string => {
    const headers = [bearer(accessToken(now)), ['content-type', 'application/json']] as const;
    const body = JSON.stringify({ message: { token, ...message } });
    const request = makeVendorRequest('fcm.googleapis.com', { path: SEND, headers, body });
    const { response, exchangeId } = simulator.receive('fcm', request, null);
    expect(response.status).toBe(200);
    return exchangeId;
  };
  return { ...bench, advance, push };
}

const NOTIFICATION = { notification: { title: 't', body: 'b' } };
const data = (n: number, priority = 'NORMAL', rest: object = {}) => ({
  data: { n: String(n) },
  android: { priority, ...rest },
});

const fate = ({ simulator }: Scene, id: string) => simulator.exchange(id)?.deliveries[0];
const reached = ({ events }: Scene): readonly unknown[] =>
  events.flatMap((event) => {
    const message = event.type === 'app-callback' ? (event.data.data as { n?: string } | undefined) : undefined;
    return message?.n === undefined ? [] : [message.n];
  });
const titles = (at: Scene): readonly unknown[] => device(at, 'pixel').shade.map(({ body }) => body);

function patch(at: Scene, change: Parameters<Scene['simulator']['patchDevice']>[1]): void {
  const result = at.simulator.patchDevice('pixel', change);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

function act(at: Scene, ...actions: Parameters<Scene['simulator']['act']>[1][]): void {
  for (const action of actions) expect(at.simulator.act('pixel', action)).toMatchObject({ ok: true });
}

/** The clock goes on by `ms` and the simulator does what has become due. */
function later(at: Scene, ms: number): void {
  at.advance(ms);
  at.simulator.tick();
}

describe('a phone that dozes', () => {
  it('20: gets what is not urgent in the next maintenance window', () => {
    const at = scene();
    patch(at, { conditions: { doze: 'deep' } });
    const sent = at.push(data(1));
    expect(fate(at, sent)).toMatchObject({
      result: 'waiting',
      cause: 'fcm-device-doze',
      trace: [{ params: { depth: 'deep', until: new Date(START + 60 * MINUTE).toISOString() } }],
    });
    expect(at.simulator.nextDue()).toBe(START + 60 * MINUTE);
    later(at, 59 * MINUTE);
    expect(reached(at)).toEqual([]);
    later(at, MINUTE);
    expect(reached(at)).toEqual(['1']);
    expect(fate(at, sent)).toMatchObject({ result: 'silent', cause: null });
  });

  it('gets it at once when somebody wakes it, in light Doze too', () => {
    const at = scene();
    patch(at, { conditions: { doze: 'light' } });
    at.push(data(1));
    act(at, { action: 'wakeUp' });
    expect(reached(at)).toEqual(['1']);
  });

  it('21: gets what is urgent now, and says so', () => {
    const at = scene();
    patch(at, { conditions: { doze: 'deep' } });
    const sent = at.push({ ...NOTIFICATION, android: { priority: 'HIGH' } });
    expect(fate(at, sent)?.trace).toContainEqual(expect.objectContaining({ rule: 'fcm-device-doze', verdict: 'note' }));
    expect(titles(at)).toEqual(['b']);
  });

  it('keeps the newest of a key only, and loses what is for now or never', () => {
    const at = scene();
    patch(at, { conditions: { doze: 'deep' } });
    const [older, newer] = [
      at.push(data(1, 'NORMAL', { collapse_key: 'k' })),
      at.push(data(2, 'NORMAL', { collapse_key: 'k' })),
    ];
    const never = at.push(data(3, 'NORMAL', { ttl: '0s' }));
    expect(fate(at, older)).toMatchObject({ result: 'dropped', cause: 'device-replaced' });
    expect(fate(at, never)).toMatchObject({ result: 'dropped', cause: 'fcm-device-doze' });
    act(at, { action: 'wakeUp' });
    expect(reached(at)).toEqual(['2']);
    expect(fate(at, newer)).toMatchObject({ result: 'silent' });
  });

  it('does not get what expired meanwhile', () => {
    const at = scene();
    patch(at, { conditions: { doze: 'deep' } });
    const sent = at.push(data(1, 'NORMAL', { ttl: '600s' }));
    later(at, 11 * MINUTE);
    expect(fate(at, sent)).toMatchObject({ result: 'dropped', cause: 'device-waited' });
  });
});

describe('an app that may do nothing in the background', () => {
  const RESTRICTED: readonly Device['settings'][] = [{ battery: 'restricted' }, { standby: 'restricted' }];
  it.each(RESTRICTED)('32: gets normal messages when it is opened: %j', (settings) => {
    const at = scene();
    patch(at, { settings: settings ?? {} });
    const sent = at.push(data(1));
    expect(fate(at, sent)).toMatchObject({ result: 'waiting', cause: 'fcm-device-restricted' });
    later(at, 24 * 60 * MINUTE);
    expect(reached(at)).toEqual([]);
    act(at, { action: 'launch' });
    expect(reached(at)).toEqual(['1']);
  });

  it('32: gets urgent ones as if they were normal: in deep Doze at the next window', () => {
    const at = scene();
    patch(at, { settings: { battery: 'restricted' }, conditions: { doze: 'deep' } });
    const sent = at.push(data(1, 'HIGH'));
    expect(fate(at, sent)).toMatchObject({ result: 'waiting', cause: 'fcm-device-doze' });
    later(at, 60 * MINUTE);
    expect(reached(at)).toEqual(['1']);
  });

  it('waits for the end of power saving only where the workspace says so', () => {
    const usual = scene();
    patch(usual, { conditions: { powerSaver: true } });
    usual.push(data(1));
    expect(reached(usual)).toEqual(['1']);
    const at = scene({ powerSaver: 'later' });
    patch(at, { conditions: { powerSaver: true } });
    expect(fate(at, at.push(data(1)))).toMatchObject({ result: 'waiting', cause: 'fcm-device-saver' });
    at.push(data(2, 'HIGH'));
    expect(reached(at)).toEqual(['2']);
    patch(at, { conditions: { powerSaver: false } });
    expect(reached(at)).toEqual(['2', '1']);
  });
});

describe('an app that its maker or its user keeps from starting', () => {
  it('29: on MIUI without auto-start gets even urgent data when it is opened', () => {
    const at = scene();
    patch(at, { system: { name: 'MIUI' } });
    const sent = at.push(data(1, 'HIGH'));
    expect(fate(at, sent)).toMatchObject({ result: 'waiting', cause: 'fcm-device-autostart' });
    expect(fate(at, at.push({ ...NOTIFICATION, android: { ttl: '0s' } }))).toMatchObject({ result: 'dropped' });
    act(at, { action: 'launch' });
    expect(reached(at)).toEqual(['1']);
  });

  it('on MIUI with auto-start, or with its process alive, gets it now', () => {
    const allowed = scene();
    patch(allowed, { system: { name: 'MIUI' }, settings: { autoStart: true } });
    allowed.push(data(1, 'HIGH'));
    expect(reached(allowed)).toEqual(['1']);
    const alive = scene();
    patch(alive, { system: { name: 'MIUI' } });
    act(alive, { action: 'launch' }, { action: 'background' });
    alive.push(data(2, 'HIGH'));
    expect(reached(alive)).toEqual(['2']);
  });

  it('22: when force-stopped loses everything, and opening it later brings nothing', () => {
    const at = scene();
    act(at, { action: 'kill', by: 'forceStop' });
    const sent = at.push({ ...NOTIFICATION, android: { priority: 'HIGH' } });
    expect(fate(at, sent)).toMatchObject({ result: 'suppressed', cause: 'fcm-device-stopped' });
    at.push(data(1, 'HIGH'));
    act(at, { action: 'launch' }, { action: 'background' });
    expect([reached(at), titles(at)]).toEqual([[], []]);
    at.push(NOTIFICATION);
    expect(titles(at)).toEqual(['b']);
  });
});

describe('more collapsible messages than FCM lets through', () => {
  const keyed = (n: number, key: string) => data(n, 'HIGH', { collapse_key: key });

  it('24: are held: 20 at once, then one every 3 minutes, the newest of each key', () => {
    const at = scene();
    const ids = Array.from({ length: 25 }, (_, n) => at.push(keyed(n, n % 2 === 0 ? 'even' : 'odd')));
    expect(reached(at)).toHaveLength(20);
    expect(ids.slice(20).map((id) => fate(at, id)?.result)).toEqual([
      'dropped',
      'dropped',
      'dropped',
      'waiting',
      'waiting',
    ]);
    expect(fate(at, ids[24] ?? '')?.cause).toBe('fcm-device-burst');
    expect(at.simulator.nextDue()).toBe(START + 3 * MINUTE);
    later(at, 3 * MINUTE - 1);
    expect(reached(at)).toHaveLength(20);
    later(at, 1);
    expect(reached(at).slice(20)).toEqual(['23']);
    later(at, 3 * MINUTE);
    expect(reached(at).slice(20)).toEqual(['23', '24']);
    later(at, 60 * MINUTE);
    for (let n = 0; n < 21; n++) at.push(keyed(n, 'even'));
    expect(reached(at)).toHaveLength(42);
  });

  it('are forgotten when the clock is set back by more than any burst takes', () => {
    const at = scene();
    for (let n = 0; n < 20; n++) at.push(keyed(n, 'even'));
    at.advance(-10 * 60 * MINUTE);
    for (let n = 20; n < 40; n++) at.push(keyed(n, 'even'));
    expect(reached(at)).toHaveLength(40);
    expect(fate(at, at.push(keyed(40, 'even')))?.result).toBe('waiting');
  });

  it('do not hold back data without a key, what is for now or never, another phone, or anything when switched off', () => {
    const at = scene();
    for (let n = 0; n < 20; n++) at.push(NOTIFICATION);
    expect(fate(at, at.push(NOTIFICATION))).toMatchObject({ result: 'waiting', cause: 'fcm-device-burst' });
    at.push(data(1));
    at.push(data(2, 'NORMAL', { collapse_key: 'k', ttl: '0s' }));
    expect(reached(at)).toEqual(['1', '2']);
    const off = scene({ collapsibleBurst: 0 });
    for (let n = 0; n < 30; n++) off.push(NOTIFICATION);
    expect(titles(off)).toHaveLength(30);
  });
});

describe('a switch of the workspace', () => {
  it('lets what it kept back go at once', () => {
    const at = scene();
    for (let n = 0; n < 21; n++) at.push(NOTIFICATION);
    expect(titles(at)).toHaveLength(20);
    at.simulator.setProfile({ fcm: { collapsibleBurst: 0 } });
    expect(titles(at)).toHaveLength(21);
  });
});

describe('urgent messages that show nothing', () => {
  it('are lowered after as many as the workspace says, until 7 days have passed', () => {
    const at = scene({ loweredAfter: 3 });
    for (let n = 0; n < 3; n++) at.push(data(n, 'HIGH'));
    patch(at, { conditions: { doze: 'deep' } });
    expect(fate(at, at.push(data(3, 'HIGH')))).toMatchObject({ result: 'waiting', cause: 'fcm-device-doze' });
    act(at, { action: 'wakeUp' });
    const callback = at.events.findLast((event) => event.type === 'app-callback');
    expect(callback).toMatchObject({ data: { originalPriority: 'high', priority: 'normal' } });
    const shown = at.push({ ...NOTIFICATION, android: { priority: 'HIGH' } });
    expect(fate(at, shown)?.trace).toContainEqual(expect.objectContaining({ rule: 'fcm-device-lowered' }));
    expect(device(at, 'pixel').shade[0]?.tap.data).toMatchObject({
      'google.original_priority': 'high',
      'google.delivered_priority': 'normal',
      'google.priority_reduced': '1',
    });
    later(at, 7 * 24 * 60 * MINUTE);
    at.push({ ...NOTIFICATION, android: { priority: 'HIGH' } });
    expect(device(at, 'pixel').shade[0]?.tap.data).toMatchObject({ 'google.delivered_priority': 'high' });
  });

  it('stay urgent where the workspace names no number, and normal ones are never counted', () => {
    const at = scene();
    for (let n = 0; n < 5; n++) at.push(data(n, 'HIGH'));
    at.push({ ...NOTIFICATION, android: { priority: 'HIGH' } });
    expect(device(at, 'pixel').shade[0]?.tap.data).toMatchObject({ 'google.delivered_priority': 'high' });
    const normal = scene({ loweredAfter: 1 });
    normal.push(data(1, 'NORMAL'));
    normal.push({ ...NOTIFICATION, android: { priority: 'HIGH' } });
    expect(device(normal, 'pixel').shade[0]?.tap.data).not.toHaveProperty('google.priority_reduced');
  });
});

import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { presentScreen } from '../present/device.ts';
import { makeSimulator, type TestBench } from '../testing/simulator.ts';

/** The Xiaomi phone, and on it a second app with a registration and an account of its own. */
function twoApps(): TestBench {
  const bench = makeSimulator(createChannels());
  const added = bench.simulator.addDevice({
    id: 'second',
    channel: 'xiaomi',
    app: 'com.example.app',
    onPhoneOf: 'xiaomi',
    userId: 'user-oppo',
    settings: { badges: true },
  });
  expect(added.ok && added.value).toMatchObject({ phone: 'xiaomi', name: 'Xiaomi 14', system: { name: 'MIUI' } });
  return bench;
}

const device = ({ simulator }: TestBench, id: string) => {
  const found = simulator.device(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const titles = (bench: TestBench, id: string) =>
  presentScreen(device(bench, id), bench.simulator.appsBeside(id)).notifications.map(({ app, deviceId }) => [
    app,
    deviceId,
  ]);

function sendBoth(bench: TestBench): void {
  bench.send({ to: { c2c: 'user-xiaomi' } });
  bench.advance(2000);
  bench.send({ to: { c2c: 'user-oppo' } });
}

describe('two apps on one phone', () => {
  it('have a shade in common, newest first, and each its own badge and session', () => {
    const bench = twoApps();
    sendBoth(bench);
    const both = [
      ['com.example.app', 'second'],
      ['com.example.app', 'xiaomi'],
    ];
    expect(titles(bench, 'xiaomi')).toEqual(both);
    expect(titles(bench, 'second')).toEqual(both);
    expect([device(bench, 'xiaomi').badge, device(bench, 'second').badge]).toEqual([1, 1]);
    expect(bench.events.filter((event) => event.type === 'device').slice(-2)).toEqual([
      { type: 'device', deviceId: 'second' },
      { type: 'device', deviceId: 'xiaomi' },
    ]);
  });

  it('go offline together, and what was kept for both arrives when one is brought back', () => {
    const bench = twoApps();
    bench.simulator.patchDevice('second', { online: false, ringer: 'silent', conditions: { dnd: 'total' } });
    expect(device(bench, 'xiaomi')).toMatchObject({ online: false, ringer: 'silent', conditions: { dnd: 'total' } });
    sendBoth(bench);
    expect(titles(bench, 'xiaomi')).toEqual([]);
    bench.simulator.act('xiaomi', { action: 'online' });
    expect(titles(bench, 'second')).toHaveLength(2);
  });

  it('lose their link to the IM server together', () => {
    const bench = twoApps();
    const before = device(bench, 'xiaomi').session.since;
    bench.advance(60_000);
    bench.simulator.act('second', { action: 'offline' });
    expect(device(bench, 'xiaomi').session.since).toBe(before + 60_000);
  });

  it('are ended by a restart together, with an empty shade', () => {
    const bench = twoApps();
    sendBoth(bench);
    bench.simulator.act('xiaomi', { action: 'launch' });
    bench.simulator.act('second', { action: 'reboot' });
    expect(titles(bench, 'xiaomi')).toEqual([]);
    expect(device(bench, 'xiaomi')).toMatchObject({ locked: true, app: { process: 'killed', killedBy: 'system' } });
  });

  it('are not in front at the same time', () => {
    const bench = twoApps();
    bench.simulator.act('xiaomi', { action: 'launch' });
    bench.simulator.act('second', { action: 'launch' });
    expect(device(bench, 'xiaomi').app.process).toBe('background');
    expect(device(bench, 'second').app.process).toBe('foreground');
  });

  it('a tap in the shade opens the app that the notification belongs to', () => {
    const bench = twoApps();
    sendBoth(bench);
    const [newest] = device(bench, 'second').shade;
    const tapped = bench.simulator.act('xiaomi', { action: 'dismiss', notificationId: newest?.id ?? '' });
    expect(tapped.ok && tapped.value.id).toBe('second');
    expect(titles(bench, 'xiaomi')).toEqual([['com.example.app', 'xiaomi']]);
  });

  it('the phone outlives its first app', () => {
    const bench = twoApps();
    bench.simulator.removeDevice('xiaomi');
    expect(device(bench, 'second')).not.toHaveProperty('phone');
    expect(bench.simulator.addDevice({ id: 'x', channel: 'fcm', onPhoneOf: 'gone' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });
});

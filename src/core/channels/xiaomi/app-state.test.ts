import { describe, expect, it } from 'vitest';
import type { Device, Presentation } from '../../device/types.ts';
import { entries } from '../kit/log.ts';
import { form, receiptData, SEND, World } from './testing/world.ts';

function send(world: World, fields: Parameters<typeof form>[0] = {}): Presentation {
  expect(world.post(SEND, form(fields)).body.code).toBe(0);
  const presentation = world.presentations.at(-1);
  if (!presentation) throw new Error('nothing was delivered');
  return presentation;
}

const settings = (world: World, patch: NonNullable<Device['settings']>): void =>
  world.change({ settings: { ...world.device().settings, ...patch } });
const forceStop = (world: World): void =>
  world.change({ app: { ...world.device().app, process: 'killed', killedBy: 'forceStop' } });

const PASS_THROUGH = { pass_through: '1', payload: 'x' };

describe('auto-start', () => {
  it('lets a pass-through message start the app, which counts as delivered', () => {
    const world = new World();
    settings(world, { autoStart: true });
    const given = send(world, { ...PASS_THROUGH, 'extra.callback': 'http://127.0.0.1/r' });
    expect(given).toMatchObject({ result: 'silent', callbacks: [{ name: 'onReceivePassThroughMessage' }] });
    expect(given.trace.at(-1)).toMatchObject({ rule: 'xiaomi-device-started', verdict: 'note' });
    expect(entries(world.kept.messages)[0]?.delivered).toBe(1);
    expect(world.callbacks.map((one) => receiptData(one))).toHaveLength(1);
  });

  it('lets the arrival of a notification be told to an app that does not run', () => {
    const world = new World();
    expect(send(world, { 'extra.notify_effect': '1' }).callbacks).toEqual([]);
    settings(world, { autoStart: true });
    expect(send(world, { 'extra.notify_effect': '1' }).callbacks).toMatchObject([
      { name: 'onNotificationMessageArrived' },
    ]);
  });

  it('does not help an app that was force-stopped', () => {
    const world = new World();
    settings(world, { autoStart: true });
    forceStop(world);
    expect(send(world, PASS_THROUGH)).toMatchObject({ cause: 'xiaomi-device-process', callbacks: [] });
    expect(entries(world.kept.messages)[0]?.delivered).toBe(0);
    expect(send(world)).toMatchObject({ result: 'shown', callbacks: [] });
  });
});

describe('what a notification brings with it', () => {
  it('is a big picture, else a large icon from the web, and its group', () => {
    const icon = { 'extra.notification_large_icon_uri': 'http://a.example/icon.png' };
    const big = {
      ...icon,
      'extra.notification_style_type': '2',
      'extra.notification_bigPic_uri': 'http://a.example/big.png',
    };
    expect(send(new World(), { ...big, 'extra.notification_group': 'g' }).notification).toMatchObject({
      image: 'http://a.example/big.png',
      groupKey: 'g',
    });
    expect(send(new World(), icon).notification).toMatchObject({ image: 'http://a.example/icon.png' });
    const resource = { 'extra.notification_large_icon_uri': 'android.resource://com.example.app/raw/icon' };
    expect(send(new World(), resource).notification).not.toHaveProperty('image');
  });
});

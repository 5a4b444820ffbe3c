import { describe, expect, it } from 'vitest';
import { createChannels } from '../../src/core/channels/registry.ts';
import type { MessageInput } from '../../src/core/im/types.ts';
import type { Goal, RemedyReport } from '../../src/core/remedies/types.ts';
import { testCredentials } from '../../src/core/testing/credentials.ts';
import { makePorts } from '../../src/core/testing/simulator.ts';
import type { OutcomeView, ScreenView } from '../../src/core/views.ts';
import { createTestApi, START, type TestApi } from './harness.ts';

type Request = readonly [method: string, path: string, body?: unknown];

interface Case {
  /** Reason and cause of what is to be mended. */
  readonly cause: string;
  readonly device: string;
  readonly setUp?: readonly Request[];
  readonly message?: Partial<MessageInput>;
  readonly goal?: Goal;
  /** Ids of the changes of the best remedy. */
  readonly best: readonly string[];
}

const USERS: Readonly<Record<string, string>> = { iphone: 'apns', pixel: 'fcm' };
const userOf = (device: string): string => `user-${USERS[device] ?? device}`;

const patch = (device: string, body: unknown): Request => ['PATCH', `/devices/${device}`, body];
const action = (device: string, body: unknown): Request => ['POST', `/devices/${device}/actions`, body];
const settings = (device: string, body: unknown): Request => [
  'PUT',
  `/accounts/${userOf(device)}/offline-push-settings`,
  body,
];
const LONG = { title: 'T'.repeat(300), descr: 'D'.repeat(6000), ext: 'e'.repeat(5000) };

const CASES: readonly Case[] = [
  // The IM side.
  { cause: 'system-message', device: 'iphone', message: { kind: 'system' }, best: ['message.kind'] },
  { cause: 'push-flag-off', device: 'pixel', message: { offlinePush: { enabled: false } }, best: ['message.enabled'] },
  {
    cause: 'receive-opt',
    device: 'iphone',
    setUp: [['PUT', '/accounts/user-apns', { receiveOptions: { 'demo-group': 'receiveNotNotify' } }]],
    message: { to: { group: 'demo-group' } },
    best: ['receiveOption'],
  },
  { cause: 'global-switch-off', device: 'meizu', setUp: [settings('meizu', { enabled: false })], best: ['global'] },
  {
    cause: 'global-over-message',
    device: 'oppo',
    setUp: [settings('oppo', { enabled: false }), ['PUT', '/workspace', { globalOffMessageOn: 'global' }]],
    message: { offlinePush: { title: 'T' } },
    best: ['global'],
  },
  { cause: 'no-text', device: 'vivo', message: { elements: [{ type: 'custom' }] }, best: ['message.text'] },
  {
    cause: 'logged-out',
    device: 'iphone',
    setUp: [action('iphone', { action: 'logout' })],
    best: ['login', 'process'],
  },
  { cause: 'kicked', device: 'xiaomi', setUp: [action('xiaomi', { action: 'kick' })], best: ['login', 'process'] },
  {
    cause: 'never-logged-in',
    device: 'iphone',
    setUp: [['PUT', '/accounts/user-apns', { session: 'never' }]],
    best: ['login', 'process'],
  },
  {
    cause: 'expired',
    device: 'iphone',
    setUp: [['PUT', '/workspace', { clock: { offsetMs: 8 * 86_400_000 } }]],
    best: ['process', 'process'],
  },
  {
    cause: 'instance-foreground',
    device: 'huawei',
    setUp: [action('huawei', { action: 'launch' })],
    best: ['process'],
  },
  {
    cause: 'instance-online',
    device: 'iphone',
    setUp: [action('iphone', { action: 'launch' }), action('iphone', { action: 'background' })],
    best: ['process'],
  },
  { cause: 'no-token', device: 'meizu', setUp: [patch('meizu', { token: null })], best: ['login', 'process'] },
  {
    cause: 'requirement-hms',
    device: 'huawei',
    setUp: [patch('huawei', { system: { hmsVersion: 1 } })],
    best: ['system'],
  },
  {
    cause: 'requirement-system',
    device: 'vivo',
    setUp: [patch('vivo', { system: { name: 'ColorOS' } })],
    best: ['system'],
  },
  {
    cause: 'requirement-play-services',
    device: 'pixel',
    setUp: [patch('pixel', { system: { playServices: false } })],
    best: ['system'],
  },
  {
    cause: 'requirement-region',
    device: 'pixel',
    setUp: [patch('pixel', { system: { mainlandChina: true } })],
    best: ['system'],
  },
  {
    cause: 'requirement-model',
    device: 'oppo',
    setUp: [patch('oppo', { system: { modelSupported: false } })],
    best: ['system'],
  },
  // The vendors.
  {
    cause: 'apns-unregistered',
    device: 'iphone',
    setUp: [action('iphone', { action: 'unregister' })],
    best: ['login', 'process'],
  },
  {
    cause: 'vivo-regid-gone',
    device: 'vivo',
    setUp: [action('vivo', { action: 'unregister' })],
    best: ['login', 'process'],
  },
  { cause: 'apns-payload-too-large', device: 'iphone', message: { offlinePush: LONG }, best: ['message.length'] },
  { cause: 'xiaomi-text-length', device: 'xiaomi', message: { offlinePush: LONG }, best: ['message.length'] },
  { cause: 'huawei-size', device: 'huawei', message: { offlinePush: LONG }, best: ['message.length'] },
  { cause: 'fcm-size', device: 'pixel', message: { offlinePush: LONG }, best: ['message.length'] },
  { cause: 'vivo-title', device: 'vivo', message: { offlinePush: LONG }, best: ['message.length'] },
  {
    cause: 'scripted-fault',
    device: 'iphone',
    setUp: [['POST', '/faults', { id: 'f', channel: 'apns', action: { type: 'code', code: 'TooManyRequests' } }]],
    best: ['fault'],
  },
  // The phones.
  { cause: 'device-stored', device: 'iphone', setUp: [patch('iphone', { online: false })], best: ['online'] },
  {
    cause: 'device-stored',
    device: 'iphone',
    setUp: [patch('iphone', { online: false, permission: 'denied' })],
    best: ['permission', 'online'],
  },
  {
    cause: 'apns-permission-denied',
    device: 'iphone',
    setUp: [patch('iphone', { permission: 'denied' })],
    best: ['permission'],
  },
  {
    cause: 'apns-permission-not-asked',
    device: 'iphone',
    setUp: [patch('iphone', { permission: 'notDetermined' })],
    best: ['permission'],
  },
  {
    cause: 'android-permission',
    device: 'xiaomi',
    setUp: [patch('xiaomi', { permission: 'denied' })],
    best: ['permission'],
  },
  {
    cause: 'oppo-device-off-by-default',
    device: 'oppo',
    setUp: [patch('oppo', { permission: 'notDetermined' })],
    best: ['permission'],
  },
  {
    cause: 'fcm-device-stopped',
    device: 'pixel',
    setUp: [action('pixel', { action: 'kill', by: 'forceStop' })],
    best: ['process', 'process'],
  },
  {
    cause: 'apns-unregistered',
    device: 'iphone',
    setUp: [action('iphone', { action: 'uninstall' })],
    best: ['installed', 'login', 'process', 'permission'],
  },
  {
    cause: 'xiaomi-target-valid',
    device: 'xiaomi',
    setUp: [action('xiaomi', { action: 'clearData' })],
    best: ['login', 'process'],
  },
  {
    cause: 'apns-nowhere-unlocked',
    device: 'iphone',
    setUp: [patch('iphone', { settings: { popUps: false, lockScreen: false, list: false } })],
    best: ['settings.popUps'],
  },
  {
    cause: 'android-shade-full',
    device: 'huawei',
    setUp: Array.from({ length: 50 }, () => [
      'POST',
      '/messages',
      { from: 'alice', to: { c2c: 'user-huawei' }, elements: [{ type: 'text', text: 'hi' }] },
    ]),
    best: ['shade'],
  },
  {
    cause: 'android-dnd-hidden',
    device: 'pixel',
    setUp: [patch('pixel', { conditions: { dnd: 'total', dndHides: 'everything' } })],
    best: ['conditions.dnd'],
  },
  // Shown, but not heard.
  {
    cause: 'delivered',
    goal: 'sound',
    device: 'xiaomi',
    setUp: [
      ['POST', '/messages', { from: 'alice', to: { c2c: 'user-xiaomi' }, elements: [{ type: 'text', text: 'hi' }] }],
    ],
    best: ['clock'],
  },
  {
    cause: 'delivered',
    goal: 'sound',
    device: 'pixel',
    setUp: [patch('pixel', { ringer: 'silent' })],
    best: ['ringer'],
  },
  {
    cause: 'delivered',
    goal: 'sound',
    device: 'xiaomi',
    setUp: [patch('xiaomi', { conditions: { dnd: 'total' } })],
    best: ['conditions.dnd'],
  },
  {
    cause: 'delivered',
    goal: 'sound',
    device: 'iphone',
    setUp: [patch('iphone', { conditions: { focus: true } })],
    best: ['conditions.focus'],
  },
  {
    cause: 'delivered',
    goal: 'sound',
    device: 'pixel',
    setUp: [patch('pixel', { settings: { sounds: false } })],
    best: ['settings.sounds'],
  },
  {
    cause: 'delivered',
    goal: 'sound',
    device: 'iphone',
    message: { offlinePush: { ios: { sound: 'push.no_sound' } } },
    best: ['message.sound'],
  },
  // Shown, but not counted.
  {
    cause: 'delivered',
    goal: 'badge',
    device: 'iphone',
    message: { offlinePush: { ios: { badgeEnabled: false } } },
    best: ['message.badge'],
  },
  {
    cause: 'delivered',
    goal: 'badge',
    device: 'xiaomi',
    setUp: [patch('xiaomi', { settings: { badges: false } })],
    best: ['settings.badges'],
  },
];

const create = () =>
  createTestApi({ channels: createChannels(), credentials: testCredentials, ports: makePorts(START).ports });

async function done({ call }: TestApi, [method, path, body]: Request): Promise<void> {
  const answer = await call(method, path, body ?? undefined);
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body.value)}`).toBeLessThan(300);
}

async function newest({ call }: TestApi, device: string): Promise<OutcomeView> {
  const outcomes = (await call('GET', '/outcomes')).body.at('outcomes') as readonly OutcomeView[];
  const found = outcomes.find((one) => one.deviceId === device);
  if (found === undefined) throw new Error(`no outcome for ${device}`);
  return found;
}

async function isMended(made: TestApi, goal: Goal, device: string): Promise<boolean> {
  const { delivered, notification } = await newest(made, device);
  if (!delivered || goal === 'appear') return delivered;
  if (goal === 'sound') return notification?.sound !== null || notification.vibrated;
  const screen = (await made.call('GET', `/devices/${device}/screen`)).body.value as ScreenView;
  return screen.badge > 0;
}

const reportOf = async ({ call }: TestApi, id: string): Promise<RemedyReport> =>
  (await call('GET', `/outcomes/${id}/remedies`)).body.value as RemedyReport;

describe('a remedy', () => {
  it.each(CASES)('of $cause on $device, $best, does what it promises', async ({ device, goal = 'appear', ...row }) => {
    const made = create();
    for (const request of row.setUp ?? []) await done(made, request);
    const message = {
      from: 'alice',
      to: { c2c: userOf(device) },
      elements: [{ type: 'text', text: 'hi' }],
      ...row.message,
    };
    await done(made, ['POST', '/messages', message]);
    const outcome = await newest(made, device);
    expect(outcome.cause).toBe(row.cause);
    const report = await reportOf(made, outcome.id);
    expect(report.goals).toContain(goal);
    const remedy = report.remedies.find((one) => one.goal === goal);
    expect(remedy?.changes.map(({ id }) => id)).toEqual(row.best);
    expect(await isMended(made, goal, device)).toBe(false);
    for (const { command } of remedy?.changes ?? []) await done(made, [command.method, command.path, command.body]);
    if (remedy?.next === 'resend') await done(made, [report.resend.method, report.resend.path, report.resend.body]);
    expect(await isMended(made, goal, device)).toBe(true);
  });

  it('speaks both languages', async () => {
    const made = create();
    await done(made, patch('iphone', { permission: 'denied' }));
    await done(made, [
      'POST',
      '/messages',
      { from: 'alice', to: { c2c: 'user-apns' }, elements: [{ type: 'text', text: 'hi' }] },
    ]);
    const report = await reportOf(made, (await newest(made, 'iphone')).id);
    expect(report.remedies[0]?.changes[0]?.text).toEqual({ en: 'Allow notifications', zh: '允许通知' });
  });
});

describe('remedies of a phone', () => {
  it('are those of its newest outcome', async () => {
    const made = create();
    const none = await made.call('GET', '/devices/iphone/remedies');
    expect([none.status, none.body.at('error', 'code')]).toEqual([404, 'no_outcome']);
    await done(made, patch('iphone', { online: false }));
    await done(made, [
      'POST',
      '/messages',
      { from: 'alice', to: { c2c: 'user-apns' }, elements: [{ type: 'text', text: 'hi' }] },
    ]);
    const outcome = await newest(made, 'iphone');
    const found = await made.call('GET', '/devices/iphone/remedies');
    expect(found.body.value).toEqual(await reportOf(made, outcome.id));
  });

  it('are asked for in vain where there is no such phone or outcome', async () => {
    const { call } = create();
    expect((await call('GET', '/devices/nokia/remedies')).status).toBe(404);
    expect((await call('GET', '/outcomes/none/remedies')).status).toBe(404);
  });
});

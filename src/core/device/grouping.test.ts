import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../channels/types.ts';
import { makeDevice } from '../testing/fixtures.ts';
import { autoGroupAt, groupsOf } from './grouping.ts';
import { iconBadge } from './icon.ts';
import type { Device, ShadeNotification } from './types.ts';

const TAP = { kind: 'open-app', target: null, data: {} } as const;

function note(id: string, patch: Partial<ShadeNotification> = {}): ShadeNotification {
  return {
    id,
    deviceId: 'd',
    channel: 'fcm',
    app: 'com.example.app',
    title: id,
    subtitle: null,
    body: 'B',
    sound: null,
    vibrated: false,
    badge: null,
    ext: null,
    replaceKey: id,
    pushId: id,
    exchangeId: 'e',
    outcomeId: null,
    at: 0,
    quiet: false,
    tap: TAP,
    ...patch,
  };
}

const phone = (channel: ChannelId, android?: string, rest: Partial<Device> = {}): Device => {
  const device = makeDevice(channel, rest);
  return android === undefined ? device : { ...device, system: { ...device.system, android } };
};
const named = (system: string, android: string): Device => {
  const device = makeDevice('fcm');
  return { ...device, system: { ...device.system, name: system, android } };
};

/** `a b|c` : groups between bars, members between blanks; a sign says who grouped or where it stands. */
function drawn(device: Device, notes: readonly ShadeNotification[]): string {
  const marks = { alone: '', sender: '#', app: '@' } as const;
  return groupsOf(device, notes)
    .map((group) => {
      const section = group.section === 'alerting' ? '' : `(${group.section}) `;
      return section + marks[group.by] + group.notifications.join(' ');
    })
    .join('|');
}

const some = (count: number, patch: Partial<ShadeNotification> = {}) =>
  ['a', 'b', 'c', 'd', 'e'].slice(0, count).map((id) => note(id, patch));

describe('from how many on a phone groups by itself', () => {
  it.each([
    ['Android', '12', 4],
    ['Android', '13', 2],
    ['Android', '16', 2],
    ['One UI', '14', 2],
    ['MIUI', '13', 4],
    ['HarmonyOS', '10', 4],
    ['ColorOS', '14', 4],
    ['OriginOS', '14', 4],
    ['Flyme', '13', 4],
  ])('%s %s: %i', (system, android, count) => {
    const device = named(system, android);
    expect(autoGroupAt(device)).toBe(count);
    expect(groupsOf(device, some(count - 1)).every(({ by }) => by === 'alone')).toBe(true);
    expect(groupsOf(device, some(count))).toHaveLength(1);
  });
});

it.each([
  [3, 3],
  [1, 2],
  [0, 4],
])('a phone may be set to %i: %i', (groupAt, count) => {
  const device = { ...named('MIUI', '13'), conditions: { groupAt } };
  expect(autoGroupAt(device)).toBe(count);
});

describe('groups', () => {
  it.each<[string, Device, readonly ShadeNotification[], string]>([
    ['an iPhone stacks an app', phone('apns'), some(2), '@a b'],
    ['one alone is no stack', phone('apns'), some(1), 'a'],
    ['nothing', phone('apns'), [], ''],
    [
      'a thread is a stack of its own',
      phone('apns'),
      [note('a', { groupKey: 't' }), note('b'), note('c', { groupKey: 't' }), note('d')],
      '#a c|@b d',
    ],
    ['two apps never share one', phone('apns'), [note('a'), note('b', { app: 'x' })], 'a|b'],
    [
      'nor do two apps with one thread',
      phone('apns'),
      [note('a', { groupKey: 't' }), note('b', { app: 'x', groupKey: 't' })],
      'a|b',
    ],
    [
      'a sender’s group needs two, whatever the system’s own number',
      named('MIUI', '13'),
      [note('a', { groupKey: 'g' }), note('b', { groupKey: 'g' }), note('c'), note('d')],
      '#a b|c|d',
    ],
    [
      'grouped ones do not count for the automatic group',
      named('MIUI', '13'),
      [...some(3), note('x', { groupKey: 'g' })],
      'a|b|c|x',
    ],
    [
      'Android 16 counts a group of one as none',
      named('Android', '16'),
      [note('a', { groupKey: 'g' }), note('b')],
      '@a b',
    ],
    ['Android 15 does not', named('Android', '15'), [note('a', { groupKey: 'g' }), note('b')], 'a|b'],
    [
      'silent ones stand below and apart',
      named('Android', '15'),
      [note('a', { quiet: true }), note('b'), note('c', { quiet: true }), note('d')],
      '@b d|(silent) @a c',
    ],
    ['not before Android 10', named('Android', '9'), [note('a', { quiet: true }), note('b')], 'a|b'],
    [
      'a quiet one on an iPhone stands where it came',
      phone('apns'),
      [note('a', { quiet: true }), note('b', { app: 'x' })],
      'a|b',
    ],
    ['what Do not disturb hides is nowhere', named('Android', '13'), [note('a', { heldBack: 'dnd' }), note('b')], 'b'],
    [
      'what Focus keeps quiet is put aside while it is on',
      phone('apns', undefined, { conditions: { focus: true } }),
      [note('a', { heldBack: 'focus' }), note('b')],
      'b|(focus) a',
    ],
    ['and comes back to its place when it ends', phone('apns'), [note('a', { heldBack: 'focus' }), note('b')], '@a b'],
    [
      'the summary likewise',
      phone('apns', undefined, { settings: { scheduledSummary: true } }),
      [note('a', { heldBack: 'summary' }), note('b')],
      'b|(summary) a',
    ],
  ])('%s', (_, device, notes, expected) => {
    expect(drawn(device, notes)).toBe(expected);
  });

  it('have keys of their own that stay when one more comes', () => {
    const device = phone('apns');
    const before = groupsOf(device, [note('a'), note('b'), note('t', { groupKey: 't' }), note('u', { groupKey: 't' })]);
    const after = groupsOf(device, [
      note('z'),
      note('a'),
      note('b'),
      note('t', { groupKey: 't' }),
      note('u', { groupKey: 't' }),
    ]);
    expect(new Set(before.map(({ key }) => key)).size).toBe(2);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it('lose nobody and count nobody twice', () => {
    const notes = ['g', undefined, 'h', 'g', undefined, undefined].map((groupKey, index) =>
      note(`n${index}`, groupKey === undefined ? { quiet: index === 4 } : { groupKey }),
    );
    for (const device of [phone('apns'), named('Android', '16'), named('EMUI', '10')]) {
      const ids = groupsOf(device, notes).flatMap(({ notifications }) => notifications);
      expect(ids.toSorted()).toEqual(notes.map(({ id }) => id).toSorted());
    }
  });
});

describe('the icon', () => {
  const on = { settings: { badges: true } };
  it.each<[string, Device, ReturnType<typeof iconBadge>]>([
    ['an iPhone writes it in full', phone('apns', undefined, { badge: 120 }), { style: 'number', text: '120' }],
    ['nothing at zero', phone('apns'), { style: 'number', text: null }],
    ['MIUI up to 99', phone('xiaomi', undefined, { ...on, badge: 99 }), { style: 'number', text: '99' }],
    ['then 99+', phone('xiaomi', undefined, { ...on, badge: 100 }), { style: 'number', text: '99+' }],
    ['EMUI too', phone('huawei', undefined, { ...on, badge: 3 }), { style: 'number', text: '3' }],
    ['stock Android has a dot', phone('fcm', undefined, { badge: 3 }), { style: 'dot', text: null }],
    ['Flyme as well', phone('meizu', undefined, { badge: 3 }), { style: 'dot', text: null }],
    [
      'the user’s switch wins',
      phone('apns', undefined, { badge: 3, settings: { badges: false } }),
      { style: 'none', text: null },
    ],
    ['MIUI ships it off', phone('xiaomi', undefined, { badge: 3, settings: {} }), { style: 'none', text: null }],
  ])('%s', (_, device, expected) => {
    expect(iconBadge(device)).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { deviceRules } from '../../device/rules.ts';
import { checkTrace } from '../../testing/check-trace.ts';
import { apns } from './channel.ts';
import type { Seen } from './testing/device-vector-kit.ts';
import { DEVICE_VECTORS } from './testing/device-vectors.ts';
import { PhoneBench } from './testing/phone-bench.ts';

const rules = new Map([...apns.rules, ...deviceRules].map((rule) => [rule.id, rule]));

/** The phone as the rows write it down. */
function look(phone: PhoneBench): Required<Seen> {
  const device = phone.phone();
  const [heard] = device.soundLog;
  const newest = phone.newest();
  const deliveries = phone.deliveries();
  return {
    results: deliveries.map(({ result }) => result),
    cause: deliveries.at(-1)?.cause ?? null,
    shade: device.shade.map(({ body }) => body ?? ''),
    title: newest?.title ?? null,
    sound: heard === undefined ? null : `${heard.played ?? '-'}/${heard.decidedBy}`,
    vibrated: heard?.vibrated ?? false,
    file: heard?.file == null ? null : [heard.file.exists, heard.file.playable],
    badge: device.badge,
    quiet: newest?.quiet ?? false,
    headsUp: newest !== undefined && (newest.headsUp ?? !newest.quiet),
    lockScreen: newest?.onLockScreen ?? 'full',
    heldBack: newest?.heldBack === 'dnd' ? null : (newest?.heldBack ?? null),
    listed: newest?.listed ?? true,
    group: newest?.groupKey ?? null,
    told: phone.callbacks(),
  };
}

it('says when the phone passes on by itself what it holds', () => {
  const silent = { push: { aps: { 'content-available': 1 }, type: 'background', expiration: '0' } } as const;
  const phone = new PhoneBench().run({ act: { action: 'launch' } }, { act: { action: 'background' } });
  const { simulator } = phone.bench;
  phone.run(silent, silent, silent);
  expect(simulator.nextDue()).toBeNull();
  phone.run(silent);
  expect(simulator.nextDue()).toBe(simulator.now() + 20 * 60_000);
  phone.run({ minutes: 20 });
  expect(simulator.nextDue()).toBeNull();
});

describe.each(Object.entries(DEVICE_VECTORS))('an iPhone: %s', (_name, rows) => {
  it.each(rows)('$name', ({ steps, seen, source }) => {
    const phone = new PhoneBench().run(...steps);
    expect(look(phone), source).toMatchObject(seen);
    for (const { trace } of phone.deliveries()) checkTrace(rules, trace);
  });
});

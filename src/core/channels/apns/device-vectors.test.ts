import { describe, expect, it } from 'vitest';
import { deviceRules } from '../../device/rules.ts';
import { checkTrace } from '../../testing/check-trace.ts';
import { apns } from './channel.ts';
import { DEVICE_VECTORS, type Seen } from './testing/device-vectors.ts';
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

describe.each(Object.entries(DEVICE_VECTORS))('an iPhone: %s', (_name, rows) => {
  it.each(rows)('$name', ({ steps, seen, source }) => {
    const phone = new PhoneBench().run(...steps);
    expect(look(phone), source).toMatchObject(seen);
    for (const { trace } of phone.deliveries()) checkTrace(rules, trace);
  });
});

import { describe, expect, it } from 'vitest';
import type { CodeCase } from '../testing/code-cases.ts';
import { CODE_CASES as apns } from './apns/testing/code-cases.ts';
import { CODE_CASES as fcm } from './fcm/testing/code-cases.ts';
import { CODE_CASES as huawei } from './huawei/testing/code-cases.ts';
import { CODE_CASES as meizu } from './meizu/testing/code-cases.ts';
import { CODE_CASES as oppo } from './oppo/testing/code-cases.ts';
import { createChannels } from './registry.ts';
import type { ChannelId } from './types.ts';
import { CODE_CASES as vivo } from './vivo/testing/code-cases.ts';
import { CODE_CASES as xiaomi } from './xiaomi/testing/code-cases.ts';

/** A channel without cases is no type of this table. */
const CASES: Readonly<Record<ChannelId, readonly CodeCase[]>> = { apns, xiaomi, huawei, fcm, meizu, oppo, vivo };

describe.each(createChannels().map((channel) => [channel.definition.id, channel] as const))(
  'codes of %s',
  (id, channel) => {
    const cases = CASES[id];
    const rows = new Map(channel.codes.map((row) => [row.code, row]));
    const stopping = new Set(channel.rules.filter(({ text }) => text.stop !== undefined).map((rule) => rule.id));

    it('are in the table once, and cases are of codes in the table', () => {
      expect(rows.size).toBe(channel.codes.length);
      expect(cases.map(({ code }) => code).filter((code) => !rows.has(code))).toEqual([]);
    });

    it.each(channel.codes)(
      '$code has a case, or says that only faults give it',
      async ({ code, rule, trigger, success }) => {
        const own = cases.filter((one) => one.code === code);
        if (rule === null) {
          expect(own.map(({ name }) => name)).toEqual([]);
          expect(trigger.en).toMatch(/fault|idle time/i);
          expect(trigger.zh).toMatch(/故障|空闲时间/);
          return;
        }
        const rules = await Promise.all(own.map(async ({ run }) => (await run()).rule));
        // Success is told by a step that passes; the rule of a refusal may have variants, whose names begin with its own.
        if (success === true) expect(rules).toContain(undefined);
        else
          expect(
            rules.some((one) => one === rule || one?.startsWith(`${rule}-`)),
            rules.join(),
          ).toBe(true);
      },
    );

    it.each(cases)('$code: $name', async ({ code, run }) => {
      const got = await run();
      expect(got.code).toBe(code);
      if (got.status !== undefined) expect(got.status).toBe(rows.get(code)?.httpStatus);
      if (got.rule !== undefined) expect(stopping).toContain(got.rule);
      else expect(rows.get(code)?.success).toBe(true);
    });
  },
);

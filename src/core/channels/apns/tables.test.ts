import { describe, expect, it } from 'vitest';
import { ruleOfReason } from './answer.ts';
import { apns } from './channel.ts';
import { REASON_STATUS, type Reason } from './refusal.ts';

describe('codes', () => {
  it('cover every documented reason and the second spelling of one', () => {
    expect(apns.codes.map((code) => code.code).sort()).toEqual(Object.keys(REASON_STATUS).sort());
    expect(apns.codes).toHaveLength(43);
  });

  it('belong to a rule each, those that only faults give included', () => {
    const ids = new Set(apns.rules.map((rule) => rule.id));
    for (const { code } of apns.codes) expect(ids, code).toContain(ruleOfReason(code as Reason));
  });
});

describe('definition', () => {
  it.each([
    ['/3/device/abc', true],
    ['/3/devices/abc', true],
    ['/4/device/abc', true],
    ['/1/apps/com.example.app/channels', true],
    ['/v3/message/regid', false],
    ['/v1/projects/x/messages:send', false],
    ['/33/device', false],
    ['/', false],
  ])('owns %s: %s', (path, expected) => expect(apns.definition.ownsPath(path)).toBe(expected));
});

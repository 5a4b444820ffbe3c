import { type Kept, keepAll } from '../kit/keep-all.ts';
import type { AcceptedPush } from '../types.ts';
import { CONTROL_RULES } from './control.ts';
import { payloadOf } from './payload.ts';
import type { DeviceRuleId } from './rules.ts';

/** Keeps messages for a phone that is offline, but not those that are only counted. */
export function store(
  stored: readonly AcceptedPush[],
  push: AcceptedPush,
): Kept | (Omit<Kept, 'cause'> & { readonly cause: DeviceRuleId }) {
  const { control } = payloadOf(push);
  return control === null ? keepAll(stored, push) : { kept: stored, dropped: [push], cause: CONTROL_RULES[control] };
}

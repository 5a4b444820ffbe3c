import type { RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import type { RefusalCase } from './case.ts';
import { AUTH } from './cases-auth.ts';
import { LEGACY } from './cases-legacy.ts';
import { REQUEST } from './cases-request.ts';
import { V3 } from './cases-v3.ts';
import { revoke, topic } from './vectors.ts';
import { jwt, N1, N2, notification, oauth, PROJECT, sendV1, T0, T1 } from './world.ts';

/** A request for every rule that can refuse one, and more. */
export const REFUSALS: readonly RefusalCase[] = [...AUTH, ...REQUEST, ...LEGACY, ...V3];

export interface SuccessCase {
  readonly rule: string;
  readonly code: string;
  readonly requests: (world: VendorWorld) => readonly RequestParts[];
}

/** What ends well, by the rule that says so. */
export const SUCCESSES: readonly SuccessCase[] = [
  { rule: 'huawei-oauth-issued', code: 'token', requests: () => [oauth()] },
  { rule: 'huawei-accepted', code: '80000000', requests: (world) => [sendV1(world, notification(), {}, jwt(world))] },
  {
    rule: 'huawei-accepted',
    code: '80000000',
    requests: (world) => [{ ...sendV1(world, notification()), path: `/v2/${PROJECT}/messages%3Asend` }],
  },
  {
    rule: 'huawei-partial',
    code: '80100000',
    requests: (world) => [sendV1(world, { ...notification(), token: [T1, T0] })],
  },
  {
    rule: 'huawei-topic-subscribed',
    code: '80000000',
    requests: (world) => [topic(world, 'subscribe', { topic: 'a', tokenArray: [T0] })],
  },
  {
    rule: 'huawei-topic-unsubscribed',
    code: '80000000',
    requests: (world) => [topic(world, 'unsubscribe', { topic: 'a', tokenArray: [T1] })],
  },
  { rule: 'huawei-topic-listed', code: '80000000', requests: (world) => [topic(world, 'list', { token: T1 })] },
  { rule: 'huawei-revoked', code: '80000000', requests: (world) => [revoke(world, { notifyId: 1, token: [N1, N2] })] },
  {
    rule: 'huawei-revoke-partial',
    code: '80100020',
    requests: (world) => [revoke(world, { notifyId: 1, token: [N1, T0] })],
  },
];

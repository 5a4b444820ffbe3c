import { requestsPerSecond, type Switches } from '../kit/switches.ts';

/** Readings that no public text settles, and eras. */
export const huaweiSwitches = {
  requestsPerSecond: requestsPerSecond(
    'Requests per second of one app; 0 = no limit.',
    '每个应用每秒的请求数；0 表示不限。',
  ),
} as const satisfies Switches;

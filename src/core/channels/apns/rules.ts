import type { Rule } from '../../trace/types.ts';
import { authRules } from './rules-auth.ts';
import { broadcastRules } from './rules-broadcast.ts';
import { buildRules } from './rules-build.ts';
import { deviceRules } from './rules-device.ts';
import { lintRules } from './rules-lint.ts';
import { phoneRules } from './rules-phone.ts';
import { requestRules } from './rules-request.ts';
import { targetRules } from './rules-target.ts';
import { wakeRules } from './rules-wake.ts';

/** Every rule that the APNs channel can name in a trace. */
export const rules: readonly Rule[] = [
  ...buildRules,
  ...authRules,
  ...requestRules,
  ...targetRules,
  ...broadcastRules,
  ...lintRules,
  ...deviceRules,
  ...phoneRules,
  ...wakeRules,
];

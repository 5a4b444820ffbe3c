import type { Rule } from '../../trace/types.ts';
import { buildRules } from './rules-build.ts';
import { deviceRules } from './rules-device.ts';
import { jwtRules } from './rules-jwt.ts';
import { legacyRules } from './rules-legacy.ts';
import { lintRules } from './rules-lint.ts';
import { oauthRules } from './rules-oauth.ts';
import { requestRules } from './rules-request.ts';
import { tokenRules } from './rules-token.ts';
import { v3Rules } from './rules-v3.ts';

/** Every rule of the channel. */
export const huaweiRules: readonly Rule[] = [
  ...oauthRules,
  ...tokenRules,
  ...jwtRules,
  ...requestRules,
  ...legacyRules,
  ...v3Rules,
  ...buildRules,
  ...lintRules,
  ...deviceRules,
];

type IdOf<Rules extends readonly { readonly id: string }[]> = Rules[number]['id'];

/** Rules that can refuse or accept a call. */
export type CheckRuleId =
  | IdOf<typeof oauthRules>
  | IdOf<typeof tokenRules>
  | IdOf<typeof jwtRules>
  | IdOf<typeof requestRules>
  | IdOf<typeof legacyRules>
  | IdOf<typeof v3Rules>
  | IdOf<typeof buildRules>;
export type ChannelRuleId = CheckRuleId | IdOf<typeof lintRules>;
export type DeviceRuleId = IdOf<typeof deviceRules>;

import type { CodeRow } from './code-row.ts';
import { accessCodes } from './codes-access.ts';
import { iidCodes } from './codes-iid.ts';
import { legacyCodes } from './codes-legacy.ts';
import { messageCodes } from './codes-message.ts';
import { oauthCodes } from './codes-oauth.ts';
import { otherCodes } from './codes-other.ts';
import { targetCodes } from './codes-target.ts';

/** Every documented answer that is no success. */
export const CODE_TABLE: readonly CodeRow[] = [
  ...messageCodes,
  ...targetCodes,
  ...accessCodes,
  ...otherCodes,
  ...oauthCodes,
  ...iidCodes,
  ...legacyCodes,
];

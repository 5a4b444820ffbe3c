import type { CodeRow } from './code-row.ts';
import { httpCodes } from './codes-http.ts';
import { nspCodes } from './codes-nsp.ts';
import { oauthCodes } from './codes-oauth.ts';
import { sendCodes } from './codes-send.ts';
import { topicCodes } from './codes-topic.ts';
import { revokeCodes, v3Codes } from './codes-v3.ts';

/**
 * Every documented code: business codes of the send interfaces by their number, `OAuth error/sub_error` of the token
 * endpoint, `NSP number` of the old interface's header, `HTTP status` for answers without a body.
 */
export const CODE_TABLE: Readonly<Record<string, CodeRow>> = {
  ...sendCodes,
  ...v3Codes,
  ...revokeCodes,
  ...topicCodes,
  ...oauthCodes,
  ...nspCodes,
  ...httpCodes,
};

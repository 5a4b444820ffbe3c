import type { TraceParams } from '../../trace/types.ts';
import type { CheckRuleId } from './rules.ts';

/** An answer other than success: code of the table, the text that goes with it, and the rule with what it saw. */
export interface Refusal {
  readonly rule: CheckRuleId;
  readonly code: string;
  readonly msg: string;
  readonly params: TraceParams;
}

/** The vendor's own text for a code; where it says more, a check gives the text itself. */
export const MESSAGES: Readonly<Record<string, string>> = {
  '80000001': 'CommonService Error',
  '80100001': 'Check Parameter Error',
  '80100002': 'token count should be 1',
  '80100003': 'Illegal payload',
  '80100004': 'Illegal expire time',
  '80100013': 'collapse_key is invalid',
  '80100016': 'Anti-Spam: word is forbidden in [CONTENT]',
  '80100017': 'topic task count exceeds 100',
  '80100018': 'review is invalid',
  '80100020': 'Check Parameter Partial Success',
  '80100022': 'Anti-Spam: image not verify',
  '80200001': 'Authentication Error',
  '80200003': 'Access token expired',
  '80200005': 'Jwt token expired',
  '80300002': 'No permission to send message to these tmIDs',
  '80300007': 'All the tokens are invalid',
  '80300008': 'Push message size is too long',
  '80300010': 'token count should within 1 and 1000',
  '80300011': 'no right to send HIGH urgency data messages',
  '80300013': 'receipt_id is invalid',
  '80300017': 'Token app count should not exceed 1',
  '80300028': 'Token app mismatch with specify app',
  '80300029': 'When send test message, the api request exceed limit',
  '80300030': 'When send test message, token count exceed limit',
  '80300032': 'No permission to revoke messages',
  '80300036': 'JWT expire period over threshold',
  '80300037': 'Disable send huawei msg because of penalty',
  '80600003': 'OAuth service error',
  '81000001': 'Inner Error',
  '82000001': 'group key or name wrong',
  '82000002': 'group key and name do not fit',
  '82000003': 'token array missing',
  '82000004': 'group unknown',
  '82000005': 'group of another app',
  '82000006': 'token array or group count too large',
  '82000007': 'topic invalid',
  '82000008': 'token array empty or too long',
  '82000009': 'too many topics',
  '82000010': 'some token is wrong',
  '82000011': 'token missing',
  '82000012': 'data storage location not chosen',
  '82000013': 'data storage location does not fit the data',
};

/** A refusal with the code's own text. */
export const refuse = (rule: CheckRuleId, code: string, params: TraceParams, msg = MESSAGES[code] ?? ''): Refusal => ({
  rule,
  code,
  msg,
  params,
});

/** 80100003 with a hint that names the member. */
export const illegal = (
  rule: CheckRuleId,
  name: string,
  params: TraceParams,
  hint: string = `${name} is invalid`,
): Refusal => refuse(rule, '80100003', { name, ...params }, `Illegal payload, ${hint}`);

export const isRefusal = <T>(value: T | Refusal): value is Refusal =>
  typeof value === 'object' && value !== null && 'rule' in value && 'msg' in value && 'code' in value;

import { header } from '../kit/form.ts';
import { isObject, type JsonObject, member } from '../kit/json.ts';
import type { VendorRequest } from '../types.ts';
import { checkTokens, countRefusal, readBody } from './check-v1.ts';
import { TOKENS_LIMIT, TTL_DEFAULT_S, TTL_MAX_S } from './definition.ts';
import { checkFields, flag, has, number, object, seen, text } from './fields.ts';
import { OPTIONS, PAYLOADS } from './fields-v3.ts';
import { illegal, isRefusal, type Refusal, refuse } from './refusal.ts';

/** A v3 message whose members are in order. */
export interface CheckedV3 {
  readonly pushType: number;
  readonly payload: JsonObject;
  readonly options: JsonObject;
  readonly tokens: readonly string[];
  readonly ttlSeconds: number;
  readonly isTest: boolean;
}

const HEADER_HINT = 'The header does not contain valid push-type';

/** The header `push-type`, one of those that the interface knows. */
export function pushTypeOf(request: VendorRequest, allowed: readonly number[]): number | Refusal {
  const given = header(request, 'push-type');
  const type = given !== undefined && /^\d{1,2}$/.test(given.trim()) ? Number(given) : undefined;
  if (type !== undefined && allowed.includes(type)) return type;
  return illegal('huawei-push-type', 'push-type', { received: seen(given), expected: allowed.join(', ') }, HEADER_HINT);
}

function checkTtl(options: JsonObject): number | Refusal {
  if (!has(options, 'ttl')) return TTL_DEFAULT_S;
  const ttl = number(options, 'ttl');
  if (ttl !== undefined && Number.isInteger(ttl) && ttl >= 0 && ttl <= TTL_MAX_S) return ttl;
  return refuse('huawei-ttl', '80100004', { received: seen(member(options, 'ttl')), limit: TTL_MAX_S });
}

/** Only alerts and voice have a collapse key; it is ignored elsewhere. */
function checkCollapseKey(options: JsonObject, pushType: number): Refusal | null {
  if (!has(options, 'collapseKey') || (pushType !== 0 && pushType !== 2)) return null;
  const key = number(options, 'collapseKey');
  const good = key !== undefined && Number.isInteger(key) && key >= -1 && key <= 100;
  return good ? null : refuse('huawei-collapse-key', '80100013', { received: seen(member(options, 'collapseKey')) });
}

function checkOptions(body: JsonObject, pushType: number): { readonly ttlSeconds: number } | Refusal {
  const whole = checkFields(body, [{ name: 'pushOptions', kind: 'object' }]);
  if (whole) return whole;
  const options = object(body, 'pushOptions');
  const ttlSeconds = checkTtl(options);
  if (typeof ttlSeconds !== 'number') return ttlSeconds;
  return checkCollapseKey(options, pushType) ?? checkFields(options, OPTIONS, 'pushOptions') ?? { ttlSeconds };
}

function checkTarget(target: JsonObject, pushType: number): readonly string[] | Refusal {
  const limit = pushType === 1 ? 1 : TOKENS_LIMIT;
  return has(target, 'token') ? checkTokens(member(target, 'token'), limit) : countRefusal('–', limit);
}

const TYPES = Object.keys(PAYLOADS).map(Number);

/** Everything of a v3 message that can be judged by itself. */
export function checkV3(request: VendorRequest): CheckedV3 | Refusal {
  const pushType = pushTypeOf(request, TYPES);
  if (typeof pushType !== 'number') return pushType;
  const read = readBody(request.body, request.bodyTooLarge, ['target', 'token']);
  if (isRefusal(read)) return read;
  const body = read.object;
  for (const name of ['payload', 'target'])
    if (!isObject(member(body, name)))
      return refuse('huawei-v3-parts', '80100001', { name, received: seen(member(body, name)) });
  const tokens = checkTarget(object(body, 'target'), pushType);
  if (isRefusal(tokens)) return tokens;
  const field = PAYLOADS[pushType];
  const refusal = field === undefined ? null : checkFields(body, [field]);
  if (refusal) return refusal;
  const options = checkOptions(body, pushType);
  if (isRefusal(options)) return options;
  const given = object(body, 'pushOptions');
  return {
    pushType,
    payload: object(body, 'payload'),
    options: given,
    tokens,
    ttlSeconds: options.ttlSeconds,
    isTest: flag(given, 'testMessage') === true,
  };
}

/** Title of a v3 message for lists; null when it has none. */
export const titleOf = ({ payload }: CheckedV3): string | null =>
  text(object(payload, 'notification'), 'title') ?? null;

import { isObject, type JsonObject, member } from '../kit/json.ts';
import { flagOf, integerOf, mapOf, type Read, textOf, trimmedOf } from './read.ts';

/** The fields of a message as they came, types made right; nothing is checked yet. */
export interface Draft {
  readonly body: JsonObject;
  readonly requestId: Read<string>;
  readonly title: Read<string>;
  readonly content: Read<string>;
  readonly notifyType: Read<number>;
  readonly skipType: Read<number>;
  readonly skipContent: Read<string>;
  readonly networkType: Read<number>;
  readonly custom: Read<Readonly<Record<string, string>>>;
  readonly classification: Read<number>;
  readonly category: Read<string>;
  readonly extra: Read<Readonly<Record<string, string>>>;
  readonly timeToLive: Read<number>;
  readonly notifyId: Read<number>;
  readonly profileId: Read<string>;
  readonly regId: Read<string>;
  readonly alias: Read<string>;
  readonly pushMode: Read<number>;
  readonly foregroundShow: boolean;
  readonly addBadge: boolean;
  readonly sendOnline: boolean;
}

export const readDraft = (body: JsonObject): Draft => ({
  body,
  requestId: trimmedOf(body, 'requestId'),
  title: textOf(body, 'title'),
  content: textOf(body, 'content'),
  notifyType: integerOf(body, 'notifyType'),
  skipType: integerOf(body, 'skipType'),
  skipContent: trimmedOf(body, 'skipContent'),
  networkType: integerOf(body, 'networkType'),
  custom: mapOf(body, 'clientCustomMap'),
  classification: integerOf(body, 'classification'),
  category: trimmedOf(body, 'category'),
  extra: mapOf(body, 'extra'),
  timeToLive: integerOf(body, 'timeToLive'),
  notifyId: integerOf(body, 'notifyId'),
  profileId: trimmedOf(body, 'profileId'),
  regId: trimmedOf(body, 'regId'),
  alias: trimmedOf(body, 'alias'),
  pushMode: integerOf(body, 'pushMode'),
  foregroundShow: flagOf(body, 'foregroundShow', true),
  addBadge: flagOf(body, 'addBadge', false),
  sendOnline: flagOf(body, 'sendOnline', false),
});

/** An own value of `extra`; undefined when it is not set or empty. */
export function extraOf({ extra }: Draft, key: string): string | undefined {
  if (extra === undefined || extra === null || !Object.hasOwn(extra, key)) return undefined;
  return extra[key] || undefined;
}

export const isTest = ({ pushMode }: Draft): boolean => pushMode === 1;

/** `timedDisplay` as numbers of ms; null where one is missing or no number, as in what is no object. */
export function timedDisplayOf({ body }: Draft): { readonly start: number | null; readonly end: number | null } | null {
  const value = member(body, 'timedDisplay');
  if (value === undefined || value === null || value === '') return null;
  if (!isObject(value)) return { start: null, end: null };
  return { start: integerOf(value, 'showStartTime') ?? null, end: integerOf(value, 'showEndTime') ?? null };
}

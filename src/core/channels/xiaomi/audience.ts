import type { Device } from '../../device/types.ts';
import type { RuleProfile } from '../../profile.ts';
import type { ReceiveContext } from '../types.ts';
import type { MessageClass, XiaomiMessage } from './payload.ts';
import { chinaDay, type XiaomiState } from './state.ts';
import type { Addressed } from './targets.ts';

const MAKERS = ['xiaomi', '小米'];

const modelHit = (device: Device, wanted: string): boolean => {
  const model = device.model.toLowerCase();
  return MAKERS.includes(wanted) || model === wanted || model.startsWith(`${wanted} `);
};

/**
 * `extra.model` and `extra.model_not_in` by model name, beginning of it, or maker. Price ranges cannot be judged and
 * let everybody through.
 */
export function matchesModel(device: Device, extra: Readonly<Record<string, string>>): boolean {
  if (extra.model === undefined && extra.model_not_in === undefined) return true;
  const wanted = (key: string): string[] | null => {
    const text = Object.hasOwn(extra, key) ? extra[key] : undefined;
    if (text === undefined || text.includes('[')) return null;
    return text
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  };
  const only = wanted('model');
  if (only && only.length > 0 && !only.some((item) => modelHit(device, item))) return false;
  return !(wanted('model_not_in') ?? []).some((item) => modelHit(device, item));
}

type Switches = RuleProfile['xiaomi'];
type Quotas = Readonly<Record<MessageClass, number | null>>;

/** Messages of a class that one phone gets a day; null = no limit. */
const deviceQuotas = ({ newsLicence }: Switches): Quotas => ({
  default: 1,
  public: newsLicence ? 8 : 5,
  private: null,
});
/** Times the base that an app may deliver in a day; null = no limit. */
const appQuotas = ({ newsLicence }: Switches): Quotas => ({ default: 1, public: newsLicence ? 3 : 2, private: null });
const BASE_MIN = 10_000;

const quotaKey = (day: string, appId: string, messageClass: MessageClass): string => `${day}/${appId}/${messageClass}`;

export interface QuotaUse {
  readonly used: number;
  readonly limit: number;
}

/** Use and limit of an app's class today (UTC+8); null when the class has no limit or classes are off. */
export function appQuota(
  state: XiaomiState,
  appId: string,
  packages: readonly string[],
  messageClass: MessageClass | null,
  { directory, now, profile }: Pick<ReceiveContext, 'directory' | 'now' | 'profile'>,
): QuotaUse | null {
  const times = messageClass === null ? null : appQuotas(profile.xiaomi)[messageClass];
  if (messageClass === null || times === null) return null;
  const allowed = directory
    .all()
    .filter(({ device, target }) => packages.includes(target.app) && device.permission !== 'denied').length;
  return {
    used: state.quota[quotaKey(chinaDay(now), appId, messageClass)] ?? 0,
    limit: times * Math.max(BASE_MIN, allowed),
  };
}

/** Use and limit of one registration today; null when there is no limit. */
export function deviceQuota(
  state: XiaomiState,
  message: XiaomiMessage,
  token: string,
  { now, profile }: Pick<ReceiveContext, 'now' | 'profile'>,
): QuotaUse | null {
  const limit = message.messageClass === null ? null : deviceQuotas(profile.xiaomi)[message.messageClass];
  if (message.messageClass === null || limit === null) return null;
  return { used: state.quota[`${quotaKey(chinaDay(now), message.appId, message.messageClass)}/${token}`] ?? 0, limit };
}

/** Counts one delivery against both quotas; counters of earlier days are forgotten. */
export function countQuota(state: XiaomiState, message: XiaomiMessage, token: string, now: number): XiaomiState {
  if (message.messageClass === null) return state;
  const day = chinaDay(now);
  const key = quotaKey(day, message.appId, message.messageClass);
  const today = Object.entries(state.quota).filter(([name]) => name.startsWith(`${day}/`));
  const quota = Object.fromEntries(today);
  for (const name of [key, `${key}/${token}`]) quota[name] = (quota[name] ?? 0) + 1;
  return { ...state, quota };
}

export interface Audience {
  readonly reached: readonly Addressed[];
  readonly filtered: readonly Addressed[];
  readonly overQuota: readonly { readonly addressed: Addressed; readonly use: QuotaUse }[];
}

/** Splits the valid targets of a message into those that get it and those that a filter or quota holds back. */
export function audienceOf(
  addressed: readonly Addressed[],
  message: XiaomiMessage,
  state: XiaomiState,
  context: Pick<ReceiveContext, 'now' | 'profile'>,
): Audience {
  const reached: Addressed[] = [];
  const filtered: Addressed[] = [];
  const overQuota: { addressed: Addressed; use: QuotaUse }[] = [];
  for (const item of addressed) {
    const use = deviceQuota(state, message, item.found.target.token, context);
    if (!matchesModel(item.found.device, message.extra)) filtered.push(item);
    else if (use && use.used >= use.limit) overQuota.push({ addressed: item, use });
    else reached.push(item);
  }
  return { reached, filtered, overQuota };
}

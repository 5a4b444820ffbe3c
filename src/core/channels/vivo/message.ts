import type { RuleProfile } from '../../profile.ts';
import type { VivoApp } from '../credentials.ts';
import { chinaDate, DAY_MS } from '../kit/china.ts';
import type { ReceiveContext } from '../types.ts';
import { isDay } from './china.ts';
import { type Draft, extraOf, isTest, timedDisplayOf } from './draft.ts';
import { CATEGORIES, ERA_LIMITS } from './limits.ts';
import type { ReceiptWish, VivoMessage } from './payload.ts';

type Switches = RuleProfile['vivo'];

/** 0 operational, 1 system: what the message says, else what its category says, else the switch. */
export function classOf({ classification, category }: Draft, switches: Switches): 0 | 1 {
  if (classification === 0 || classification === 1) return classification;
  return CATEGORIES.get(category ?? '') ?? switches.defaultClassification;
}

/** Seconds that the message may wait, after cutting. */
export function lifeOf(draft: Draft, switches: Switches): number {
  const { life } = ERA_LIMITS[switches.era];
  const usual = classOf(draft, switches) === 0 ? life.usualOperational : life.usual;
  return Math.min(draft.timeToLive ?? usual, life.maximum);
}

export const isWeb = (address: string): boolean => /^https?:\/\//i.test(address);

/** Where receipts go; null when there is nobody to tell, or the workspace leaves them out. */
export function receiptsOf(draft: Draft, app: VivoApp, many: boolean, switches: Switches): ReceiptWish | null {
  const param = extraOf(draft, 'callback.param') ?? '';
  const id = extraOf(draft, 'callback.id');
  if (id !== undefined) {
    const found = app.receipts.find((item) => item.id === id);
    return found && switches.idReceipts === 'assumed' ? { url: found.url, param, form: 'id' } : null;
  }
  const url = extraOf(draft, 'callback');
  if (url === undefined || !isWeb(url) || isTest(draft)) return null;
  return many && switches.urlReceipts === 'single' ? null : { url, param, form: 'url' };
}

/** A checked message in its final form. */
export function takeMessage(draft: Draft, app: VivoApp, many: boolean, switches: Switches): VivoMessage {
  return {
    appId: app.appId,
    title: draft.title ?? '',
    content: draft.content ?? '',
    notifyType: draft.notifyType ?? 4,
    skipType: draft.skipType ?? 1,
    skipContent: draft.skipContent ?? '',
    networkType: draft.networkType ?? -1,
    classification: classOf(draft, switches),
    category: draft.category ?? null,
    custom: draft.custom ?? {},
    notifyId: draft.notifyId ?? null,
    profileId: many ? null : (draft.profileId ?? null),
    foregroundShow: draft.foregroundShow,
    addBadge: draft.addBadge && switches.addBadge,
    sendOnline: draft.sendOnline,
    test: isTest(draft),
    life: lifeOf(draft, switches) * 1000,
    receipts: receiptsOf(draft, app, many, switches),
    classed: switches.messageClasses,
    live: false,
  };
}

const MINUTE_MS = 60_000;

/**
 * When `timedDisplay` wants the message shown: a time in ms, null without one, or what is wrong with it. vivo
 * publishes no code for a wrong one.
 */
export function displayAt(
  draft: Draft,
  { now, senderTime }: Pick<ReceiveContext, 'now' | 'senderTime'>,
  operational: boolean,
): number | null | { readonly fault: string } {
  const timed = timedDisplayOf(draft);
  if (timed === null) return null;
  const fault = { fault: `${timed.start ?? '–'} – ${timed.end ?? '–'}` };
  if (timed.start === null || timed.end === null || timed.end <= timed.start) return fault;
  const [start, end] = [senderTime(timed.start), senderTime(timed.end)];
  const inTime = start >= now + 10 * MINUTE_MS && end <= now + DAY_MS && end - start < 120 * MINUTE_MS;
  if (!inTime || chinaDate(start) !== chinaDate(end)) return fault;
  return operational && !(isDay(start) && isDay(end)) ? fault : start;
}

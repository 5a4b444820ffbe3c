import type { HuaweiApp } from '../credentials.ts';
import { chinaDayNumber, DAY_MS } from '../kit/china.ts';
import { find, put, type Shelf } from '../kit/shelf.ts';
import type { Effect, FoundTarget } from '../types.ts';
import type { Call } from './call.ts';
import type { HuaweiMessage, HuaweiPayload, HuaweiPush } from './payload.ts';
import { absenceReceipts } from './receipts.ts';
import type { DayCount, HuaweiState } from './state.ts';

/** The app whose console settings count for a registration. */
const ownerOf = (apps: readonly HuaweiApp[], found: FoundTarget): HuaweiApp | undefined =>
  apps.find(({ packageName }) => packageName === found.target.app);

interface Counted {
  readonly days: Shelf<DayCount>;
  readonly quota: HuaweiPayload['quota'];
}

/** Counts a message for a registration's day, and says which limit it has passed. Test messages are outside of it. */
function countDay(days: Shelf<DayCount>, message: HuaweiMessage, token: string, call: Call): Counted {
  const { marketingPerDay, messagesPerDay } = call.context.profile.huawei;
  if (message.messageClass === 'unclassified') return { days, quota: null };
  const day = chinaDayNumber(call.context.now);
  const before = find(days, token);
  const today = before?.day === day ? before : { day, all: 0, marketing: 0 };
  if (messagesPerDay > 0 && today.all >= messagesPerDay) return { days, quota: 'daily' };
  const isMarketing = message.messageClass === 'marketing' && message.notification !== null;
  if (isMarketing && marketingPerDay > 0 && today.marketing >= marketingPerDay) return { days, quota: 'marketing' };
  const next = { day, all: today.all + 1, marketing: today.marketing + (isMarketing ? 1 : 0) };
  return { days: put(days, token, next), quota: null };
}

/** A registration whose phone has not been seen for longer counts as inactive. */
const ABSENCE_MS = 30 * DAY_MS;

const isAbsent = ({ device }: FoundTarget, now: number): boolean =>
  !device.online && device.offlineSince !== undefined && now - device.offlineSince > ABSENCE_MS;

interface Sending {
  readonly message: HuaweiMessage;
  /** Those to whose registrations the sender may send. */
  readonly apps: readonly HuaweiApp[];
  readonly targets: readonly FoundTarget[];
  /** null: only to phones that are online. */
  readonly expiresAt: number | null;
  readonly isTest: boolean;
}

/** The message as one registration's app knows it: receipts name that app and go to its address. */
function messageFor(message: HuaweiMessage, apps: readonly HuaweiApp[], found: FoundTarget): HuaweiMessage {
  const appId = ownerOf(apps, found)?.appId ?? message.appId;
  return appId === message.appId ? message : { ...message, appId };
}

export interface Dispatched {
  readonly effects: readonly Effect[];
  readonly state: HuaweiState;
}

function countFor(
  days: Shelf<DayCount>,
  message: HuaweiMessage,
  found: FoundTarget,
  isTest: boolean,
  call: Call,
): Counted {
  if (isAbsent(found, call.context.now)) return { days, quota: 'absent' };
  return isTest ? { days, quota: null } : countDay(days, message, found.target.token, call);
}

/** Pushes on their way; of phones that have been away for long the sender hears at once. */
function effectsOf(pushes: readonly HuaweiPush[], { context }: Call): readonly Effect[] {
  const absent = pushes.filter(({ payload }) => payload.quota === 'absent');
  const told = absent.flatMap((push) => absenceReceipts(push, context.now, context));
  return [
    ...pushes.map((push): Effect => ({ type: 'push', push })),
    ...told.map((callback): Effect => ({ type: 'callback', callback })),
  ];
}

/** One push for each registration, repeats included, and the day's counters. */
export function dispatch(sending: Sending, state: HuaweiState, call: Call): Dispatched {
  const { message, apps, targets, expiresAt, isTest } = sending;
  const { now } = call.context;
  const { notification } = message;
  let days = state.days;
  const pushes = targets.map((found, index): HuaweiPush => {
    const counted = countFor(days, message, found, isTest, call);
    days = counted.days;
    return {
      id: targets.length === 1 ? message.requestId : `${message.requestId}-${index + 1}`,
      channel: 'huawei',
      deviceId: found.device.id,
      token: found.target.token,
      app: found.target.app,
      payload: { message: messageFor(message, apps, found), quota: counted.quota },
      title: notification?.title ?? null,
      body: notification?.body ?? null,
      expiresAt,
      acceptedAt: now,
    };
  });
  return { effects: effectsOf(pushes, call), state: days === state.days ? state : { ...state, days } };
}

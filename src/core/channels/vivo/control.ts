import { chinaDate } from '../kit/china.ts';
import { find, put } from '../kit/shelf.ts';
import type { FoundTarget, ReceiveContext } from '../types.ts';
import { isDay } from './china.ts';
import type { Control, VivoMessage } from './payload.ts';
import type { DeviceRuleId } from './rules.ts';
import { today, type VivoState } from './state.ts';

/** Reason codes that receipts give for what is counted but not shown. */
export const CONTROL_CODES: Readonly<Record<Control, number>> = {
  night: 1017,
  total: 11001,
  frequency: 12000,
  repeat: 2124,
  absent: 20006,
};

/** The rule of each on the phone's side. */
export const CONTROL_RULES: Readonly<Record<Control, DeviceRuleId>> = {
  night: 'vivo-device-night',
  total: 'vivo-device-total',
  frequency: 'vivo-device-frequency',
  repeat: 'vivo-device-repeat',
  absent: 'vivo-device-absent',
};

/** A phone that has been away for so long gets nothing sent. */
const ABSENCE_MS = 14 * 86_400_000;

const isAbsent = ({ device }: FoundTarget, now: number): boolean =>
  !device.online && device.offlineSince !== undefined && now - device.offlineSince >= ABSENCE_MS;

/** "Valid users" below this many count as this many. */
const VALID_USERS_MIN = 10_000;

/** Messages of a class that may arrive in a day. */
export function dailyTotal(appPackage: string, classification: 0 | 1, context: ReceiveContext): number {
  const { operationalPerDay, systemPerDay } = context.profile.vivo;
  const fixed = classification === 0 ? operationalPerDay : systemPerDay;
  if (fixed > 0) return fixed;
  const users = context.directory
    .all()
    .filter(
      ({ device, target }) => target.app === appPackage && target.state === 'active' && device.permission !== 'denied',
    );
  return Math.max(VALID_USERS_MIN, users.length) * (classification === 0 ? 2 : 3);
}

export const totalKey = (classification: 0 | 1): 'operational' | 'system' =>
  classification === 0 ? 'operational' : 'system';

const textKey = ({ appId, title, content }: VivoMessage, token: string): string =>
  JSON.stringify([appId, token, title, content]);

export const phoneKey = (appId: string, token: string): string => `${appId} ${token}`;

interface Ruling {
  readonly control: Control | null;
  readonly state: VivoState;
}

const free = (state: VivoState): Ruling => ({ control: null, state });

/** The same text to the same phone on one day: the second is dropped. */
function repeated(message: VivoMessage, token: string, context: ReceiveContext, state: VivoState): Ruling {
  if (!context.profile.vivo.dropRepeatedText) return free(state);
  const day = chinaDate(context.now);
  const key = textKey(message, token);
  if (find(state.texts, key) === day) return { control: 'repeat', state };
  return free({ ...state, texts: put(state.texts, key, day) });
}

function overPhone({ appId }: VivoMessage, token: string, context: ReceiveContext, state: VivoState): Ruling {
  const day = chinaDate(context.now);
  const key = phoneKey(appId, token);
  const before = find(state.phones, key);
  const count = before?.day === day ? before.count : 0;
  if (count >= context.profile.vivo.operationalPerPhone) return { control: 'frequency', state };
  return free({ ...state, phones: put(state.phones, key, { day, count: count + 1 }) });
}

/**
 * Is this message, the `index`th of its send, shown on the phone or only counted? Test messages always are; system
 * messages as long as the total lasts.
 */
export function ruleOn(
  message: VivoMessage,
  found: FoundTarget,
  index: number,
  total: number,
  context: ReceiveContext,
  state: VivoState,
): Ruling {
  if (message.test || message.live) return free(state);
  if (isAbsent(found, context.now)) return { control: 'absent', state };
  const { classification, classed, appId } = message;
  const { token } = found.target;
  if (classed && classification === 0 && !isDay(context.now)) return { control: 'night', state };
  if (classed && today(state, appId, context.now)[totalKey(classification)] + index >= total)
    return { control: 'total', state };
  if (classification === 1) return free(state);
  const fresh = repeated(message, token, context, state);
  return fresh.control !== null || !classed ? fresh : overPhone(message, token, context, fresh.state);
}

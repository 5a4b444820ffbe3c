import type { TapAction } from '../../device/types.ts';
import { isObject, parseJson } from '../kit/json.ts';
import type { OppoNotification } from './notification.ts';

/** `action_parameters`: each of its keys becomes an extra of the started page. */
export function extrasOf({ parameters }: OppoNotification): Readonly<Record<string, unknown>> {
  const parsed = parameters === null ? {} : parseJson(parameters);
  return isObject(parsed) ? parsed : {};
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** The address with the parameters added to its query. */
export function withParameters(url: string, extras: Readonly<Record<string, unknown>>): string {
  const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
  const added = Object.entries(extras).map(([name, value]) => `${encode(name)}=${encode(textOf(value))}`);
  if (added.length === 0) return url;
  const hash = url.indexOf('#');
  const base = hash < 0 ? url : url.slice(0, hash);
  const rest = hash < 0 ? '' : url.slice(hash);
  const joint = base.includes('?') ? (/[?&]$/.test(base) ? '' : '&') : '?';
  return `${base}${joint}${added.join('&')}${rest}`;
}

/** What a tap does, by `click_action_type`. */
export function tapOf(notification: OppoNotification, app: string): TapAction {
  const extras = extrasOf(notification);
  const { clickType, activity, url } = notification;
  switch (clickType) {
    case 0:
      return { kind: 'open-app', target: app, data: extras };
    case 1:
    case 4:
      return { kind: 'open-page', target: activity, data: extras };
    case 2:
      return { kind: 'open-web', target: withParameters(url ?? '', extras), data: {} };
    case 5:
      return { kind: 'open-page', target: url, data: extras };
  }
}

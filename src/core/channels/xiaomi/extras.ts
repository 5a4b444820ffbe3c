import type { Form } from '../kit/form.ts';

/** Reserved `extra.*` keys of the server document: they act, and do not count as the developer's own. */
const DOCUMENTED = [
  'sound_uri',
  'ticker',
  'notify_foreground',
  'notify_effect',
  'intent_uri',
  'class_name',
  'intent_flag',
  'web_uri',
  'flow_control',
  'jobkey',
  'callback',
  'callback.param',
  'callback.type',
  'locale',
  'locale_not_in',
  'model',
  'model_not_in',
  'app_version',
  'app_version_not_in',
  'connpt',
  'only_send_once',
  'channel_id',
  'channel_name',
  'channel_description',
  'template_id',
  'template_param',
  'notification_style_type',
  'notification_bigPic_uri',
  'notification_large_icon_uri',
  'notification_small_icon_uri',
  'notification_small_icon_color',
  'layout_name',
  'layout_value',
  'instant_notify',
  'hybrid_pn',
  'push_server_action',
  'hybrid_debug',
  'ios_msg_channel',
  'badge',
  'sound_url',
] as const;

/** Keys that only the phone's system service reads. */
const DEVICE_KEYS = [
  'message_count',
  'title_short',
  'title_long',
  'description_short',
  'description_long',
  'notification_group',
  'notification_is_summary',
  'timeout',
  'enable_keyguard',
  'enable_float',
  'background_color',
  'notification_show_when',
  'hide',
  '__dynamic_icon_uri',
  '__adiom',
] as const;

const RESERVED: ReadonlySet<string> = new Set([...DOCUMENTED, ...DEVICE_KEYS]);
const BUTTON_KEY =
  /^notification_style_button_(left|mid|right)_(name|notify_effect|intent_uri|intent_class|intent_flag|web_uri)$/;

/** Does Xiaomi give this key a meaning of its own? Everything else is the developer's. */
export const isReservedExtra = (key: string): boolean =>
  RESERVED.has(key) || BUTTON_KEY.test(key) || key.startsWith('apsAlert-');

/** Keys that change how a notification is drawn beyond title and text. */
export const isStyleExtra = (key: string): boolean =>
  key.startsWith('notification_style_') ||
  key.startsWith('layout_') ||
  key === 'notification_bigPic_uri' ||
  key.startsWith('notification_large_icon') ||
  key.startsWith('notification_small_icon');

const PREFIX = 'extra.';
/** What a message without extras has, always this one object. */
export const NO_EXTRAS: Readonly<Record<string, string>> = {};

/** `extra.<key>` parameters without prefix. Empty ones mean "not set" and are left out; the first of repeats counts. */
export function readExtras(form: Form): Readonly<Record<string, string>> {
  const extra: [string, string][] = [];
  for (const [name, values] of form.values) {
    const value = values[0] ?? '';
    if (name.startsWith(PREFIX) && name.length > PREFIX.length && value !== '')
      extra.push([name.slice(PREFIX.length), value]);
  }
  if (extra.length === 0) return NO_EXTRAS;
  // fromEntries defines own properties, so a key such as __proto__ stays a plain key.
  return Object.fromEntries(extra);
}

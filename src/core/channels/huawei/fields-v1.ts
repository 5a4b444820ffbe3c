import type { JsonObject } from '../kit/json.ts';
import { isStep, timeOf } from './duration.ts';
import { type Field, filled, has, isHttps, missing, number, oneOf, text, within } from './fields.ts';
import { illegal, type Refusal } from './refusal.ts';

const RAW = '/raw/…';
const BADGE_HINT = 'badge add_num value ranges from 1 to 99';

const needs = (object: JsonObject, path: string, names: readonly string[]): Refusal | null => {
  const name = names.find((one) => (text(object, one) ?? '') === '');
  return name === undefined ? null : missing(`${path}.${name}`, name);
};

function checkClick(click: JsonObject, path: string): Refusal | null {
  const type = number(click, 'type');
  if (type === 1 && (text(click, 'action') ?? '') === '') return needs(click, path, ['intent']);
  if (type === 2) return needs(click, path, ['url']);
  return type === 4 ? needs(click, path, ['rich_resource']) : null;
}

export const CLICK: Field = {
  name: 'click_action',
  kind: 'object',
  needed: true,
  fields: [
    { name: 'type', kind: 'number', needed: true, ok: oneOf(1, 2, 3, 4), expected: '1 | 2 | 3 | 4' },
    { name: 'intent', kind: 'text' },
    { name: 'action', kind: 'text' },
    { name: 'url', kind: 'text', ok: isHttps, expected: 'https://…' },
    { name: 'rich_resource', kind: 'text' },
  ],
  also: checkClick,
};

const BADGE: Field = {
  name: 'badge',
  kind: 'object',
  fields: [
    { name: 'add_num', kind: 'number', ok: within(1, 99), expected: '1…99', hint: BADGE_HINT },
    { name: 'class', kind: 'text' },
    {
      name: 'set_num',
      kind: 'number',
      ok: within(0, 99),
      expected: '0…99',
      hint: 'badge set_num value ranges from 0 to 99',
    },
  ],
};

function checkButton(button: JsonObject, path: string): Refusal | null {
  const action = number(button, 'action_type');
  if (action === 1 && !has(button, 'intent_type')) return missing(`${path}.intent_type`, 'intent_type');
  if (action === 1 || action === 2) {
    const refusal = needs(button, path, ['intent']);
    if (refusal) return refusal;
    const intent = text(button, 'intent') ?? '';
    if (action === 2 && !isHttps(intent))
      return illegal(
        'huawei-value',
        `${path}.intent`,
        { received: intent, expected: 'https://…' },
        'intent is invalid',
      );
  }
  return action === 4 ? needs(button, path, ['data']) : null;
}

const BUTTONS: Field = {
  name: 'buttons',
  kind: 'objects',
  max: 3,
  expected: '≤ 3',
  fields: [
    { name: 'name', kind: 'text', needed: true, ok: (name) => name !== '' && name.length <= 40, expected: '1…40' },
    { name: 'action_type', kind: 'number', needed: true, ok: within(0, 4), expected: '0…4' },
    { name: 'intent_type', kind: 'number', ok: within(0, 1), expected: '0 | 1' },
    { name: 'intent', kind: 'text' },
    { name: 'data', kind: 'text', ok: (data) => data.length <= 1024, expected: '≤ 1024' },
  ],
  also: checkButton,
};

const part = (name: string): Field => ({
  name,
  kind: 'number',
  ok: (value) => value >= 0 && value <= 1,
  expected: '0…1',
});

const LIGHTS: Field = {
  name: 'light_settings',
  kind: 'object',
  fields: [
    { name: 'color', kind: 'object', needed: true, fields: ['alpha', 'red', 'green', 'blue'].map(part) },
    { name: 'light_on_duration', kind: 'text', needed: true, ok: isStep, expected: '1s' },
    { name: 'light_off_duration', kind: 'text', needed: true, ok: isStep, expected: '1s' },
  ],
};

/** `*_args` need the matching key; styles need their texts. */
export function checkTexts(notification: JsonObject, path: string): Refusal | null {
  for (const name of ['title', 'body']) {
    const args = `${name}_loc_args`;
    const key = `${name}_loc_key`;
    if (has(notification, args) && (text(notification, key) ?? '') === '') return missing(`${path}.${key}`, key);
  }
  const style = number(notification, 'style');
  if (style === 1) return needs(notification, path, ['big_title', 'big_body']);
  const lines = notification.inbox_content;
  if (style === 3 && !(Array.isArray(lines) && lines.length > 0))
    return missing(`${path}.inbox_content`, 'inbox_content');
  return null;
}

const languages = (value: JsonObject, path: string): Refusal | null => {
  const many = Object.values(value).find(
    (one) => typeof one === 'object' && one !== null && Object.keys(one).length > 3,
  );
  return many === undefined
    ? null
    : illegal('huawei-value', path, { received: JSON.stringify(many), expected: '≤ 3' }, 'multi_lang_key is invalid');
};

/** `message.notification`. */
export const COMMON_NOTIFICATION: readonly Field[] = [
  { name: 'title', kind: 'text' },
  { name: 'body', kind: 'text' },
  { name: 'image', kind: 'text', ok: isHttps, expected: 'https://…' },
];

/** `message.android.notification`, in the order of the documentation. */
export const NOTIFICATION: readonly Field[] = [
  { name: 'icon', kind: 'text' },
  { name: 'color', kind: 'text', ok: (color) => /^#[0-9a-f]{6}$/i.test(color), expected: '#RRGGBB' },
  { name: 'sound', kind: 'text', ok: filled, expected: RAW },
  { name: 'default_sound', kind: 'flag' },
  { name: 'tag', kind: 'text' },
  CLICK,
  { name: 'body_loc_key', kind: 'text' },
  { name: 'body_loc_args', kind: 'texts' },
  { name: 'title_loc_key', kind: 'text' },
  { name: 'title_loc_args', kind: 'texts' },
  { name: 'multi_lang_key', kind: 'object', also: languages },
  { name: 'channel_id', kind: 'text' },
  { name: 'notify_summary', kind: 'text' },
  { name: 'image', kind: 'text', ok: isHttps, expected: 'https://…' },
  { name: 'style', kind: 'number', ok: oneOf(0, 1, 2, 3), expected: '0 | 1 | 3' },
  { name: 'big_title', kind: 'text' },
  { name: 'big_body', kind: 'text' },
  { name: 'inbox_content', kind: 'texts', max: 5, ok: (line) => line.length <= 1024, expected: '≤ 5 × 1024' },
  { name: 'auto_clear', kind: 'number', ok: (ms) => Number.isInteger(ms) && ms > 0, expected: '> 0' },
  { name: 'notify_id', kind: 'number', ok: within(-1, 2_147_483_647), expected: '-1…2147483647' },
  { name: 'group', kind: 'text' },
  BADGE,
  { name: 'ticker', kind: 'text' },
  { name: 'auto_cancel', kind: 'flag' },
  { name: 'when', kind: 'text', ok: (when) => timeOf(when) !== null, expected: '2024-05-01T08:00:00.000000000Z' },
  { name: 'local_only', kind: 'flag' },
  { name: 'importance', kind: 'text', ok: oneOf('LOW', 'NORMAL', 'HIGH'), expected: 'LOW | NORMAL | HIGH' },
  { name: 'use_default_vibrate', kind: 'flag' },
  { name: 'vibrate_config', kind: 'texts', max: 10, ok: isStep, expected: '≤ 10 × 60s' },
  { name: 'use_default_light', kind: 'flag' },
  LIGHTS,
  {
    name: 'visibility',
    kind: 'text',
    ok: oneOf('VISIBILITY_UNSPECIFIED', 'PRIVATE', 'PUBLIC', 'SECRET'),
    expected: 'PRIVATE | PUBLIC | SECRET',
  },
  { name: 'foreground_show', kind: 'flag' },
  { name: 'profile_id', kind: 'text', ok: (id) => id.length <= 64, expected: '≤ 64' },
  BUTTONS,
];

/** `message.android` without those members that have codes of their own. */
export const ANDROID: readonly Field[] = [
  { name: 'urgency', kind: 'text', ok: oneOf('HIGH', 'NORMAL'), expected: 'HIGH | NORMAL' },
  { name: 'category', kind: 'text' },
  { name: 'bi_tag', kind: 'text' },
  { name: 'receipt_id', kind: 'text' },
  { name: 'fast_app_target', kind: 'number', ok: oneOf(1, 2), expected: '1 | 2' },
  { name: 'target_user_type', kind: 'number', ok: oneOf(0, 1), expected: '0 | 1' },
  { name: 'data', kind: 'text' },
  { name: 'notification', kind: 'object' },
];

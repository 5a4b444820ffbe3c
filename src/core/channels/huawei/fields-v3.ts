import type { JsonObject } from '../kit/json.ts';
import { type Field, filled, has, isHttps, missing, number, object, oneOf, text, within } from './fields.ts';
import { illegal, type Refusal } from './refusal.ts';

const INT32 = 2_147_483_647;
const needed = (name: string): Field => ({ name, kind: 'text', needed: true, ok: filled, expected: 'string' });

const badgeNumber = (name: string, low: number): Field => ({
  name,
  kind: 'number',
  ok: within(low, 99),
  expected: `${low}…99`,
  hint: `badge ${name} value ranges from ${low} to 99`,
});

function checkClick(click: JsonObject, path: string): Refusal | null {
  const page = number(click, 'actionType') === 1 && !text(click, 'uri') && !text(click, 'action');
  return page ? missing(`${path}.uri`, 'uri') : null;
}

const CLICK: Field = {
  name: 'clickAction',
  kind: 'object',
  needed: true,
  fields: [
    { name: 'actionType', kind: 'number', needed: true, ok: oneOf(0, 1), expected: '0 | 1' },
    { name: 'uri', kind: 'text' },
    { name: 'action', kind: 'text' },
    { name: 'data', kind: 'object' },
  ],
  also: checkClick,
};

function checkStyle(notification: JsonObject, path: string): Refusal | null {
  const style = number(notification, 'style');
  if (style === 1)
    for (const name of ['bigTitle', 'bigBody']) if (!text(notification, name)) return missing(`${path}.${name}`, name);
  const lines = notification.inboxContent;
  return style === 3 && !(Array.isArray(lines) && lines.length > 0)
    ? missing(`${path}.inboxContent`, 'inboxContent')
    : null;
}

const NOTIFICATION_FIELDS: readonly Field[] = [
  needed('category'),
  needed('title'),
  needed('body'),
  CLICK,
  { name: 'image', kind: 'text', ok: isHttps, expected: 'https://…' },
  { name: 'style', kind: 'number', ok: oneOf(0, 1, 3), expected: '0 | 1 | 3' },
  { name: 'bigTitle', kind: 'text' },
  { name: 'bigBody', kind: 'text' },
  { name: 'inboxContent', kind: 'texts', max: 3, ok: (line) => line.length <= 1024, expected: '≤ 3 × 1024' },
  { name: 'notifyId', kind: 'number', ok: within(-1, INT32), expected: `-1…${INT32}` },
  {
    name: 'appMessageId',
    kind: 'text',
    ok: (id) => /^[A-Za-z0-9+/=\-_ ]{1,64}$/.test(id),
    expected: '1…64 × A-Z a-z 0-9 + / = - _',
  },
  { name: 'profileId', kind: 'text', ok: (id) => id.length <= 64, expected: '≤ 64' },
  { name: 'badge', kind: 'object', fields: [badgeNumber('addNum', 1), badgeNumber('setNum', 0)] },
  { name: 'sound', kind: 'text', ok: filled, expected: 'alert.mp3' },
  { name: 'soundDuration', kind: 'number', ok: within(1, 60), expected: '1…60' },
  { name: 'foregroundShow', kind: 'flag' },
];

const NOTIFICATION: Field = {
  name: 'notification',
  kind: 'object',
  needed: true,
  fields: NOTIFICATION_FIELDS,
  also: checkStyle,
};

const EXTRA: Field = { name: 'extraData', kind: 'text', needed: true };

function isFormData(value: unknown): boolean {
  if (value === null) return false;
  if (typeof value !== 'object') return true;
  return Object.entries(value).every(([key, one]) => !key.startsWith('datashareproxy://') && isFormData(one));
}

function checkFormData(data: JsonObject, path: string): Refusal | null {
  return isFormData(data)
    ? null
    : illegal(
        'huawei-value',
        path,
        { received: '{…}', expected: '≠ null, ≠ datashareproxy://…' },
        'formData is invalid',
      );
}

const FORM: readonly Field[] = [
  {
    name: 'formId',
    kind: 'number',
    needed: true,
    ok: (id) => Number.isInteger(id) && id >= 0 && id <= 2 ** 63,
    expected: '0…2^63-1',
  },
  { name: 'version', kind: 'number', needed: true, ok: within(0, INT32), expected: `0…${INT32}` },
  needed('moduleName'),
  needed('formName'),
  needed('abilityName'),
  { name: 'formData', kind: 'object', needed: true, also: checkFormData },
  {
    name: 'images',
    kind: 'objects',
    max: 1,
    expected: '≤ 1',
    fields: [needed('keyName'), { name: 'url', kind: 'text', needed: true, ok: isHttps, expected: 'https://…' }],
  },
];

const CREATE_EVENTS: ReadonlySet<string> = new Set(['FLIGHT', 'TAXI', 'TRAIN']);

function checkLiveView(payload: JsonObject, path: string): Refusal | null {
  if (number(payload, 'operation') !== 0) return null;
  const event = text(payload, 'event') ?? '';
  if (!CREATE_EVENTS.has(event))
    return illegal(
      'huawei-value',
      `${path}.event`,
      { received: event, expected: 'FLIGHT | TAXI | TRAIN' },
      'event is invalid',
    );
  return has(payload, 'status') ? null : missing(`${path}.status`, 'status');
}

const LIVE_VIEW: readonly Field[] = [
  { name: 'activityId', kind: 'number', needed: true, ok: within(-INT32 - 1, INT32), expected: 'int32' },
  { name: 'operation', kind: 'number', needed: true, ok: within(0, 2), expected: '0 | 1 | 2' },
  needed('event'),
  {
    name: 'activityData',
    kind: 'object',
    needed: true,
    fields: [
      {
        name: 'notificationData',
        kind: 'object',
        needed: true,
        fields: [
          { name: 'type', kind: 'number', needed: true },
          { name: 'clickAction', kind: 'object', needed: true },
        ],
      },
    ],
  },
];

function checkVoice(payload: JsonObject, path: string): Refusal | null {
  const category = text(object(payload, 'notification'), 'category');
  return category === 'PLAY_VOICE'
    ? null
    : illegal(
        'huawei-value',
        `${path}.notification.category`,
        { received: category ?? '–', expected: 'PLAY_VOICE' },
        'category is invalid',
      );
}

const payload = (fields: readonly Field[], also?: (object: JsonObject, path: string) => Refusal | null): Field => ({
  name: 'payload',
  kind: 'object',
  needed: true,
  fields,
  ...(also ? { also } : {}),
});

/** What each push type needs as payload. Deeper layout rules of live views are not checked. */
export const PAYLOADS: Readonly<Record<number, Field>> = {
  0: payload([NOTIFICATION]),
  1: payload(FORM),
  2: payload([NOTIFICATION, EXTRA], checkVoice),
  6: payload([EXTRA, { name: 'proxyData', kind: 'text', ok: oneOf('ENABLE'), expected: 'ENABLE' }]),
  7: payload(LIVE_VIEW, checkLiveView),
  10: payload([EXTRA]),
};

/** `pushOptions`, but for `ttl`, which has a code of its own. */
export const OPTIONS: readonly Field[] = [
  { name: 'testMessage', kind: 'flag' },
  { name: 'biTag', kind: 'text', ok: (tag) => new TextEncoder().encode(tag).length <= 64, expected: '≤ 64' },
  { name: 'receiptId', kind: 'text' },
  { name: 'backgroundMode', kind: 'number', ok: within(0, 1), expected: '0 | 1' },
];

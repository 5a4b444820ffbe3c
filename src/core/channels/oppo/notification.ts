import type { RuleProfile } from '../../profile.ts';
import { codePoints } from '../kit/bytes.ts';
import { FieldReader, type Source, shown, toInteger } from './fields.ts';
import { missing, type Refusal } from './refusal.ts';

export const TITLE_LIMIT = 50;
export const SUB_TITLE_LIMIT = 10;
export const SHOWN_CONTENT = 50;
export const CONTENT_LIMITS = { 1: 200, 2: 128, 3: 50 } as const;
export const ACTIVITY_LIMIT = 500;
export const URL_LIMIT = 2000;
export const PARAMETERS_LIMIT = 4000;
export const CALLBACK_URL_LIMIT = 200;
export const CALLBACK_PARAMETER_LIMIT = 100;
export const LIFE_DEFAULT = 3600;
export const LIFE_LIMIT = 864_000;
export const SHOW_TTL_LIMIT = 172_800;
export const SPEED_LIMITS = { min: 1000, max: 10_000 } as const;
const INT32 = { min: -2_147_483_648, max: 2_147_483_647 } as const;

export type Style = 1 | 2 | 3;
export type ClickType = 0 | 1 | 2 | 4 | 5;

/** The notification object as the server took it: types settled, nothing looked up. */
export interface OppoNotification {
  readonly appMessageId: string | null;
  readonly style: Style;
  readonly bigPictureId: string | null;
  readonly smallPictureId: string | null;
  readonly title: string;
  readonly subTitle: string | null;
  readonly content: string;
  readonly clickType: ClickType;
  readonly activity: string | null;
  readonly url: string | null;
  /** JSON object as text. */
  readonly parameters: string | null;
  /** When the phone may show it, ms; null = at any time. */
  readonly showFrom: number | null;
  readonly showUntil: number | null;
  readonly keepOffline: boolean;
  /** Seconds, as asked for; null = not said. */
  readonly life: number | null;
  /** Planned time, ms; null = at once. */
  readonly startAt: number | null;
  readonly fixSpeed: boolean;
  readonly wifiOnly: boolean;
  readonly callbackUrl: string | null;
  readonly callbackParameter: string | null;
  readonly channelId: string | null;
  readonly showTtl: number | null;
  readonly notifyId: number | null;
  readonly category: string | null;
  readonly level: number | null;
  readonly templateId: string | null;
  /** JSON text as sent. */
  readonly titleParameters: string | null;
  readonly contentParameters: string | null;
  readonly badgeOperation: 0 | 1 | null;
  readonly badgeCount: number | null;
}

/** Where a notification stands: some fields are for broadcasts only. */
export type Place = 'unicast' | 'broadcast';

/** Fields that only broadcasts know. */
export const BROADCAST_FIELDS = ['big_picture_id', 'show_time_type', 'push_time_type', 'fix_speed'] as const;

/** Documented names, and those that other interfaces pass through. */
export const NOTIFICATION_FIELDS = [
  'app_message_id',
  'style',
  'big_picture_id',
  'small_picture_id',
  'title',
  'sub_title',
  'content',
  'click_action_type',
  'click_action_activity',
  'click_action_url',
  'action_parameters',
  'show_time_type',
  'show_start_time',
  'show_end_time',
  'off_line',
  'off_line_ttl',
  'push_time_type',
  'push_start_time',
  'time_zone',
  'fix_speed',
  'fix_speed_rate',
  'network_type',
  'call_back_url',
  'call_back_parameter',
  'channel_id',
  'show_ttl',
  'notify_id',
  'category',
  'notify_level',
  'private_msg_template_id',
  'private_title_parameters',
  'private_content_parameters',
  'badge_operation_type',
  'badge_message_count',
  'audit_response',
  'auditResponse',
  'intelligent_intent',
  'delete_intent_data',
  'intent_env',
] as const;

interface Need {
  readonly name: string;
  /** Field whose value asks for it, and which values do. */
  readonly because?: readonly [name: string, values: readonly number[]];
  readonly place?: Place;
}

/** What must be there, in the order of the check. */
const NEEDS: readonly Need[] = [
  { name: 'title' },
  { name: 'content' },
  { name: 'click_action_activity', because: ['click_action_type', [1, 4]] },
  { name: 'click_action_url', because: ['click_action_type', [2, 5]] },
  { name: 'big_picture_id', because: ['style', [3]], place: 'broadcast' },
  { name: 'show_start_time', because: ['show_time_type', [1]], place: 'broadcast' },
  { name: 'show_end_time', because: ['show_time_type', [1]], place: 'broadcast' },
  { name: 'push_start_time', because: ['push_time_type', [1]], place: 'broadcast' },
];

function needed(source: Source, { because, place }: Need, where: Place): boolean {
  if (place !== undefined && place !== where) return false;
  if (because === undefined) return true;
  const value = toInteger(source(because[0]));
  return value !== null && because[1].includes(value);
}

/** 40: the first required field that is missing. `textsGiven`: a template has title and content. */
export function checkRequired(source: Source, where: Place, textsGiven: boolean, prefix = ''): Refusal | null {
  for (const need of NEEDS) {
    if (textsGiven && (need.name === 'title' || need.name === 'content')) continue;
    if (needed(source, need, where) && source(need.name) === undefined) return missing(`${prefix}${need.name}`);
  }
  return null;
}

function contentOf(reader: FieldReader, style: number, { oppo }: RuleProfile): string {
  const standard = oppo.longContent === 'refuse' ? SHOWN_CONTENT : CONTENT_LIMITS[1];
  return reader.text('content', style === 2 || style === 3 ? CONTENT_LIMITS[style] : standard) ?? '';
}

/** The window of display; nothing for a unicast, which does not know it. */
function windowOf(reader: FieldReader, where: Place): { showFrom: number | null; showUntil: number | null } {
  const timed = reader.integer('show_time_type', { oneOf: [0, 1] }) === 1;
  const showFrom = reader.integer('show_start_time', { min: 0 });
  const showUntil = reader.integer('show_end_time', { min: 0 });
  if (!timed || where === 'unicast') return { showFrom: null, showUntil: null };
  if (showFrom !== null && showUntil !== null && showFrom >= showUntil)
    reader.refuse('show_end_time', showUntil, `> ${showFrom}`);
  return { showFrom, showUntil };
}

function startOf(reader: FieldReader, where: Place): number | null {
  const planned = reader.integer('push_time_type', { oneOf: [0, 1] }) === 1;
  const startAt = reader.integer('push_start_time', { min: 0 });
  reader.text('time_zone');
  return planned && where === 'broadcast' ? startAt : null;
}

function speedOf(reader: FieldReader, where: Place, style: number): boolean {
  const fixed = reader.flag('fix_speed', false);
  // Clients write the default 0 even when the speed is not fixed.
  const rate = reader.integer('fix_speed_rate', fixed && where === 'broadcast' ? SPEED_LIMITS : { min: 0 });
  if (!fixed || where === 'unicast') return false;
  if (rate === null) reader.refuse('fix_speed_rate', '–', `${SPEED_LIMITS.min}…${SPEED_LIMITS.max}`);
  if (style === 3) reader.refuse('fix_speed', true, 'style ≠ 3');
  return true;
}

const orDefault = <T extends number>(value: number | null, fallback: T): T => (value ?? fallback) as T;

const badgeOf = (reader: FieldReader): Pick<OppoNotification, 'badgeOperation' | 'badgeCount'> => ({
  badgeOperation: reader.integer('badge_operation_type', { oneOf: [0, 1] }) as 0 | 1 | null,
  badgeCount: reader.integer('badge_message_count', { min: 0 }),
});

/** 41: reads every field, or says which one is not as it must be. */
export function readNotification(
  source: Source,
  where: Place,
  profile: RuleProfile,
  prefix = '',
): OppoNotification | Refusal {
  const reader = new FieldReader(source, prefix);
  const style = orDefault<Style>(reader.integer('style', { oneOf: where === 'unicast' ? [1, 2] : [1, 2, 3] }), 1);
  const notification: OppoNotification = {
    appMessageId: reader.text('app_message_id'),
    style,
    bigPictureId: reader.text('big_picture_id'),
    smallPictureId: reader.text('small_picture_id'),
    title: reader.text('title', TITLE_LIMIT) ?? '',
    subTitle: reader.text('sub_title', SUB_TITLE_LIMIT),
    content: contentOf(reader, style, profile),
    clickType: orDefault<ClickType>(reader.integer('click_action_type', { oneOf: [0, 1, 2, 4, 5] }), 0),
    activity: reader.text('click_action_activity', ACTIVITY_LIMIT),
    url: reader.text('click_action_url', URL_LIMIT),
    parameters: reader.object('action_parameters', PARAMETERS_LIMIT),
    ...windowOf(reader, where),
    keepOffline: reader.flag('off_line', true),
    life: reader.integer('off_line_ttl', { min: 0 }),
    startAt: startOf(reader, where),
    fixSpeed: speedOf(reader, where, style),
    wifiOnly: reader.integer('network_type', { oneOf: [0, 1] }) === 1,
    callbackUrl: reader.text('call_back_url', CALLBACK_URL_LIMIT),
    callbackParameter: reader.text('call_back_parameter', CALLBACK_PARAMETER_LIMIT),
    channelId: reader.text('channel_id'),
    showTtl: reader.integer('show_ttl', { min: 0, max: SHOW_TTL_LIMIT }),
    notifyId: reader.integer('notify_id', INT32),
    category: reader.text('category'),
    level: reader.integer('notify_level', { oneOf: [1, 2, 16] }),
    templateId: reader.text('private_msg_template_id'),
    titleParameters: parametersText(source('private_title_parameters')),
    contentParameters: parametersText(source('private_content_parameters')),
    ...badgeOf(reader),
  };
  return reader.refusal ?? notification;
}

/** Kept as text: what is no JSON is the template's affair, which has a text of its own for it. */
const parametersText = (value: unknown): string | null => (value === undefined ? null : shown(value));

export const isRefusal = (result: object): result is Refusal => 'rule' in result && 'code' in result;

/** How long it is kept for an offline phone, ms; null = not at all. */
export function lifeOf({ keepOffline, life }: OppoNotification): number | null {
  return keepOffline ? Math.min(life ?? LIFE_DEFAULT, LIFE_LIMIT) * 1000 : null;
}

/** What the phone shows of the content; style 1 shows one line of 50 characters. */
export function shownContent({ style, content }: OppoNotification): string {
  if (style === 2 || content.length <= SHOWN_CONTENT || codePoints(content) <= SHOWN_CONTENT) return content;
  return [...content].slice(0, SHOWN_CONTENT).join('');
}

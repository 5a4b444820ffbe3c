import type { TraceStep } from '../../trace/types.ts';
import { isObject, type JsonObject, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext } from '../types.ts';
import { JsonReader, type Part } from './json-reader.ts';
import { lintMessage } from './lint-message.ts';
import type { MeizuMessage } from './message.ts';
import { readAdvance, readClick, readExpansion, readReceipt, readVip } from './read-parts.ts';
import { badValue, type Refusal, refuse } from './refusal.ts';
import { HOUR_MS, parseTime } from './time.ts';

export const TITLE_LIMIT = 32;
export const CONTENT_LIMIT = 100;
const LIFE_HOURS = 24;
export const LIFE_MAX_HOURS = 72;

type Profile = ReceiveContext['profile']['meizu'];
/** Simulated time, and how a sender's time becomes one. */
export type Times = Pick<ReceiveContext, 'now' | 'senderTime'>;

/** Where a message is used: only tasks to many can be timed. */
export interface MessageUse {
  readonly passThrough: boolean;
  /** The message of a task, whose title pass-through messages need, too. */
  readonly task: boolean;
  /** Goes to all users or to tags. */
  readonly broadcast: boolean;
  readonly times: Times;
  readonly profile: Profile;
}

export type ReadMessage =
  | { readonly message: MeizuMessage; readonly notes: readonly TraceStep[] }
  | { readonly refusal: Refusal };

function missingText(title: string, content: string, path: string, titleNeeded: boolean): Refusal | null {
  if (titleNeeded && title === '')
    return refuse('meizu-title-present', '500', 'title is empty', { path: `${path}title` });
  if (content === '') return refuse('meizu-content-present', '500', 'content is empty', { path: `${path}content` });
  return null;
}

/** Hours for which an offline phone can still get it; without `offLine` the number does not count, whatever it is. */
function readLife(read: JsonReader, root: Part, { profile }: MessageUse): number | null {
  const time = read.part(root, 'pushTimeInfo');
  if (!read.flag(time, 'offLine', true)) return null;
  return read.within(time, 'validTime', profile.validTimeFrom, LIFE_MAX_HOURS, LIFE_HOURS) * HOUR_MS;
}

function readStart(read: JsonReader, root: Part, { broadcast, times }: MessageUse): number | null {
  const time = read.part(root, 'pushTimeInfo');
  if (!broadcast || !read.flag(time, 'pushTimeType', false)) return null;
  const text = read.text(time, 'startTime');
  read.needed('pushTimeInfo.startTime', text, 'pushTimeType 1');
  const given = parseTime(text);
  if (given === null) read.matches('pushTimeInfo.startTime', text, NEVER, 'yyyy-MM-dd HH:mm:ss');
  const at = given === null ? null : times.senderTime(given);
  return at === null || at <= times.now ? null : at;
}

/** For values that have already turned out wrong. */
const NEVER = /(?!)/;

const NO_CLICK = { type: 0, activity: '', url: '', customAttribute: '', parameters: {} } as const;

function readPassThrough(root: Part, use: MessageUse): ReadMessage {
  const read = new JsonReader(use.profile.textUnit);
  const title = read.text(root, 'title');
  const content = read.text(root, 'content');
  const missing = missingText(title, content, '', use.task);
  if (missing) return { refusal: missing };
  read.length('title', title, TITLE_LIMIT, 'characters');
  read.length('content', content, use.profile.passThroughBytes, 'bytes');
  const lifeMs = readLife(read, root, use);
  if (read.refusal) return { refusal: read.refusal };
  const message: MeizuMessage = {
    passThrough: true,
    messageClass: 'public',
    title,
    content,
    subtitle: '',
    expanded: '',
    click: NO_CLICK,
    lifeMs,
    floating: false,
    clearable: true,
    vibrate: false,
    lights: false,
    sound: false,
    notifyKey: '',
    display: null,
    startAt: null,
    receipt: null,
  };
  return { message, notes: [] };
}

function readNotification(root: Part, use: MessageUse): ReadMessage {
  const read = new JsonReader(use.profile.textUnit);
  const bar = read.part(root, 'noticeBarInfo');
  const title = read.text(bar, 'title');
  const content = read.text(bar, 'content');
  const missing = read.refusal ?? missingText(title, content, 'noticeBarInfo.', true);
  if (missing) return { refusal: missing };
  read.length('noticeBarInfo.title', title, TITLE_LIMIT, 'characters');
  read.length('noticeBarInfo.content', content, CONTENT_LIMIT, 'characters');
  const messageClass = read.oneOf(bar, 'noticeMsgType', [0, 1], 0) === 1 ? 'private' : 'public';
  read.oneOf(bar, 'noticeBarType', [0, 1, 2], 0);
  const expansion = readExpansion(read, root);
  const click = readClick(read, root);
  const lifeMs = readLife(read, root, use);
  const startAt = readStart(read, root, use);
  const advance = readAdvance(read, root, use.profile.suspendDefault === 1, use.times);
  const subtitle = readVip(read, root, expansion.type);
  const receipt = readReceipt(read, root);
  if (read.refusal) return { refusal: read.refusal };
  const message: MeizuMessage = {
    passThrough: false,
    messageClass,
    title,
    content,
    subtitle,
    expanded: expansion.text,
    click,
    lifeMs,
    startAt,
    ...advance,
    receipt: use.broadcast ? null : receipt.wish,
  };
  return { message, notes: lintMessage(root.object, message, use, receipt.url) };
}

/** Checks and reads `messageJson`: the message in one form and notes on what was odd, or the first thing wrong. */
export function readMessage(text: string, use: MessageUse): ReadMessage {
  const object: unknown = parseJson(text);
  if (!isObject(object)) return { refusal: badValue('meizu-json', { received: shorten(text) }) };
  const root: Part = { path: '', object: object satisfies JsonObject };
  return use.passThrough ? readPassThrough(root, use) : readNotification(root, use);
}

import { member } from '../kit/json.ts';
import type { JsonReader, Part } from './json-reader.ts';
import type { ClickAction, MeizuMessage, ReceiptWish } from './message.ts';
import type { Times } from './read-message.ts';
import { badValue } from './refusal.ts';
import { parseTime } from './time.ts';

const CLICK_BYTES = 1000;
const CALLBACK_BYTES = 128;
const CALLBACK_PARAM_BYTES = 64;
const SUBTITLE_LIMIT = 16;
const TOP_LEAST = 1800;
const TOP_MOST = 7200;
const COLOURS = ['#206CFF', '#E42D22'];

export const PARTS_LIMITS = { CLICK_BYTES, CALLBACK_BYTES, CALLBACK_PARAM_BYTES, SUBTITLE_LIMIT } as const;

const extraText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Intents carry the values as texts, whatever they were. */
function readParameters(read: JsonReader, info: Part): Readonly<Record<string, string>> {
  const { object } = read.part(info, 'parameters');
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, extraText(value)]));
}

const CLICK_NEEDS = { 1: 'activity', 2: 'url', 3: 'customAttribute' } as const;

export function readClick(read: JsonReader, root: Part): ClickAction {
  const info = read.part(root, 'clickTypeInfo');
  const type = read.oneOf(info, 'clickType', [0, 1, 2, 3], 0);
  const texts = {
    activity: read.text(info, 'activity'),
    url: read.text(info, 'url'),
    customAttribute: read.text(info, 'customAttribute'),
  };
  if (type !== 0) {
    const name = CLICK_NEEDS[type];
    read.needed(`clickTypeInfo.${name}`, texts[name], `clickType ${type}`);
  }
  for (const name of Object.values(CLICK_NEEDS)) {
    read.length(`clickTypeInfo.${name}`, texts[name], CLICK_BYTES, 'bytes');
  }
  return { type, ...texts, parameters: readParameters(read, info) };
}

/** 0 none, 1 text, 2 big picture; `text` only with 1. */
export function readExpansion(read: JsonReader, root: Part): { readonly type: 0 | 1 | 2; readonly text: string } {
  const info = read.part(root, 'noticeExpandInfo');
  const type = read.oneOf(info, 'noticeExpandType', [0, 1, 2], 0);
  const content = read.text(info, 'noticeExpandContent');
  const image = read.text(info, 'noticeExpandImgUrl');
  if (type === 1) read.needed('noticeExpandInfo.noticeExpandContent', content, 'noticeExpandType 1');
  if (type === 2) read.needed('noticeExpandInfo.noticeExpandImgUrl', image, 'noticeExpandType 2');
  return { type, text: type === 1 ? content : '' };
}

/** The document prints the second name with a space behind it, and people copy that. */
const DISPLAY_NAMES = {
  from: ['fixStartDisplayTime', 'fixStartDisplayTime '],
  to: ['fixEndDisplayTime', 'fixEndDisplayTime '],
} as const;

function readMoment(read: JsonReader, advance: Part, names: readonly [string, string]): number {
  const text = read.text(advance, names[0]) || read.text(advance, names[1]);
  const path = `advanceInfo.${names[0]}`;
  read.needed(path, text, 'fixDisplay 1');
  const at = parseTime(text);
  if (at === null) read.matches(path, text, /(?!)/, 'yyyy-MM-dd HH:mm:ss');
  return at ?? 0;
}

function readDisplay(read: JsonReader, advance: Part, { senderTime }: Times): MeizuMessage['display'] {
  const older = read.flag(advance, 'isFixDisplay', false);
  if (!read.flag(advance, 'fixDisplay', older)) return null;
  return {
    from: senderTime(readMoment(read, advance, DISPLAY_NAMES.from)),
    to: senderTime(readMoment(read, advance, DISPLAY_NAMES.to)),
  };
}

/** `sound` is a switch; the name of a sound counts as "on", since Flyme has only its own tone. */
function readSound(read: JsonReader, type: Part): boolean {
  const value = member(type.object, 'sound');
  const isName = typeof value === 'string' && !/^(?:|0|1|true|false)$/.test(value);
  return isName || read.flag(type, 'sound', true);
}

type Advance = Pick<MeizuMessage, 'floating' | 'clearable' | 'vibrate' | 'lights' | 'sound' | 'notifyKey' | 'display'>;

export function readAdvance(read: JsonReader, root: Part, floats: boolean, times: Times): Advance {
  const advance = read.part(root, 'advanceInfo');
  const type = read.part(advance, 'notificationType');
  const notifyKey = read.text(advance, 'notifyKey');
  read.matches('advanceInfo.notifyKey', notifyKey, /^[0-9A-Za-z_-]{1,8}$/, '[0-9A-Za-z_-]{1,8}');
  read.flag(advance, 'fixSpeed', false);
  read.whole(advance, 'fixSpeedRate');
  return {
    floating: read.flag(advance, 'suspend', floats),
    clearable: read.flag(advance, 'clearNoticeBar', true),
    vibrate: read.flag(type, 'vibrate', true),
    lights: read.flag(type, 'lights', true),
    sound: readSound(read, type),
    notifyKey,
    display: readDisplay(read, advance, times),
  };
}

function excludes(read: JsonReader, first: string, second: string, both: boolean): void {
  if (both) read.refuse(badValue('meizu-vip-mix', { first, second }));
}

/** Checks the decorations of VIP apps; answers the subtitle, the one of them that the shade shows as text. */
export function readVip(read: JsonReader, root: Part, expansion: 0 | 1 | 2): string {
  const vip = read.part(root, 'vipInfo');
  const subtitle = read.text(vip, 'subtitle');
  read.length('vipInfo.subtitle', subtitle, SUBTITLE_LIMIT, 'characters');
  const pulls = read.flag(vip, 'pullDownTop', false);
  const top = read.whole(vip, 'timeTop') ?? 0;
  if (top !== 0) read.within(vip, 'timeTop', TOP_LEAST, TOP_MOST, 0);
  read.flag(vip, 'notGroup', false);
  const colour = read.text(vip, 'titleColor');
  if (!COLOURS.includes(colour)) read.matches('vipInfo.titleColor', colour, /(?!)/, COLOURS.join(', '));
  const background = read.text(vip, 'backgroundImgUrl') !== '';
  excludes(read, 'vipInfo.pullDownTop', 'vipInfo.timeTop', pulls && top !== 0);
  excludes(read, 'vipInfo.titleColor', 'vipInfo.backgroundImgUrl', colour !== '' && background);
  excludes(read, 'vipInfo.backgroundImgUrl', 'noticeExpandType 2', background && expansion === 2);
  return subtitle;
}

const webAddress = (url: string): boolean => /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url);

/** The receipts asked for; `url` is the address as written, `''` when there is none. */
export function readReceipt(read: JsonReader, root: Part): { readonly wish: ReceiptWish | null; readonly url: string } {
  const extra = read.part(root, 'extra');
  const url = read.text(extra, 'callback');
  const param = read.text(extra, 'callback.param');
  read.length('extra.callback', url, CALLBACK_BYTES, 'bytes');
  read.length('extra["callback.param"]', param, CALLBACK_PARAM_BYTES, 'bytes');
  const types = read.oneOf(extra, 'callback.type', [1, 2, 3], 3);
  return { wish: webAddress(url) ? { url, param, types } : null, url };
}

import type { TraceStep } from '../../trace/types.ts';
import { isObject, type JsonObject, member } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { MeizuMessage } from './message.ts';
import type { MessageUse } from './read-message.ts';
import { channelStep } from './steps.ts';
import { timeText } from './time.ts';

/** What Meizu knows, by part; `extra` and `clickTypeInfo.parameters` take anything. */
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  '': new Set([
    'noticeBarInfo',
    'noticeExpandInfo',
    'clickTypeInfo',
    'pushTimeInfo',
    'advanceInfo',
    'vipInfo',
    'extra',
  ]),
  noticeBarInfo: new Set(['noticeMsgType', 'noticeBarType', 'title', 'content', 'noticeBarImgUrl']),
  noticeExpandInfo: new Set(['noticeExpandType', 'noticeExpandContent', 'noticeExpandImgUrl']),
  clickTypeInfo: new Set(['clickType', 'url', 'parameters', 'activity', 'customAttribute']),
  pushTimeInfo: new Set(['offLine', 'validTime', 'pushTimeType', 'startTime']),
  advanceInfo: new Set([
    'suspend',
    'clearNoticeBar',
    'fixDisplay',
    'isFixDisplay',
    'fixStartDisplayTime',
    'fixStartDisplayTime ',
    'fixEndDisplayTime',
    'fixEndDisplayTime ',
    'fixSpeed',
    'fixSpeedRate',
    'notificationType',
    'notifyKey',
  ]),
  'advanceInfo.notificationType': new Set(['vibrate', 'lights', 'sound']),
  vipInfo: new Set([
    'subtitle',
    'pullDownTop',
    'timeTop',
    'notGroup',
    'titleColor',
    'backgroundImgUrl',
    'smallIconUrl',
    'bigIconUrl',
  ]),
};

function at(root: JsonObject, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isObject(value) ? member(value, name) : undefined), root);
}

/** Paths of all members that Meizu does not know. */
function unknownMembers(root: JsonObject): readonly string[] {
  return Object.entries(KNOWN).flatMap(([path, names]) => {
    const part = path === '' ? root : at(root, path);
    if (!isObject(part)) return [];
    return Object.keys(part)
      .filter((name) => !names.has(name))
      .map((name) => (path === '' ? name : `${path}.${name}`));
  });
}

const BADGE = /badge|角标/i;
const SOUND = /sound|ring/i;

function lintUnknown(root: JsonObject): readonly TraceStep[] {
  const unknown = unknownMembers(root);
  const steps: TraceStep[] = [];
  const tell = (rule: 'meizu-lint-badge' | 'meizu-lint-sound' | 'meizu-lint-unknown', names: readonly string[]) => {
    if (names.length > 0) steps.push(channelStep(rule, 'note', { names: shorten(names.join(', '), 200) }));
  };
  tell(
    'meizu-lint-badge',
    unknown.filter((name) => BADGE.test(name)),
  );
  const sound = at(root, 'advanceInfo.notificationType.sound');
  const named = typeof sound === 'string' && !/^(?:|0|1|true|false)$/.test(sound);
  tell('meizu-lint-sound', [
    ...(named ? ['advanceInfo.notificationType.sound'] : []),
    ...unknown.filter((name) => SOUND.test(name) && !BADGE.test(name)),
  ]);
  tell(
    'meizu-lint-unknown',
    unknown.filter((name) => !BADGE.test(name) && !SOUND.test(name)),
  );
  return steps;
}

const NOTHING: ReadonlySet<unknown> = new Set([undefined, null, '', 0, false, '0', 'false']);

function lintVip(root: JsonObject): readonly TraceStep[] {
  const vip = at(root, 'vipInfo');
  const names = isObject(vip)
    ? Object.entries(vip).flatMap(([name, value]) => (NOTHING.has(value) ? [] : [`vipInfo.${name}`]))
    : [];
  if (String(at(root, 'noticeExpandInfo.noticeExpandType')) === '2') names.push('noticeExpandType 2');
  return names.length === 0 ? [] : [channelStep('meizu-lint-vip', 'note', { names: shorten(names.join(', '), 200) })];
}

const CLASS_NAME = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)+$/u;
export const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
export const isClassName = (name: string): boolean => CLASS_NAME.test(name);

function lintClick({ click }: MeizuMessage): readonly TraceStep[] {
  if (click.type === 1 && !isClassName(click.activity))
    return [channelStep('meizu-lint-activity', 'note', { received: shorten(click.activity) })];
  if (click.type === 2 && !HAS_SCHEME.test(click.url))
    return [channelStep('meizu-lint-url', 'note', { received: shorten(click.url) })];
  return click.type === 3 ? [channelStep('meizu-lint-click-app', 'note')] : [];
}

const isOn = (value: unknown): boolean => value === 1 || value === true || value === '1' || value === 'true';

function lintTime(
  root: JsonObject,
  message: MeizuMessage,
  { broadcast, times: { now } }: MessageUse,
): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  if (message.lifeMs === null) steps.push(channelStep('meizu-lint-not-kept', 'note'));
  if (isOn(at(root, 'pushTimeInfo.pushTimeType'))) {
    const received = shorten(String(at(root, 'pushTimeInfo.startTime') ?? '–'));
    if (!broadcast) steps.push(channelStep('meizu-lint-timed', 'note'));
    else if (message.startAt === null) steps.push(channelStep('meizu-lint-past', 'note', { received }));
  }
  if (isOn(at(root, 'advanceInfo.fixSpeed'))) steps.push(channelStep('meizu-lint-speed', 'note'));
  const { display } = message;
  if (display === null) return steps;
  const [from, to] = [timeText(display.from), timeText(display.to)];
  if (display.to <= display.from) steps.push(channelStep('meizu-lint-window-order', 'note', { from, to }));
  else if (display.to <= now) steps.push(channelStep('meizu-lint-window', 'note', { to }));
  return steps;
}

function lintReceipt(message: MeizuMessage, { broadcast }: MessageUse, url: string): readonly TraceStep[] {
  if (url === '') return [];
  if (broadcast) return [channelStep('meizu-lint-receipt-task', 'note')];
  if (message.receipt === null) return [channelStep('meizu-lint-receipt-url', 'note', { received: shorten(url) })];
  return [channelStep('meizu-lint-receipt-console', 'note')];
}

const IMAGE_BAR = [channelStep('meizu-lint-image-bar', 'note')];

/** Notes on what Meizu takes but the phone will not show as meant. */
export function lintMessage(
  root: JsonObject,
  message: MeizuMessage,
  use: MessageUse,
  receiptUrl: string,
): readonly TraceStep[] {
  return [
    ...lintUnknown(root),
    ...(String(at(root, 'noticeBarInfo.noticeBarType')) === '1' ? IMAGE_BAR : []),
    ...lintVip(root),
    ...lintClick(message),
    ...lintTime(root, message, use),
    ...lintReceipt(message, use, receiptUrl),
  ];
}

import type { TraceStepView } from '../views.ts';
import { PLACE, type RuleRegistry } from './registry.ts';
import type { Language, Layer, LocalText, ParamValue, Rule, TraceParams, TraceStep } from './types.ts';

/** Values longer than this, in UTF-16 units, are cut in sentences; the step keeps them whole. */
const LONGEST_VALUE = 200;

/** The layers of settings as they are named inside a sentence. */
export const LAYER_NAMES: Readonly<Record<Layer, LocalText>> = {
  'message.ios': { en: "the message's iOS settings", zh: '消息的 iOS 设置' },
  'message.android': { en: "the message's Android settings", zh: '消息的 Android 设置' },
  message: { en: "the message's general settings", zh: '消息的通用设置' },
  global: { en: "the receiver's global settings", zh: '接收方的全局设置' },
  default: { en: 'the defaults', zh: '默认规则' },
};

/** The push channels as they are named inside a sentence. */
export const CHANNEL_NAMES: Readonly<Record<string, LocalText>> = {
  apns: { en: 'APNs', zh: 'APNs' },
  xiaomi: { en: 'Xiaomi push', zh: '小米推送' },
  huawei: { en: 'Huawei push', zh: '华为推送' },
  fcm: { en: 'FCM', zh: 'FCM' },
  meizu: { en: 'Meizu push', zh: '魅族推送' },
  oppo: { en: 'OPPO push', zh: 'OPPO 推送' },
  vivo: { en: 'vivo push', zh: 'vivo 推送' },
};

/** How a process and a registration stand, in Chinese sentences; English ones have the words as they are. */
const STATES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'process',
    new Map([
      ['foreground', '前台'],
      ['background', '后台'],
      ['killed', '已关闭'],
    ]),
  ],
  [
    'state',
    new Map([
      ['active', '有效'],
      ['unregistered', '已注销'],
      ['expired', '已过期'],
      ['uninstalled', '已卸载'],
      ['unknown', '未知'],
    ]),
  ],
]);

/** Tokens and registration ids say nothing at full length; the step's params keep them whole. */
const OPAQUE = /^[0-9A-Za-z+/=_-]{40,}$/;

const SKIPPED: LocalText = {
  en: 'Not reached: an earlier rule had decided.',
  zh: '未执行到这一步：前面的规则已经得出结论。',
};

/**
 * Fills the `{name}` places of a sentence. A channel id under the name `channel` becomes the channel's name, and
 * states of processes and registrations become Chinese words; null, true and false become words. A place without a value stays as it is, so that it is noticed.
 * In Chinese a space is put between a Latin value and the Chinese text around it.
 */
export function fill(text: string, params: TraceParams | undefined, language: Language = 'en'): string {
  return text.replace(PLACE, (place, name: string, offset: number) => {
    const value = params?.[name];
    if (value === undefined) return place;
    const shown = named(name, value, language);
    return language === 'en' ? shown : spaced(shown, text.charAt(offset - 1), text.charAt(offset + place.length));
  });
}

function named(name: string, value: ParamValue, language: Language): string {
  if (name === 'channel') return channelName(value, language);
  const word = language === 'zh' ? STATES.get(name)?.get(String(value)) : undefined;
  return word ?? formatValue(value, language);
}

const channelName = (value: ParamValue, language: Language): string =>
  CHANNEL_NAMES[String(value)]?.[language] ?? formatValue(value, language);

const LATIN_START = /^[A-Za-z0-9]/;
const LATIN_END = /[A-Za-z0-9]$/;
const HAN = /\p{Script=Han}/u;

function spaced(value: string, before: string, after: string): string {
  const left = HAN.test(before) && LATIN_START.test(value) ? ' ' : '';
  const right = HAN.test(after) && LATIN_END.test(value) ? ' ' : '';
  return `${left}${value}${right}`;
}

function formatValue(value: ParamValue, language: Language): string {
  if (value === null) return language === 'en' ? 'none' : '无';
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  const text = String(value);
  if (OPAQUE.test(text)) return `${text.slice(0, 8)}…${text.slice(-6)}`;
  return text.length <= LONGEST_VALUE ? text : `${cut(text, LONGEST_VALUE)}…`;
}

function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? length - 1 : length);
}

/** The step's own field, value and layer can be named in sentences beside its params, which win. */
function placesFor(step: TraceStep, language: Language): TraceParams {
  const places: Record<string, ParamValue> = {};
  if (step.value !== undefined) places.value = step.value;
  if (step.from !== undefined) places.from = LAYER_NAMES[step.from][language];
  return { ...places, ...step.params };
}

function sentence(rule: Rule | undefined, step: TraceStep): LocalText {
  if (rule === undefined) return { en: step.rule, zh: step.rule };
  return rule.text[step.verdict] ?? (step.verdict === 'skip' ? SKIPPED : { en: step.rule, zh: step.rule });
}

const fillBoth = (text: LocalText, step: TraceStep): LocalText => ({
  en: fill(text.en, placesFor(step, 'en'), 'en'),
  zh: fill(text.zh, placesFor(step, 'zh'), 'zh'),
});

/** A fix belongs to what went wrong; a passed or skipped rule needs none. */
const fixOf = (rule: Rule | undefined, step: TraceStep): LocalText | null =>
  rule?.fix !== undefined && (step.verdict === 'stop' || step.verdict === 'note') ? fillBoth(rule.fix, step) : null;

/** A step with its sentences, fix, sources and certainty. Total: an unknown rule shows its id, marked unconfirmed. */
export function explainStep(step: TraceStep, registry: RuleRegistry): TraceStepView {
  const rule = registry.get(step.rule);
  const texts = fillBoth(sentence(rule, step), step);
  return {
    stage: step.stage,
    rule: step.rule,
    verdict: step.verdict,
    text: texts.en,
    texts,
    fix: fixOf(rule, step),
    sources: rule?.sources ?? [],
    certainty: rule?.certainty ?? 'unconfirmed',
    ...(step.field !== undefined && { field: step.field }),
    ...(step.value !== undefined && { value: step.value }),
    ...(step.from !== undefined && { from: step.from }),
    ...(step.overridden !== undefined && { overridden: step.overridden }),
    ...(step.params !== undefined && { params: step.params }),
  };
}

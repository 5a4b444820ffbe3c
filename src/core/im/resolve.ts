import type { ChannelId } from '../channels/types.ts';
import type { Platform } from '../device/types.ts';
import type { FieldName, ParamValue, TraceParams, TraceStep } from '../trace/types.ts';
import { byteLength } from './bytes.ts';
import { ANDROID_DEFAULT_TITLE, contentOf, defaultBody } from './default-text.ts';
import type { ResolvedField, ResolvedFields } from './fields.ts';
import { isSet, type LayerValue, NOTHING_LOST, note, pick } from './layers.ts';
import { resolveSound } from './resolve-sound.ts';
import type { Element, Group, MessageInput, OfflinePushSettings } from './types.ts';

export interface ResolveInput {
  readonly message: MessageInput;
  readonly sender: { readonly userId: string; readonly nickName: string | null };
  /** The group of a group message, else null. */
  readonly group: Group | null;
  /** Null: the receiver has no device, so only the layers without a platform count. */
  readonly platform: Platform | null;
  readonly channel: ChannelId | null;
  /** The receiver's global settings. */
  readonly settings: OfflinePushSettings;
  /** The IM server's badge counter for the device; 0 when absent. */
  readonly badgeBase?: number | undefined;
}

export interface Resolution {
  readonly fields: ResolvedFields;
  /** One step for each field, with notes between them. */
  readonly trace: readonly TraceStep[];
}

type CustomElement = Extract<Element, { type: 'custom' }>;

/** `setExt` over this many bytes is dropped by some vendors. */
const EXT_ADVISED_BYTES = 1024;

/**
 * Works out every field of the notification, each from the first layer that sets it: the message's platform block,
 * its general part, the receiver's global settings, the default. Pure and total.
 */
export function resolveFields(input: ResolveInput): Resolution {
  const trace: TraceStep[] = [];
  const custom = input.message.elements.find((element) => element.type === 'custom');
  // With push settings on the message, the element's push fields are ignored as a whole, not merged.
  const counting = input.message.offlinePush ? undefined : custom;
  const title = resolveTitle(input, trace);
  const body = resolveBody(input, title, trace);
  const sound = resolveSound(input, counting?.sound ?? null, trace);
  const badge = resolveBadge(input, trace);
  const ext = resolveExt(input, counting, trace);
  noteMessage(input, custom, trace);
  return { fields: { title, body, sound, badge, ext }, trace };
}

function layersOf(
  input: ResolveInput,
  platform: 'title' | 'desc',
  general: string | null | undefined,
): readonly LayerValue[] {
  const push = input.message.offlinePush;
  const below: LayerValue = { from: 'message', value: general };
  if (!push || input.platform === null) return [below];
  return input.platform === 'ios'
    ? [{ from: 'message.ios', value: push.ios?.[platform] }, below]
    : [{ from: 'message.android', value: push.android?.[platform] }, below];
}

function fieldStep<T extends ParamValue>(
  rule: string,
  field: FieldName,
  resolved: ResolvedField<T>,
  params?: TraceParams,
): TraceStep {
  const { value, from, overridden } = resolved;
  return params === undefined
    ? { stage: 'offline', rule, verdict: 'pass', field, value, from, overridden }
    : { stage: 'offline', rule, verdict: 'pass', params, field, value, from, overridden };
}

function resolveTitle(input: ResolveInput, trace: TraceStep[]): ResolvedField<string | null> {
  const layers = layersOf(input, 'title', input.message.offlinePush?.title);
  const title = pick<string | null>(layers, input.platform === 'android' ? ANDROID_DEFAULT_TITLE : null);
  trace.push(fieldStep(titleRule(input, title), 'title', title));
  return title;
}

function titleRule(input: ResolveInput, title: ResolvedField<string | null>): string {
  if (title.from !== 'default') return 'title-from-message';
  if (input.platform !== 'android') return 'no-title';
  // Tencent's pages on OPPO and FCM do not name the title.
  return input.channel === 'oppo' || input.channel === 'fcm' ? 'default-title-assumed' : 'default-title';
}

function resolveBody(
  input: ResolveInput,
  title: ResolvedField<string | null>,
  trace: TraceStep[],
): ResolvedField<string> {
  const { message, platform, sender, group } = input;
  const content = contentOf(message.elements, !message.offlinePush);
  const layers = layersOf(input, 'desc', message.offlinePush?.descr);
  const body = pick<string>(layers, defaultBody(content, platform, sender, group));
  if (body.from !== 'default') {
    trace.push(fieldStep('body-from-message', 'body', body));
    return body;
  }
  if (body.value === '') {
    trace.push({ ...fieldStep('body-empty', 'body', body), verdict: 'note' });
    return body;
  }
  trace.push(fieldStep(platform === 'ios' ? 'default-body' : 'default-body-plain', 'body', body));
  if (message.elements.some((element) => element.type === 'video')) trace.push(note('default-text-video'));
  if (title.from !== 'default') trace.push(note('title-with-default-body'));
  return body;
}

function resolveBadge(input: ResolveInput, trace: TraceStep[]): ResolvedField<boolean> {
  if (input.platform !== 'ios') {
    const none: ResolvedField<boolean> = { value: false, from: 'default', overridden: NOTHING_LOST };
    trace.push(fieldStep('badge-left-to-launcher', 'badge', none));
    return none;
  }
  const stated = input.message.offlinePush?.ios?.badgeEnabled;
  const badge: ResolvedField<boolean> = {
    value: stated ?? true,
    from: stated === undefined ? 'default' : 'message.ios',
    overridden: NOTHING_LOST,
  };
  const base = input.badgeBase ?? 0;
  trace.push(
    badge.value
      ? fieldStep('badge-counted', 'badge', badge, { base, badge: base + 1 })
      : fieldStep('badge-off', 'badge', badge),
  );
  return badge;
}

function resolveExt(
  input: ResolveInput,
  custom: CustomElement | undefined,
  trace: TraceStep[],
): ResolvedField<string | null> {
  const given = input.message.offlinePush?.ext;
  const ext = pick<string | null>([{ from: 'message', value: given ?? custom?.ext }], null);
  if (ext.value === null) {
    trace.push(fieldStep('ext-absent', 'ext', ext));
    return ext;
  }
  const bytes = byteLength(ext.value);
  trace.push(fieldStep(custom === undefined ? 'ext-from-message' : 'ext-from-element', 'ext', ext, { bytes }));
  if (bytes > EXT_ADVISED_BYTES) trace.push(note('ext-over-1kb', { bytes }));
  if (!isJson(ext.value)) trace.push(note('ext-not-json'));
  return ext;
}

// One message is decided about for many devices, so the last answer is kept.
let judged: { readonly text: string; readonly json: boolean } = { text: '', json: false };

function isJson(text: string): boolean {
  if (judged.text !== text) judged = { text, json: parses(text) };
  return judged.json;
}

/** Most texts that are no JSON show it in their first character, which spares the cost of an exception. */
function parses(text: string): boolean {
  if (!/^\s*[[{"\-0-9tfn]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function noteMessage(input: ResolveInput, custom: CustomElement | undefined, trace: TraceStep[]): void {
  const push = input.message.offlinePush;
  if (!push) return;
  if (custom !== undefined && (isSet(custom.desc) || isSet(custom.ext) || isSet(custom.sound))) {
    trace.push(note('custom-element-fields-ignored'));
  }
  const onlyTitle =
    push.descr === undefined &&
    push.ext === undefined &&
    push.enabled === undefined &&
    push.android === undefined &&
    push.ios === undefined;
  if (isSet(push.title) && onlyTitle) trace.push(note('title-only-quirk'));
  if (input.platform !== 'android') return;
  const mode = push.android?.notifyMode;
  if (mode === 0) trace.push(note('notify-mode-deprecated'));
  else if (mode === 1) trace.push(note('notify-mode-custom'));
}

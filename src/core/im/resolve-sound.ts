import type { Layer, Overridden, TraceStep } from '../trace/types.ts';
import type { ResolvedField } from './fields.ts';
import { type LayerValue, NOTHING_LOST, note, pick } from './layers.ts';
import type { ResolveInput } from './resolve.ts';
import { NO_SOUND_NO_VIBRATION } from './types.ts';

/** The value that stands for the system's own tone. */
export const SYSTEM_SOUND = 'default';

/** The global sound of the conversation's kind; the other one does not stand in for it. */
export function globalSound(input: ResolveInput): string | null {
  return 'group' in input.message.to ? input.settings.groupSound : input.settings.c2cSound;
}

/** `elementSound` is the custom element's, null when the message carries push settings. */
export function resolveSound(
  input: ResolveInput,
  elementSound: string | null,
  trace: TraceStep[],
): ResolvedField<string> {
  const push = input.message.offlinePush;
  const global: LayerValue = { from: 'global', value: globalSound(input) };
  const element: LayerValue = { from: 'message', value: elementSound };
  if (input.platform === 'android') {
    return androidSound([{ from: 'message.android', value: push?.android?.sound }, element, global], trace);
  }
  if (input.platform === null) return soundField(pick([element, global], SYSTEM_SOUND), trace);
  const field = pick<string>([{ from: 'message.ios', value: push?.ios?.sound }, element, global], SYSTEM_SOUND);
  soundField(field, trace);
  noteUnplayable(field, trace);
  noteLayers(input, field, trace);
  return field;
}

/** No Android channel plays a custom sound: whatever was set is listed as lost. */
function androidSound(layers: readonly LayerValue[], trace: TraceStep[]): ResolvedField<string> {
  let lost: Overridden[] | undefined;
  for (const layer of layers) {
    if (layer.value === null || layer.value === undefined || layer.value === '') continue;
    lost ??= [];
    lost.push({ from: layer.from, value: layer.value });
  }
  const field: ResolvedField<string> = { value: SYSTEM_SOUND, from: 'default', overridden: lost ?? NOTHING_LOST };
  step('android-default-sound', field, trace);
  const first = lost?.[0];
  if (first !== undefined) trace.push(note('custom-sound-apns-only', { sound: first.value }));
  return field;
}

function soundField(field: ResolvedField<string>, trace: TraceStep[]): ResolvedField<string> {
  step(soundRule(field), field, trace);
  return field;
}

function soundRule(field: ResolvedField<string>): string {
  if (field.from === 'default') return 'default-sound';
  if (field.value === NO_SOUND_NO_VIBRATION)
    return field.from === 'global' ? 'global-silence' : 'no-sound-no-vibration';
  if (field.from === 'global') return 'sound-from-global';
  // The general part of a message has no sound, so the layer `message` can only be its custom element.
  return field.from === 'message' ? 'sound-from-element' : 'sound-from-message';
}

function step(rule: string, field: ResolvedField<string>, trace: TraceStep[]): void {
  trace.push({ stage: 'offline', rule, verdict: 'pass', field: 'sound', ...field });
}

/** iOS looks a sound up by its file name inside the app; anything else plays the default sound. */
function noteUnplayable(field: ResolvedField<string>, trace: TraceStep[]): void {
  const { value, from } = field;
  if (from === 'default' || value === SYSTEM_SOUND || value === NO_SOUND_NO_VIBRATION) return;
  if (value.includes('://')) trace.push(soundNote('android-sound-uri-on-ios', value, from));
  else if (value.includes('/')) trace.push(soundNote('ios-sound-is-a-path', value, from));
  else if (!value.includes('.')) trace.push(soundNote('ios-sound-without-extension', value, from));
}

function soundNote(rule: string, value: string, from: Layer): TraceStep {
  return { stage: 'offline', rule, verdict: 'note', field: 'sound', value, from };
}

function noteLayers(input: ResolveInput, field: ResolvedField<string>, trace: TraceStep[]): void {
  if (field.from === 'global' && input.message.offlinePush) trace.push(note('unset-field-falls-back'));
  if (field.from !== 'default') return;
  const other = 'group' in input.message.to ? input.settings.c2cSound : input.settings.groupSound;
  if (other !== null && other !== '') trace.push(note('sound-of-other-conversation', { sound: other }));
}

import type { XiaomiApp } from '../credentials.ts';
import type { AppChannel } from './app-channels.ts';
import { codePoints, type Draft, extraOf } from './draft.ts';

export interface TemplateTexts {
  readonly title: string;
  readonly description: string;
}

/** What the template rule says: nothing asked for, the texts of the template, or why it cannot be used. */
export type TemplateResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'texts'; readonly texts: TemplateTexts }
  | { readonly kind: 'unusable'; readonly why: string };

const PLACE = /\{\$([^${}]+)\$\}/g;
const SYMBOL = /\p{So}/u;
const PLACES_MAX = 9;

const unusable = (why: string): TemplateResult => ({ kind: 'unusable', why });

function readParams(text: string): ReadonlyMap<string, string> | null {
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const entries = Object.entries(value);
    return entries.every(([, item]) => typeof item === 'string' || typeof item === 'number')
      ? new Map(entries.map(([key, item]) => [key, String(item)]))
      : null;
  } catch {
    return null;
  }
}

function badValue(name: string, value: string | undefined): string | null {
  if (value === undefined) return `no value for ${name}`;
  if (value.trim() === '') return `the value of ${name} is blank`;
  if (codePoints(value) > 128) return `the value of ${name} is longer than 128 characters`;
  return SYMBOL.test(value) ? `the value of ${name} contains a symbol or emoji` : null;
}

/**
 * Texts of a private message. Only while message classes are on: a private channel needs a known template with a
 * proper value for each of its at most nine places; title and description of the request are then ignored.
 */
export function applyTemplate(draft: Draft, app: XiaomiApp, channel: AppChannel | undefined): TemplateResult {
  const id = extraOf(draft, 'template_id');
  if (channel?.kind !== 'private') return { kind: 'none' };
  if (id === undefined) return unusable('extra.template_id is missing');
  const template = (app.templates ?? []).find((item) => item.id === id);
  if (!template) return unusable(`template ${id} is unknown`);
  const params = readParams(extraOf(draft, 'template_param') ?? '');
  if (!params) return unusable('extra.template_param is no JSON object of texts');
  const texts = [template.title, template.description];
  const names = new Set(texts.flatMap((text) => [...text.matchAll(PLACE)].map((match) => match[1] ?? '')));
  if (names.size > PLACES_MAX) return unusable(`the template has more than ${PLACES_MAX} places`);
  for (const name of names) {
    const why = badValue(name, params.get(name));
    if (why) return unusable(why);
  }
  const fill = (text: string): string => text.replace(PLACE, (_all, name: string) => params.get(name) ?? '');
  return { kind: 'texts', texts: { title: fill(template.title), description: fill(template.description) } };
}

import type { RuleProfile } from '../../profile.ts';
import type { OppoApp } from '../credentials.ts';
import { isObject, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { OppoNotification } from './notification.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Communication and service: unlimited, and may remind. */
const SERVICE: readonly string[] = ['IM', 'ACCOUNT', 'ORDER', 'TODO', 'DEVICE_REMINDER', 'SUBSCRIPTION'];
/** Content and marketing: limited, and in the shade only. */
const CONTENT: readonly string[] = ['MARKETING', 'NEWS', 'CONTENT', 'SOCIAL'];
export const CATEGORIES: readonly string[] = [...SERVICE, ...CONTENT];

const STRONG = 16;

export const isContentCategory = (category: string | null): boolean => category !== null && CONTENT.includes(category);

/** Public messages count against the quotas: content and marketing, or a channel that is not registered as private. */
export function isPublic({ category, channelId }: OppoNotification, app: OppoApp): boolean {
  if (category !== null) return CONTENT.includes(category);
  return !app.channels.some(({ id, kind }) => id === channelId && kind === 'private');
}

/** Level that holds: 2 when only a category is given; null on the old scheme. */
export const levelOf = ({ category, level }: OppoNotification): number | null =>
  category === null ? null : (level ?? 2);

function checkLevel({ category, level }: OppoNotification, { oppo }: RuleProfile): Refusal | null {
  if (level === null) return null;
  const refuseLevel = (expected: string): Refusal => refuse('oppo-notify-level', 67, { received: level, expected });
  if (category === null) return refuse('oppo-level-category', 67, { received: level });
  if (level === STRONG && !oppo.strongReminder) return refuseLevel('1, 2');
  if (oppo.messageClasses === 'new' && level > 1 && CONTENT.includes(category)) return refuseLevel('1');
  return null;
}

/** 67 and 54: category, reminder level, and the template that an IM message needs on the new scheme. */
export function checkClass(notification: OppoNotification, profile: RuleProfile): Refusal | null {
  const { category, templateId } = notification;
  const era = profile.oppo.messageClasses;
  if (category !== null) {
    const received = shorten(category);
    if (era === 'old') return refuse('oppo-category-old', 67, { received });
    if (!CATEGORIES.includes(category))
      return refuse('oppo-category', 67, { received, expected: CATEGORIES.join(', ') });
  }
  const level = checkLevel(notification, profile);
  if (level !== null) return level;
  if (era === 'new' && category === 'IM' && templateId === null)
    return refuse('oppo-template', 54, { received: category });
  return null;
}

type Template = NonNullable<OppoApp['templates']>[number];

/** The template that a notification names; undefined when it names none or the app's templates are not listed here. */
export function templateOf(templateId: unknown, { templates }: OppoApp): Template | undefined {
  return templates?.find(({ id }) => id === templateId);
}

function fill(text: string, name: string, parameters: string | null): string | Refusal {
  const values = parameters === null ? {} : parseJson(parameters);
  if (!isObject(values))
    return {
      ...refuse('oppo-template-parameters', 41, { name, expected: '{…}' }),
      text: 'syntax error, pos 1',
    };
  let lacking: string | null = null;
  const filled = text.replace(/\$\s*\{\s*([^}$\s]+)\s*\}\s*\$/g, (place, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    if (value === undefined || value === null) lacking ??= key;
    return value === undefined || value === null ? place : String(value);
  });
  if (lacking === null) return filled;
  return {
    ...refuse('oppo-template-parameters', 41, { name, expected: lacking }),
    text: `template_parameters no ${lacking}`,
  };
}

/**
 * Title and content of a template message. Without a list of templates the texts of the request stay; with one, the
 * template must be in it, and its placeholders `${name}$` take the parameters.
 */
export function applyTemplate(notification: OppoNotification, app: OppoApp): OppoNotification | Refusal {
  const { templateId, titleParameters, contentParameters } = notification;
  if (templateId === null) return notification;
  const template = templateOf(templateId, app);
  if (template === undefined && app.templates !== undefined)
    return refuse('oppo-template-known', 41, { received: shorten(templateId) });
  const title = fill(template?.title ?? '', 'private_title_parameters', titleParameters);
  if (typeof title !== 'string') return title;
  const content = fill(template?.content ?? '', 'private_content_parameters', contentParameters);
  if (typeof content !== 'string') return content;
  return template === undefined ? notification : { ...notification, title, content };
}

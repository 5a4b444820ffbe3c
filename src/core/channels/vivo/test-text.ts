import type { TraceParams } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { Draft } from './draft.ts';

/** Only digits, only Latin letters, only symbols, or symbols and digits. */
const BARE = /^(?:[\d\p{P}\p{S}\s]+|[A-Za-z]+)$/u;
const FORBIDDEN = /测试|[{}[\]【】]/;

const looksLikeTest = (text: string): boolean => BARE.test(text.trim()) || FORBIDDEN.test(text);

/** Title or content that the content rule of formal messages is against; null when both are in order. */
export function testText({ title, content }: Draft): TraceParams | null {
  if (title && looksLikeTest(title)) return { name: 'title', received: shorten(title) };
  return content && looksLikeTest(content) ? { name: 'content', received: shorten(content) } : null;
}

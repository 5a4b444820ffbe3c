import type { TapAction } from '../../device/types.ts';
import type { HuaweiMessage, HuaweiNotification } from './payload.ts';

/** Extras that an intent uri carries itself: `S.name=value` texts and the like. */
function intentExtras(intent: string): Readonly<Record<string, string>> {
  const part = /#Intent;(.*)$/s.exec(intent)?.[1] ?? '';
  const pairs = part.split(';').flatMap((one) => {
    const [, name, value] = /^[SBbcdfils]\.([^=]+)=(.*)$/s.exec(one) ?? [];
    return name === undefined || value === undefined ? [] : [[decoded(name), decoded(value)] as const];
  });
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the old SDK's receiver gets on a tap: `onEvent` with the `customize` array. */
const eventOf = (extras: Readonly<Record<string, unknown>>) =>
  Object.entries(extras).map(([name, value]) => ({ [name]: value }));

/** What a tap does, and what the app gets with it. */
export function tapOf({ generation }: HuaweiMessage, { click, extras }: HuaweiNotification): TapAction {
  if (click.kind === 'web') return { kind: 'open-web', target: click.target, data: {} };
  const data = generation === 'legacy' ? { ...extras, onEvent: eventOf(extras) } : extras;
  if (click.kind === 'app') return { kind: 'open-app', target: click.target, data };
  return { kind: 'open-page', target: click.target, data: { ...intentExtras(click.target ?? ''), ...data } };
}

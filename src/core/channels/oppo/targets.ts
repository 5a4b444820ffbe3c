import type { FoundTarget } from '../types.ts';
import type { Call } from './call.ts';
import { looksLikeId } from './ids.ts';

/** What a registration id leads to: a live registration of the app, a dead or unknown one, or a malformed text. */
export type Resolved =
  | { readonly kind: 'live'; readonly found: FoundTarget }
  | { readonly kind: 'dead' }
  | { readonly kind: 'malformed' };

const DEAD: Resolved = { kind: 'dead' };
const MALFORMED: Resolved = { kind: 'malformed' };

/** Looks a registration id up; whatever is registered counts as well-formed. */
export function resolveId({ context, app }: Call, id: string): Resolved {
  const found = context.directory.byToken(id);
  if (found === undefined) return looksLikeId(id) ? DEAD : MALFORMED;
  const { target } = found;
  return target.app === app.packageName && target.state === 'active' ? { kind: 'live', found } : DEAD;
}

/** Live registrations of the app. */
export const liveTargets = ({ context, app }: Call): readonly FoundTarget[] =>
  context.directory.all().filter(({ target }) => target.app === app.packageName && target.state === 'active');

/** Live registrations with an alias. */
export const withAlias = (call: Call, alias: string): readonly FoundTarget[] =>
  liveTargets(call).filter(({ target }) => target.aliases.includes(alias));

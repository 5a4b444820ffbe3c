import type { TraceStep } from '../../trace/types.ts';
import type { VivoApp } from '../credentials.ts';
import { shorten } from '../kit/steps.ts';
import type { Directory, FoundTarget } from '../types.ts';
import type { VivoMessage } from './payload.ts';
import { channelStep } from './steps.ts';

/** 1 unknown for this app, 2 uninstalled or unsubscribed, 4 no test device. */
export type InvalidStatus = 1 | 2 | 4;

/** A registration that gets the message, and what the sender called it. */
export interface Addressed {
  readonly found: FoundTarget;
  readonly name: string;
}

/** Keys in the order of published answers. */
export interface InvalidUser {
  readonly status: InvalidStatus;
  readonly userid: string;
}

export interface Resolution {
  readonly addressed: readonly Addressed[];
  readonly invalid: readonly InvalidUser[];
}

/** Who is meant: registrations of one app, for a test also a test device. */
export interface Scope {
  readonly app: VivoApp;
  readonly directory: Directory;
  /** A test message reaches nobody: no phone is a test device. */
  readonly nobodyTests: boolean;
}

export const scopeOf = (
  app: VivoApp,
  directory: Directory,
  test: VivoMessage['test'],
  testDevices: 'none' | 'all',
): Scope => ({ app, directory, nobodyTests: test && testDevices === 'none' });

const isGone = ({ device, target }: FoundTarget): boolean => target.state !== 'active' || !device.app.installed;

function statusOf(found: FoundTarget | undefined, { app, nobodyTests }: Scope): InvalidStatus | null {
  if (found === undefined || found.target.app !== app.packageName) return 1;
  if (isGone(found)) return 2;
  return nobodyTests ? 4 : null;
}

/** The registration of an alias: one alias belongs to one phone, and the last one that set it has it. */
function byAlias(alias: string, { app, directory }: Scope): FoundTarget | undefined {
  const having = directory
    .all()
    .filter(({ target }) => target.app === app.packageName && target.aliases.includes(alias));
  return having.findLast((found) => !isGone(found)) ?? having.at(-1);
}

export type IdKind = 'regId' | 'alias';

/** Looks ids up; each registration counts once. */
export function resolveIds(kind: IdKind, names: readonly string[], scope: Scope): Resolution {
  const addressed: Addressed[] = [];
  const invalid: InvalidUser[] = [];
  const seen = new Set<string>();
  for (const name of new Set(names)) {
    const found = kind === 'regId' ? scope.directory.byToken(name) : byAlias(name, scope);
    const status = statusOf(found, scope);
    if (status !== null) invalid.push({ status, userid: name });
    else if (found && !seen.has(found.target.token)) {
      seen.add(found.target.token);
      addressed.push({ found, name });
    }
  }
  return { addressed, invalid };
}

/** Every registration of the app that fits. */
export function resolveAll(scope: Scope, fits: (found: FoundTarget) => boolean): Resolution {
  const addressed = scope.directory
    .all()
    .filter((found) => statusOf(found, scope) === null && fits(found))
    .map((found) => ({ found, name: found.target.token }));
  return { addressed, invalid: [] };
}

const CURRENT_FORM = /^v2-[A-Za-z0-9_-]{50,70}$/;
const OLD_FORM = /^\d{23}$/;
const HINTS = 3;

/** Says what may be wrong with ids that nobody here has. */
export function explainInvalid(
  kind: IdKind,
  invalid: readonly InvalidUser[],
  directory: Directory,
): readonly TraceStep[] {
  if (kind === 'alias') return [];
  return invalid
    .filter(({ status }) => status === 1)
    .slice(0, HINTS)
    .flatMap(({ userid }) => {
      const elsewhere = directory.byToken(userid);
      const received = shorten(userid);
      if (elsewhere) return [channelStep('vivo-other-app', 'note', { received, app: elsewhere.target.app })];
      if (CURRENT_FORM.test(userid) || OLD_FORM.test(userid)) return [];
      return [channelStep('vivo-regid-form', 'note', { received })];
    });
}

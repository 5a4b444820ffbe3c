import type { Device } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { HuaweiApp } from '../credentials.ts';
import { find } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { FoundTarget } from '../types.ts';
import type { Call } from './call.ts';
import type { Generation } from './payload.ts';
import { channelStep } from './steps.ts';

/** HarmonyOS 5 and later, which only v3 reaches. */
export function isNext({ system }: Device): boolean {
  return /^harmonyos/i.test(system.name) && Number.parseInt(system.version ?? '', 10) >= 5;
}

/** Why a push token cannot be sent to. */
export type BadToken = 'unknown' | 'other-app' | 'gone' | 'generation';

export interface LookedUp {
  readonly token: string;
  readonly found: FoundTarget | null;
  readonly bad: BadToken | null;
}

function judge(found: FoundTarget, apps: readonly HuaweiApp[], generation: Generation, call: Call): BadToken | null {
  const { huawei } = call.context.profile;
  if (!apps.some(({ packageName }) => packageName === found.target.app)) return 'other-app';
  // The server hears of an uninstall only when a message has met the phone without the app.
  const known = huawei.uninstallKnown === 'at-once' || find(call.state.dead, found.target.token) === true;
  if (found.target.state !== 'active' && known) return 'gone';
  return huawei.tokenGenerations && isNext(found.device) !== (generation === 'v3') ? 'generation' : null;
}

/** Looks push tokens up, in the order of the request, repeats included. */
export function lookUp(
  tokens: readonly string[],
  apps: readonly HuaweiApp[],
  generation: Generation,
  call: Call,
): readonly LookedUp[] {
  return tokens.map((token) => {
    const found = call.context.directory.byToken(token);
    if (found === undefined) return { token, found: null, bad: 'unknown' };
    return { token, found, bad: judge(found, apps, generation, call) };
  });
}

/** Every registration of an app that is on one of the phones which this interface reaches. */
export function audience(app: HuaweiApp, generation: Generation, call: Call): readonly FoundTarget[] {
  return call.context.directory
    .all()
    .filter((found) => found.target.state === 'active' && judge(found, [app], generation, call) === null);
}

const SHOWN = 3;

/** Says which push tokens were bad and why. */
export function badNotes(list: readonly LookedUp[]): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const reason of ['unknown', 'other-app', 'gone', 'generation'] as const) {
    const bad = list.filter((item) => item.bad === reason);
    if (bad.length === 0) continue;
    const tokens = bad
      .slice(0, SHOWN)
      .map(({ token }) => shorten(token, 24))
      .join(', ');
    steps.push(channelStep(`huawei-bad-${reason}`, 'note', { count: bad.length, tokens }));
  }
  return steps;
}

/** What was addressed, in a few words for the traffic list. */
export const labelOf = (tokens: readonly string[]): string | null =>
  tokens.length > 1 ? `${tokens.length} tokens` : (tokens[0] ?? null);

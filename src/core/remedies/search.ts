import type { Message, MessageInput } from '../im/types.ts';
import { isHeard } from '../matrix/run.ts';
import type { Foreseen } from '../simulator/what-if.ts';
import type { Outcome, Simulator } from '../simulator-types.ts';
import { accountCandidates, messageCandidates } from './account.ts';
import { phoneCandidates, phonesFor } from './phone.ts';
import { type Candidate, type Change, GOALS, type Goal, type Remedy, type RemedyReport, type Scene } from './types.ts';
import { workspaceCandidates } from './workspace.ts';

/** Evaluations of pairs at most; each takes well under a tenth of a millisecond. */
const PAIRS = 240;
/** Remedies of one goal that are worth showing. */
const SHOWN = 6;

type World = Pick<Simulator, 'now' | 'workspace' | 'foresight' | 'situation' | 'faults'>;

interface Tried {
  readonly candidate: Candidate;
  readonly scene: Scene;
  readonly foreseen: Foreseen;
}

/** What would make an outcome appear, sound or count, found by trying changes through the same evaluation. */
export function findRemedies(outcome: Outcome, world: World): RemedyReport {
  const message: Message = { ...outcome.message, id: 'preview', at: world.now() };
  const situation = world.situation(message, outcome.userId, outcome.deviceId);
  const scene: Scene = { situation, supposition: { faults: world.faults() } };
  const foresight = world.foresight();
  const look = (one: Scene): Foreseen => foresight.foresee(one.situation, one.supposition);
  const base = look(scene);
  const goals = GOALS.filter((goal) => lacks(outcome, base, goal));
  const candidates = goals.length === 0 ? [] : candidatesFor(scene, world);
  const tried = candidates.flatMap((candidate) => tryOne(candidate, scene, look));
  const remedies = goals.flatMap((goal) => remediesFor(goal, base, tried, candidates, look));
  return {
    outcomeId: outcome.id,
    deviceId: outcome.deviceId,
    goals,
    remedies,
    resend: { method: 'POST', path: '/messages', body: inputOf(outcome.message) },
  };
}

/** What the record says; whether the number counted is only to be seen by looking again. */
function lacks(outcome: Outcome, base: Foreseen, goal: Goal): boolean {
  if (goal === 'appear') return !outcome.delivered;
  if (!outcome.delivered) return false;
  const { notification } = outcome;
  if (goal === 'sound') return notification !== null && notification.sound === null && !notification.vibrated;
  return !reaches('badge', base);
}

function reaches(goal: Goal, { outcome, presentation, after }: Foreseen): boolean {
  if (!outcome.delivered) return false;
  if (goal === 'appear') return true;
  if (goal === 'sound') return isHeard(presentation);
  return presentation?.badge !== undefined && (after?.badge ?? 0) > 0;
}

function candidatesFor({ situation }: Scene, world: World): readonly Candidate[] {
  const { device, recipient, message, profile } = situation;
  const { devices, clock } = world.workspace();
  const groupId = 'group' in message.to ? message.to.group : null;
  return [
    ...(device === null ? phonesFor(devices, recipient.userId) : phoneCandidates(device, recipient.userId)),
    ...accountCandidates(recipient, groupId),
    ...messageCandidates(inputOf(message)),
    ...workspaceCandidates(device?.channel ?? null, profile, clock, world.faults()),
  ];
}

function tryOne(candidate: Candidate, scene: Scene, look: (scene: Scene) => Foreseen): Tried[] {
  const next = candidate.apply(scene);
  return next === null ? [] : [{ candidate, scene: next, foreseen: look(next) }];
}

interface Found {
  readonly candidates: readonly Candidate[];
  readonly foreseen: Foreseen;
}

function remediesFor(
  goal: Goal,
  base: Foreseen,
  tried: readonly Tried[],
  candidates: readonly Candidate[],
  look: (scene: Scene) => Foreseen,
): readonly Remedy[] {
  // What was recorded has been overtaken: as things stand now it would do.
  if (reaches(goal, base)) return [{ goal, changes: [], next: 'resend' }];
  const reached = tried.filter((one) => reaches(goal, one.foreseen));
  const singles = reached.map(({ candidate, foreseen }): Found => ({ candidates: [candidate], foreseen }));
  // A number on the icon hangs on one thing.
  const found = singles.length > 0 || goal === 'badge' ? singles : pairsFor(goal, base, tried, candidates, look);
  const isKept = KEPT.has(base.delivery?.result ?? '');
  const ranked = found.toSorted((a, b) => rankOf(goal, a) - rankOf(goal, b));
  const all = ranked.map((one) => joined(one.candidates, isKept));
  const best = all.filter((changes, place) => !all.slice(0, place).some((better) => isPartOf(better, changes)));
  return best.slice(0, SHOWN).map((changes) => ({ goal, changes, next: sequel(changes, isKept) }));
}

/** Who does more than a better remedy asks for, gains nothing. */
const isPartOf = (better: readonly Change[], changes: readonly Change[]): boolean =>
  better.every(({ text }) => changes.some((one) => one.text.en === text.en));

/** Only a change that gets the push past what stopped it can be the first of a pair. */
function pairsFor(
  goal: Goal,
  base: Foreseen,
  tried: readonly Tried[],
  candidates: readonly Candidate[],
  look: (scene: Scene) => Foreseen,
): readonly Found[] {
  const before = signature(base);
  const steps = tried.filter(({ foreseen }) => signature(foreseen) !== before);
  const found: Found[] = [];
  let left = PAIRS;
  for (const first of steps.toSorted((a, b) => a.candidate.rank - b.candidate.rank)) {
    for (const second of candidates) {
      if (sameThing(first.candidate, second)) continue;
      if (left-- <= 0) return found;
      const [done] = tryOne(second, first.scene, look);
      if (done === undefined || !reaches(goal, done.foreseen)) continue;
      found.push({ candidates: [first.candidate, second], foreseen: done.foreseen });
    }
    if (found.length >= SHOWN) return found;
  }
  return found;
}

/** Two changes of one thing undo each other, and a message can leave in one form only. */
const sameThing = (one: Candidate, other: Candidate): boolean =>
  one.changes.some((a) => other.changes.some((b) => a.id === b.id || (a.by === 'sender' && b.by === 'sender')));

/** What decided, and what the phone said to it. */
const signature = ({ outcome, presentation }: Foreseen): string =>
  [outcome.cause, ...(presentation?.trace ?? []).flatMap(({ rule, verdict }) => (verdict === 'pass' ? [] : rule))].join(
    ' ',
  );

/** Something to feel is worth less than something to hear. */
const ONLY_FELT = 15;

function rankOf(goal: Goal, { candidates, foreseen }: Found): number {
  const felt = goal === 'sound' && (foreseen.presentation?.sound?.played ?? null) === null;
  return candidates.reduce((sum, { rank }) => sum + rank, felt ? ONLY_FELT : 0);
}

/**
 * The order in which changes are made: the message leaves after everything else, and what waits for the phone is let go
 * last, which is what the first of a pair does.
 */
function joined(candidates: readonly Candidate[], isKept: boolean): readonly Change[] {
  const changes = (isKept ? candidates.toReversed() : candidates).flatMap((one) => one.changes);
  return [...changes.filter(({ by }) => by !== 'sender'), ...changes.filter(({ by }) => by === 'sender')];
}

const KEPT: ReadonlySet<string> = new Set(['stored', 'waiting', 'scheduled']);

function sequel(changes: readonly Change[], isKept: boolean): Remedy['next'] {
  if (changes.some(({ by }) => by === 'sender')) return 'done';
  return isKept ? 'arrives' : 'resend';
}

/** The message as a sender would hand it over. */
function inputOf({ from, to, kind, elements, offlinePush }: Message): MessageInput {
  return { from, to, kind, elements, ...(offlinePush === undefined ? {} : { offlinePush }) };
}

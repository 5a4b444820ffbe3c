import { badgeStyle } from '../device/android-skins.ts';
import { setting } from '../device/phone-settings.ts';
import type { Foreseen } from '../simulator/what-if.ts';
import type { Outcome } from '../simulator-types.ts';
import type { LocalText } from '../trace/types.ts';
import { contradictionOf } from './axes.ts';
import type { MatrixPlan } from './plan.ts';
import {
  CELL_STATES,
  type CellAnswer,
  type CellState,
  type Impossible,
  type MatrixView,
  type PhoneSituation,
} from './types.ts';

/** Cells between two rests of a run. */
const SLICE = 32;

export type Summarize = (outcome: Outcome, phone?: string) => LocalText;

interface Run {
  readonly plan: MatrixPlan;
  readonly summarize: Summarize;
  readonly cells: number[];
  readonly answers: CellAnswer[];
  /** Place of each answer, by what it says. */
  readonly places: Map<string, number>;
}

/**
 * Works a matrix out, resting every few cells so that a host can do something else in between; the generator returns the
 * matrix and yields how many cells are done.
 */
export function* runMatrix(plan: MatrixPlan, summarize: Summarize): Generator<number, MatrixView> {
  const cells = new Array<number>(plan.total).fill(0);
  const run: Run = { plan, summarize, cells, answers: [], places: new Map() };
  const perPhone = plan.bases.length === 0 ? 0 : plan.total / plan.bases.length;
  let done = 0;
  for (const [index, base] of plan.bases.entries()) {
    for (const count of walk(run, base, 0, index * perPhone)) {
      done += count;
      if (done % SLICE < count) yield done;
    }
  }
  const counts = Object.fromEntries(CELL_STATES.map((state) => [state, 0])) as Record<CellState, number>;
  for (const cell of cells) {
    const answer = run.answers[cell];
    if (answer !== undefined) counts[answer.state] += 1;
  }
  return { axes: plan.axes, counts, answers: run.answers, cells };
}

/** Every combination of the axes from `level` on; yields how many cells each step filled. */
function* walk(run: Run, situation: PhoneSituation, level: number, at: number): Generator<number> {
  const axis = run.plan.applied[level];
  if (axis === undefined) {
    run.cells[at] = placeOf(run, cellOf(run.plan, situation, run.summarize).answer);
    yield 1;
    return;
  }
  for (const [index, { value }] of axis.values.entries()) {
    const next = axis.apply(situation, value);
    const start = at + index * axis.stride;
    if ('impossible' in next) yield fill(run, next, level + 1, start);
    else yield* walk(run, next, level + 1, start);
  }
}

/** All cells below a combination that cannot be. */
function fill(run: Run, mark: Impossible, level: number, at: number): number {
  const axis = run.plan.applied[level];
  if (axis === undefined) {
    run.cells[at] = placeOf(run, impossible(mark.impossible));
    return 1;
  }
  return axis.values.reduce((sum, _value, index) => sum + fill(run, mark, level + 1, at + index * axis.stride), 0);
}

function placeOf(run: Run, answer: CellAnswer): number {
  const { state, via, reason, cause, sound, vibrated, badge, text } = answer;
  const key = [state, via, reason, cause, sound, vibrated, badge, text.en, text.zh].join('\n');
  const known = run.places.get(key);
  if (known !== undefined) return known;
  run.places.set(key, run.answers.push(answer) - 1);
  return run.answers.length - 1;
}

export interface Cell {
  readonly answer: CellAnswer;
  /** null where the values cannot be together. */
  readonly outcome: Outcome | null;
}

/** One situation worked out. */
export function cellOf(plan: MatrixPlan, situation: PhoneSituation, summarize: Summarize): Cell {
  const contradiction = contradictionOf(situation.device);
  if (contradiction !== null) return { answer: impossible(contradiction), outcome: null };
  const supposed = plan.fresh ? { fresh: true, faults: [] } : {};
  const foreseen = plan.foresight.foresee(situation, supposed);
  const { outcome } = foreseen;
  return { answer: answerOf(foreseen, situation, summarize(outcome, situation.device.name)), outcome };
}

/** One value for each axis; `null`: a combination that cannot be, with its mark. */
export function situationAt(plan: MatrixPlan, index: number): PhoneSituation | Impossible | null {
  const perPhone = plan.bases.length === 0 ? 0 : plan.total / plan.bases.length;
  const base = plan.bases[Math.floor(index / perPhone)];
  if (base === undefined) return null;
  let situation = base;
  for (const { values, stride, apply } of plan.applied) {
    const value = values[Math.floor(index / stride) % values.length];
    if (value === undefined) return null;
    const next = apply(situation, value.value);
    if ('impossible' in next) return next;
    situation = next;
  }
  return situation;
}

export const impossible = (text: LocalText): CellAnswer => ({
  state: 'impossible',
  via: 'none',
  reason: null,
  cause: null,
  sound: null,
  vibrated: false,
  badge: null,
  text,
});

const LATER = new Set(['stored', 'waiting', 'scheduled']);

/** What a foreseen outcome amounts to. */
export function stateOf({ outcome, delivery, presentation }: Foreseen): Exclude<CellState, 'impossible'> {
  if (outcome.delivered) return isHeard(presentation) ? 'delivered' : 'silent';
  return LATER.has(delivery?.result ?? '') ? 'waiting' : 'not-delivered';
}

/** Was the user told by ear or hand? */
export const isHeard = (presentation: Foreseen['presentation']): boolean =>
  presentation?.sound != null && (presentation.sound.played !== null || presentation.sound.vibrated);

function answerOf(foreseen: Foreseen, { device }: PhoneSituation, text: LocalText): CellAnswer {
  const { outcome, presentation, after } = foreseen;
  const counted = after !== null && setting(device, 'badges') && badgeStyle(after) === 'number' ? after.badge : null;
  return {
    state: stateOf(foreseen),
    via: outcome.via,
    reason: outcome.reason,
    cause: outcome.cause,
    sound: presentation?.sound?.played ?? null,
    vibrated: presentation?.sound?.vibrated ?? false,
    badge: counted,
    text,
  };
}

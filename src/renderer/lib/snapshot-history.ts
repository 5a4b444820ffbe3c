import {
  type EditorState,
  type Extension,
  Facet,
  StateEffect,
  StateField,
  type TransactionSpec,
} from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';

interface Snapshots {
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** When the newest past text was put aside: typing within a moment is one step. */
  readonly at: number;
}

/** How many steps can be undone, and how long typing counts as one, ms. */
const DEPTH = 200;
const JOIN = 600;

const travel = StateEffect.define<Snapshots>();
const joinClock = Facet.define<() => number, () => number>({ combine: (values) => values[0] ?? (() => 0) });

const snapshots = StateField.define<Snapshots>({
  create: () => ({ past: [], future: [], at: -JOIN }),
  update: (value, transaction) => {
    for (const effect of transaction.effects) if (effect.is(travel)) return effect.value;
    if (!transaction.docChanged) return value;
    const now = transaction.state.facet(joinClock)();
    const before = transaction.startState.doc.toString();
    const joins = transaction.isUserEvent('input.type') && now - value.at < JOIN;
    return { past: joins ? value.past : [...value.past, before].slice(-DEPTH), future: [], at: now };
  },
});

function step(state: EditorState, direction: 'undo' | 'redo'): TransactionSpec | null {
  const { past, future } = state.field(snapshots);
  const text = direction === 'undo' ? past.at(-1) : future.at(-1);
  if (text === undefined) return null;
  const current = state.doc.toString();
  const next =
    direction === 'undo'
      ? { past: past.slice(0, -1), future: [...future, current], at: -JOIN }
      : { past: [...past, current], future: future.slice(0, -1), at: -JOIN };
  return { changes: { from: 0, to: state.doc.length, insert: text }, effects: travel.of(next) };
}

const run = (direction: 'undo' | 'redo') => (view: EditorView) => {
  const spec = step(view.state, direction);
  if (spec !== null) view.dispatch(spec);
  return true;
};

/** Undo and redo for a small document, by whole texts. `now` gives ms. */
export function snapshotHistory(now: () => number): Extension {
  return [
    snapshots,
    joinClock.of(now),
    keymap.of([
      { key: 'Mod-z', run: run('undo'), preventDefault: true },
      { key: 'Mod-y', mac: 'Mod-Shift-z', run: run('redo'), preventDefault: true },
      { key: 'Mod-Shift-z', run: run('redo'), preventDefault: true },
    ]),
  ];
}

/** For tests: what a key would do to a state. */
export function travelled(state: EditorState, direction: 'undo' | 'redo'): EditorState {
  const spec = step(state, direction);
  return spec === null ? state : state.update(spec).state;
}

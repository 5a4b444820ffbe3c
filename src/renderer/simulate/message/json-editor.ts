import { history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Range, Transaction, type TransactionSpec } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { jsonTokens } from '../../lib/json-text.ts';

/** A JSON text field with line numbers, colours, marks at problems and undo. */
export interface JsonEditor {
  readonly view: EditorView;
  setText(text: string): void;
  setLabel(label: string): void;
  setProblems(problems: readonly Diagnostic[]): void;
  destroy(): void;
}

const marks = { key: 'key', string: 'string', number: 'number', word: 'word', punctuation: 'punctuation' } as const;

const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = colour(view.state.doc.toString());
    }
    update(update: ViewUpdate) {
      if (update.docChanged) this.decorations = colour(update.state.doc.toString());
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function colour(text: string): DecorationSet {
  const ranges: Range<Decoration>[] = jsonTokens(text).map(({ from, to, kind }) =>
    Decoration.mark({ class: `json-${marks[kind]}` }).range(from, to),
  );
  return Decoration.set(ranges, true);
}

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '12px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '19px', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-3)', border: 'none', paddingLeft: '4px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': { border: 'none', borderRadius: '6px', backgroundColor: 'var(--raised)', boxShadow: 'var(--shadow)' },
  '.cm-diagnostic': { padding: '4px 8px', fontFamily: 'var(--font-sans)' },
  '.cm-diagnostic-error': { borderLeft: '2px solid var(--bad)' },
});

/** Keeps the indentation of the line before, one level deeper after an opening bracket. */
function insertLine(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  const line = view.state.doc.lineAt(from);
  const before = view.state.sliceDoc(line.from, from);
  const indent = (/^\s*/.exec(before)?.[0] ?? '') + (/[[{]\s*$/.test(before) ? '  ' : '');
  const insert = `\n${indent}`;
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input' });
  return true;
}

/** Puts another text in place, as one step that can be undone. Null when it is there already. */
export function replaceText(state: EditorState, text: string): TransactionSpec | null {
  if (state.doc.toString() === text) return null;
  return {
    changes: { from: 0, to: state.doc.length, insert: text },
    annotations: [Transaction.remote.of(true), isolateHistory.of('full')],
  };
}

/** Makes the editor inside `parent`; `onChange` hears what the user typed, not what `setText` put. */
export function createJsonEditor(parent: HTMLElement, text: string, onChange: (text: string) => void): JsonEditor {
  const label = new Compartment();
  const labelled = (name: string) =>
    EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0', 'data-testid': 'json-editor' });
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        highlightActiveLine(),
        drawSelection(),
        json(),
        colours,
        history(),
        keymap.of([{ key: 'Enter', run: insertLine }, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorState.tabSize.of(2),
        look,
        label.of(labelled('JSON')),
        EditorView.updateListener.of((update) => {
          const ours = update.transactions.some((one) => one.annotation(Transaction.remote) === true);
          if (update.docChanged && !ours) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    view,
    setText: (next) => {
      const change = replaceText(view.state, next);
      if (change !== null) view.dispatch(change);
    },
    setLabel: (name) => view.dispatch({ effects: label.reconfigure(labelled(name)) }),
    setProblems: (problems) => view.dispatch(setDiagnostics(view.state, [...problems])),
    destroy: () => view.destroy(),
  };
}

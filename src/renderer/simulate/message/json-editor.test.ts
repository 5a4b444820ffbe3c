import { history, redo, undo } from '@codemirror/commands';
import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { replaceText } from './json-editor.ts';

function editing(text: string) {
  let state = EditorState.create({ doc: text, extensions: [history()] });
  const dispatch = (spec: TransactionSpec) => {
    state = state.update(spec).state;
  };
  const run = (command: typeof undo) =>
    command({
      state,
      dispatch: (transaction) => {
        state = transaction.state;
      },
    });
  return {
    text: () => state.doc.toString(),
    type: (insert: string) => dispatch({ changes: { from: state.doc.length, insert }, userEvent: 'input.type' }),
    replace: (next: string) => {
      const spec = replaceText(state, next);
      if (spec !== null) dispatch(spec);
      return spec !== null;
    },
    undo: () => run(undo),
    redo: () => run(redo),
  };
}

describe('undo in the JSON editor', () => {
  it('takes back what the form put there apart from what was typed just before and after', () => {
    const editor = editing('{');
    editor.type('}');
    expect(editor.replace('{"a":1}')).toBe(true);
    editor.type(' ');
    editor.undo();
    expect(editor.text()).toBe('{"a":1}');
    editor.undo();
    expect(editor.text()).toBe('{}');
    editor.undo();
    expect(editor.text()).toBe('{');
    editor.redo();
    editor.redo();
    expect(editor.text()).toBe('{"a":1}');
  });

  it('makes no step of a text that is there already', () => {
    const editor = editing('{}');
    expect(editor.replace('{}')).toBe(false);
    expect(editor.undo()).toBe(false);
  });
});

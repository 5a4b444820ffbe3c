import type { TFunction } from 'i18next';
import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextProblem } from '../../message/json.ts';
import { useDraft, useServices } from '../../stores/services.ts';
import { createJsonEditor, type JsonEditor } from './json-editor.ts';

/** What a problem says, in the page's language. */
export function problemText(t: TFunction, { problem }: TextProblem): string {
  if (problem.code === 'syntax')
    return problem.found === '' ? t('json.syntaxEnd') : t('json.syntax', { found: problem.found });
  const { name, expected, received } = problem;
  if (problem.code === 'wrong_type' && problem.path.length === 0) return t('json.wrong_root', { received });
  return t(`json.${problem.code}`, { name, expected, received });
}

/** The draft as JSON, both ways. */
export function JsonView() {
  const { t } = useTranslation();
  const { draft } = useServices();
  const text = useDraft((state) => state.text);
  const problems = useDraft((state) => state.problems);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditor | null>(null);
  useEffect(() => {
    if (host.current === null) return;
    const made = createJsonEditor(host.current, draft.getState().text, (typed) => draft.getState().editText(typed));
    editor.current = made;
    return () => {
      made.destroy();
      editor.current = null;
    };
  }, [draft]);
  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.setLabel(t('json.label')), [t]);
  useEffect(() => {
    const length = editor.current?.view.state.doc.length ?? 0;
    editor.current?.setProblems(
      problems.map((problem) => ({
        from: Math.min(problem.from, length),
        to: Math.min(problem.to, length),
        severity: 'error',
        message: problemText(t, problem),
      })),
    );
  }, [problems, t]);
  return (
    <>
      <div ref={host} className="min-h-0 flex-1" />
      <Problems problems={problems} goTo={(from) => goTo(editor.current, from)} />
    </>
  );
}

function goTo(editor: JsonEditor | null, from: number): void {
  editor?.view.dispatch({ selection: { anchor: Math.min(from, editor.view.state.doc.length) }, scrollIntoView: true });
  editor?.view.focus();
}

function Problems({
  problems,
  goTo,
}: {
  readonly problems: readonly TextProblem[];
  readonly goTo: (from: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      data-testid="json-problems"
      className="hairline-t max-h-36 shrink-0 overflow-y-auto px-3 py-1.5 text-sm"
    >
      {problems.length === 0 ? (
        <p className="flex items-center gap-1.5 text-ink-3">
          <CircleCheck size={13} className="text-ok" aria-hidden /> {t('json.ok')}
        </p>
      ) : (
        problems.map((problem) => (
          <button
            key={`${problem.from}-${problemText(t, problem)}`}
            type="button"
            onClick={() => goTo(problem.from)}
            className="flex w-full items-start gap-1.5 rounded-sm py-0.5 text-left hover:bg-hover"
          >
            <CircleX size={13} className="mt-0.5 shrink-0 text-bad" aria-hidden />
            <span className="shrink-0 text-ink-3">{t('json.line', { line: problem.line })}</span>
            <span className="min-w-0 break-words">{problemText(t, problem)}</span>
          </button>
        ))
      )}
    </div>
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixSpec, MatrixView } from '../../core/matrix/types.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { FieldsTable } from '../simulate/why/fields-table.tsx';
import { Sentence } from '../simulate/why/sentence.tsx';
import { Stages } from '../simulate/why/stages.tsx';
import { usePreferences, useServices } from '../stores/services.ts';
import { CloseButton } from '../ui/button.tsx';
import { Pane } from '../ui/pane.tsx';
import { useAnswer } from '../workspace/use-answer.ts';
import { valuesAt } from './layout.ts';

interface Done {
  readonly view: MatrixView;
  readonly spec: MatrixSpec;
}

/** One cell with its whole trace, beside the grid. */
export function CellPane({
  done,
  cell,
  onClose,
}: {
  readonly done: Done | null;
  readonly cell: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  if (done === null || cell === null) return null;
  return (
    <div className="matrix-cell-pane">
      <Pane
        testId="matrix-cell-pane"
        title={t('matrix.trace')}
        shown={cell}
        tools={<CloseButton label={t('common.close')} onClick={onClose} />}
      >
        <Where view={done.view} cell={cell} />
        <Trace key={cell} spec={done.spec} cell={cell} />
      </Pane>
    </div>
  );
}

function Where({ view, cell }: { readonly view: MatrixView; readonly cell: number }) {
  const language = usePreferences((state) => state.language);
  const values = valuesAt(view.axes, cell);
  return (
    <dl className="hairline-b grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-3 py-2 text-sm">
      {view.axes.map(({ axis, text }, at) => (
        <div key={axis} className="contents">
          <dt className="text-ink-3">{text[language]}</dt>
          <dd>{values[at]?.text[language]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Trace({ spec, cell }: { readonly spec: MatrixSpec; readonly cell: number }) {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const language = usePreferences((state) => state.language);
  const { loaded } = useAnswer(useCallback(() => api.matrixCell(spec, cell), [api, spec, cell]));
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <p className="p-3 text-bad">{say(loaded.error)}</p>;
  const { outcome, cell: answer } = loaded.value;
  if (outcome === null)
    return (
      <p className="p-3">
        <b className="font-semibold">{t(`matrix.state.${answer.state}`)}: </b>
        {answer.text[language]}
      </p>
    );
  return (
    <>
      <Sentence outcome={outcome} />
      <FieldsTable outcome={outcome} />
      <Stages outcome={outcome} />
    </>
  );
}

import './matrix.css';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellState } from '../../core/matrix/types.ts';
import type { MatrixParts } from '../api/client.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { useDraft, useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Pane } from '../ui/pane.tsx';
import { useAnswer } from '../workspace/use-answer.ts';
import { AxesPane } from './axes-pane.tsx';
import { CellPane } from './cell-pane.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixTools } from './matrix-tools.tsx';
import { cellCount, choiceOf, type MatrixChoice, specOf } from './spec.ts';
import { useMatrix } from './use-matrix.ts';

/** One message on many phones in every combination of states; opens with the specification's own variables. */
export function MatrixPage() {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  const { loaded } = useAnswer(api.matrixParts);
  if (loaded.state === 'ready') return <Matrix parts={loaded.value} />;
  return (
    <p className="h-full bg-surface p-4 text-ink-2">
      {loaded.state === 'failed' ? say(loaded.error) : t('matrix.working')}
    </p>
  );
}

/** Phones that `builtIn` stands for: one of each vendor. */
const BUILT_IN = 7;

function Matrix({ parts }: { readonly parts: MatrixParts }) {
  const { t } = useTranslation();
  const devices = useWorld((world) => world.devices.length);
  const message = useDraft((draft) => draft.message);
  const [choice, setChoice] = useState<MatrixChoice>(() => firstChoice(parts));
  const [only, setOnly] = useState<CellState | null>(null);
  const [cell, setCell] = useState<number | null>(null);
  const count = cellCount(choice, choice.phones === 'builtIn' ? BUILT_IN : devices);
  const tooMany = count > parts.limit;
  // The message counts only while it is ticked: typing on Simulate must not ask anew.
  const taken = choice.takesMessage ? message : null;
  const spec = useMemo(() => (tooMany ? null : specOf(choice, taken ?? NO_MESSAGE)), [tooMany, choice, taken]);
  const answer = useMatrix(spec);
  const change = (next: MatrixChoice) => {
    setChoice(next);
    setCell(null);
  };
  return (
    <div className="matrix-page" data-testid="matrix-page">
      <AxesPane parts={parts} choice={choice} count={count} onChange={change} />
      <div className="matrix-main">
        <Pane
          testId="matrix-pane"
          title={t('matrix.cells', { count })}
          scroll={false}
          tools={answer.done !== null && <MatrixTools view={answer.done.view} only={only} onOnly={setOnly} />}
        >
          <Notice answer={answer} tooMany={tooMany} count={count} limit={parts.limit} />
          {answer.done !== null && (
            <MatrixGrid view={answer.done.view} only={only} selected={cell} onSelect={setCell} />
          )}
        </Pane>
      </div>
      <CellPane done={answer.done} cell={cell} onClose={() => setCell(null)} />
    </div>
  );
}

const NO_MESSAGE = { from: '', to: { c2c: '' }, kind: 'chat', elements: [] } as const;

/** The specification's own variables, or the first that there is. */
function firstChoice(parts: MatrixParts): MatrixChoice {
  const preset = parts.presets.find(({ id }) => id === 'specification') ?? parts.presets[0];
  return choiceOf(preset?.spec ?? { phones: 'builtIn', axes: [] }, parts);
}

function Notice({
  answer,
  tooMany,
  count,
  limit,
}: {
  readonly answer: ReturnType<typeof useMatrix>;
  readonly tooMany: boolean;
  readonly count: number;
  readonly limit: number;
}) {
  const { t } = useTranslation();
  const say = useFailureText();
  if (tooMany) return <p className="hairline-b px-3 py-2 text-bad">{t('matrix.tooMany', { count, limit })}</p>;
  if (answer.working)
    return (
      <div className="matrix-working">
        <span>{t('matrix.working')}</span>
        <Button small onClick={answer.cancel}>
          {t('matrix.cancel')}
        </Button>
      </div>
    );
  if (answer.failure !== null) return <p className="hairline-b px-3 py-2 text-bad">{say(answer.failure)}</p>;
  return null;
}

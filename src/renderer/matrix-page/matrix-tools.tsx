import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellState, MatrixView } from '../../core/matrix/types.ts';
import { matrixCsv } from '../../core/present/matrix-csv.ts';
import { cx } from '../lib/cx.ts';
import { saveFile } from '../lib/save-file.ts';
import { usePreferences } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { ResultMark } from '../ui/result-mark.tsx';
import { drawMatrix } from './draw.ts';

/** How many cells say what, each a way to look at those only; and the matrix as a file. */
export function MatrixTools({
  view,
  only,
  onOnly,
}: {
  readonly view: MatrixView;
  readonly only: CellState | null;
  readonly onOnly: (state: CellState | null) => void;
}) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const [tooLarge, setTooLarge] = useState(false);
  const savePng = async () => {
    const blob = await drawMatrix(view, language, (state) => t(`matrix.state.${state}`));
    setTooLarge(blob === null);
    if (blob !== null) saveFile('matrix.png', blob);
  };
  return (
    <>
      {STATES.filter((state) => view.counts[state] > 0).map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={only === state}
          data-testid={`matrix-count-${state}`}
          onClick={() => onOnly(only === state ? null : state)}
          className={cx(
            'inline-flex h-6 items-center gap-1.5 rounded-full border max-sm:hidden border-transparent px-1.5 text-sm whitespace-nowrap text-ink-2 hover:bg-hover',
            only === state && 'border-line-strong bg-raised text-ink',
          )}
        >
          <ResultMark kind={state} size={14} />
          <span className="max-xl:sr-only">{t(`matrix.state.${state}`)}</span>
          <span className="tabular-nums">{view.counts[state]}</span>
        </button>
      ))}
      {tooLarge && <span className="text-sm text-bad">{t('matrix.pngTooLarge', { count: view.cells.length })}</span>}
      <Button
        small
        aria-label={t('matrix.saveCsv')}
        data-testid="matrix-csv"
        onClick={() =>
          saveFile('matrix.csv', new Blob([matrixCsv(view, language)], { type: 'text/csv;charset=utf-8' }))
        }
      >
        <Download size={12} aria-hidden /> {t('matrix.csv')}
      </Button>
      <Button small aria-label={t('matrix.savePng')} data-testid="matrix-png" onClick={() => void savePng()}>
        <Download size={12} aria-hidden /> {t('matrix.png')}
      </Button>
    </>
  );
}

const STATES: readonly CellState[] = ['delivered', 'silent', 'waiting', 'not-delivered', 'impossible'];

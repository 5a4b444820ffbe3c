import { useTranslation } from 'react-i18next';
import type { MatrixView } from '../../core/matrix/types.ts';
import { usePreferences } from '../stores/services.ts';
import { ResultMark } from '../ui/result-mark.tsx';
import { valuesAt } from './layout.ts';

/** What the cell under the pointer or the focus says: the result with its reason, and for which values. */
export function CellLine({ view, cell }: { readonly view: MatrixView; readonly cell: number }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const answer = view.answers[view.cells[cell] ?? -1];
  if (answer === undefined) return null;
  const where = valuesAt(view.axes, cell).map(({ text }) => text[language]);
  return (
    <div className="matrix-said" data-testid="matrix-said" data-state={answer.state}>
      <ResultMark kind={answer.state} size={22} />
      <div className="min-w-0">
        <p className="font-medium text-pretty">
          {t(`matrix.state.${answer.state}`)}: {answer.text[language]}
        </p>
        <p className="truncate text-sm text-ink-3">{where.join(' · ')}</p>
      </div>
    </div>
  );
}

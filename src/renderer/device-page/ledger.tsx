import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/pane.tsx';

/** Lines that are shown at once. */
const SHOWN = 6;

export interface LedgerLine {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

/** A small table of what happened, newest first, folded beyond a few lines. */
export function Ledger({
  title,
  testId,
  none,
  columns,
  lines,
}: {
  readonly title: string;
  readonly testId: string;
  readonly none: string;
  readonly columns: readonly string[];
  readonly lines: readonly LedgerLine[];
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <Section title={title} testId={testId}>
      {lines.length === 0 ? (
        <p className="text-ink-2">{none}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full border-collapse text-sm">
            <thead>
              <tr className="text-left text-xs text-ink-3">
                {columns.map((column) => (
                  <th key={column} scope="col" className="pr-3 pb-1 font-normal whitespace-nowrap">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(all ? lines : lines.slice(0, SHOWN)).map(({ key, cells }) => (
                <tr key={key} className="hairline-t align-top">
                  {columns.map((column, at) => (
                    <td key={column} className="py-1 pr-3">
                      {cells[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lines.length > SHOWN && (
        <Button small look="quiet" className="mt-1" onClick={() => setAll(!all)}>
          {all ? t('device.fewer') : t('device.allOf', { count: lines.length })}
        </Button>
      )}
    </Section>
  );
}

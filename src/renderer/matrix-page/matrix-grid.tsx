import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellState, MatrixView } from '../../core/matrix/types.ts';
import type { Language } from '../../core/trace/types.ts';
import { gridBody, gridHeadCell, gridHeadOver, gridRowHead, matrixCell, matrixGrid, matrixRow } from '../lib/aria.ts';
import { usePreferences } from '../stores/services.ts';
import { CellLine } from './cell-line.tsx';
import { firstChange, headLines, type Layout, layoutOf, valuesAt } from './layout.ts';
import { GLYPHS } from './looks.ts';

/** px; the style sheet has the same. */
const ROW = 24;

interface GridProps {
  readonly view: MatrixView;
  /** Others are dimmed. */
  readonly only: CellState | null;
  readonly selected: number | null;
  readonly onSelect: (cell: number) => void;
}

/** The cells, of which only the rows in sight are drawn. Arrows move, Enter opens; the line above says what the cell says. */
export function MatrixGrid({ view, only, selected, onSelect }: GridProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const layout = useMemo(() => layoutOf(view.axes), [view]);
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: layout.rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const cell = Math.min(active, view.cells.length - 1);
  const look = ({ target }: { readonly target: EventTarget | null }) => {
    const index = indexAt(target);
    if (index !== null) setActive(index);
    return index;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') onSelect(cell);
    else {
      const next = cellAfter(event.key, cell, layout);
      if (next === null) return;
      setActive(next);
      virtual.scrollToIndex(Math.floor(next / layout.columns));
      requestAnimationFrame(() => focusCell(scroller.current, next));
    }
    event.preventDefault();
  };
  return (
    <>
      <CellLine view={view} cell={cell} />
      <div
        ref={scroller}
        {...matrixGrid(t('matrix.grid'), layout.rows + layout.across.length, layout.columns, {
          onKeyDown,
          onMouseOver: look,
          onFocus: look,
          onClick: (event) => {
            const index = look(event);
            if (index !== null) onSelect(index);
          },
        })}
        className="matrix-grid"
        data-testid="matrix-grid"
        // React has no type for custom properties.
        style={{ '--columns': layout.columns } as CSSProperties}
      >
        <Head layout={layout} language={language} />
        <div {...gridBody} className="matrix-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Row
              key={index}
              row={index}
              top={start}
              view={view}
              layout={layout}
              language={language}
              only={only}
              active={Math.floor(cell / layout.columns) === index ? cell : null}
              selected={selected !== null && Math.floor(selected / layout.columns) === index ? selected : null}
            />
          ))}
        </div>
      </div>
    </>
  );
}

/** The cell that an event is about; null for heads and gaps. */
function indexAt(target: EventTarget | null): number | null {
  const found = target instanceof Element ? target.closest('[data-cell]') : null;
  return found instanceof HTMLElement ? Number(found.dataset.cell) : null;
}

function focusCell(scroller: HTMLElement | null, cell: number): void {
  const found = scroller?.querySelector(`[data-cell="${cell}"]`);
  if (found instanceof HTMLElement) found.focus();
}

/** Where a key leads to; null for keys that do not move. */
function cellAfter(key: string, cell: number, { rows, columns }: Layout): number | null {
  const last = rows * columns - 1;
  const column = cell % columns;
  const to = {
    ArrowRight: cell + 1,
    ArrowLeft: cell - 1,
    ArrowDown: cell + columns,
    ArrowUp: cell - columns,
    PageDown: Math.min(cell + 15 * columns, (rows - 1) * columns + column),
    PageUp: Math.max(cell - 15 * columns, column),
    Home: cell - column,
    End: cell - column + columns - 1,
  }[key];
  return to === undefined ? null : to < 0 || to > last ? cell : to;
}

function Head({ layout, language }: { readonly layout: Layout; readonly language: Language }) {
  return (
    <div {...gridBody} className="matrix-head">
      {headLines(layout.across).map((cells, level) => (
        <div
          key={layout.across[level]?.axis}
          className="matrix-line"
          data-upright={level === layout.across.length - 1 || undefined}
          {...matrixRow(level)}
        >
          <span className="matrix-side matrix-axis" {...gridHeadCell} title={layout.across[level]?.text[language]}>
            {layout.across[level]?.text[language]}
          </span>
          {cells.map(({ key, value, span }) => (
            <span
              key={key}
              {...gridHeadOver(span)}
              className="matrix-label"
              data-upright={span === 1 || undefined}
              style={{ width: `calc(${span} * var(--cell))` }}
              title={value.text[language]}
            >
              <span>{value.text[language]}</span>
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: number;
  readonly top: number;
  readonly view: MatrixView;
  readonly layout: Layout;
  readonly language: Language;
  readonly only: CellState | null;
  readonly active: number | null;
  readonly selected: number | null;
}

const Row = memo(function Row({ row, top, view, layout, language, only, active, selected }: RowProps) {
  const changed = firstChange(layout.down, row);
  const start = row * layout.columns;
  return (
    <div
      className="matrix-line matrix-row"
      data-first={changed === 0 || undefined}
      style={{ transform: `translateY(${top}px)` }}
      {...matrixRow(row + layout.across.length)}
    >
      <span {...gridRowHead} className="matrix-side">
        {valuesAt(layout.down, row).map((value, at) => (
          <span
            key={layout.down[at]?.axis}
            className="matrix-value"
            data-repeated={at < changed || undefined}
            title={value.text[language]}
          >
            {value.text[language]}
          </span>
        ))}
      </span>
      {view.cells.slice(start, start + layout.columns).map((place, column) => {
        const answer = view.answers[place];
        const cell = start + column;
        return (
          <span
            key={cell}
            {...matrixCell(answer?.text[language] ?? '', cell === active, cell === selected)}
            className="matrix-cell"
            data-cell={cell}
            data-state={answer?.state}
            data-dim={(only !== null && answer?.state !== only) || undefined}
          >
            {answer === undefined ? '' : GLYPHS[answer.state]}
          </span>
        );
      })}
    </div>
  );
});

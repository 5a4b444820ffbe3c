import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { Language } from '../../../core/trace/types.ts';
import type { ExchangeLine } from '../../../core/views.ts';
import { gridCell, gridRow } from '../../lib/aria.ts';
import { cx } from '../../lib/cx.ts';
import { clockTime, fullTime, shortId } from '../../lib/format.ts';
import { Mark } from '../../ui/mark.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { CopyTarget } from './copy-target.tsx';

/** Time, vendor, target, status, title, result. */
export const COLUMNS =
  'grid grid-cols-[64px_72px_minmax(120px,17%)_58px_minmax(120px,26%)_minmax(0,1fr)] items-center gap-x-3 px-3';

interface LineProps {
  readonly t: TFunction;
  readonly language: Language;
  readonly line: ExchangeLine;
  readonly index: number;
  readonly top: number;
  readonly open: boolean;
  readonly focusable: boolean;
  readonly fresh: boolean;
  readonly onOpen: (enter: boolean) => void;
}

export const TrafficLine = memo(
  Row,
  (a, b) =>
    a.t === b.t &&
    a.language === b.language &&
    a.line === b.line &&
    a.index === b.index &&
    a.top === b.top &&
    a.open === b.open &&
    a.focusable === b.focusable &&
    a.fresh === b.fresh,
);

function Row({ t, language, line, index, top, open, focusable, fresh, onOpen }: LineProps) {
  return (
    <div
      {...gridRow(index, open, focusable, onOpen)}
      data-index={index}
      data-testid="traffic-line"
      data-exchange={line.id}
      style={{ transform: `translateY(${top}px)` }}
      className={cx(
        COLUMNS,
        'absolute inset-x-0 top-0 h-[26px] text-sm hover:bg-hover focus-visible:-outline-offset-2',
        open && 'bg-press',
        fresh && 'arrived',
      )}
    >
      <span {...gridCell} className="font-mono text-xs text-ink-3" title={fullTime(line.at, language)}>
        {clockTime(line.at)}
      </span>
      <span {...gridCell} className="truncate">
        {line.channel === null ? (
          <span className="text-ink-3">{t('traffic.unknownVendor')}</span>
        ) : (
          t(`channel.${line.channel}`)
        )}
      </span>
      <span {...gridCell} className="flex min-w-0">
        {line.target === null ? (
          <span className="truncate text-ink-3">{line.remote}</span>
        ) : (
          <CopyTarget text={line.target} shown={shortId(line.target)} label={t('exchange.target')} />
        )}
      </span>
      <span {...gridCell}>
        <StatusTag status={line.status} refused={line.refused} />
      </span>
      <span {...gridCell} className={cx('truncate', line.title === null && 'text-ink-3')}>
        {line.title ?? t('traffic.noTitle')}
      </span>
      <span {...gridCell} className="flex min-w-0 items-center gap-1.5">
        <Mark kind={line.refused ? 'stop' : line.delivered ? 'pass' : 'note'} size={14} />
        <span className="truncate text-ink-2" title={line.summary[language]}>
          {line.summary[language]}
        </span>
      </span>
    </div>
  );
}

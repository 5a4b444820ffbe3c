import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeLine } from '../../../core/views.ts';
import { grid, gridBody, gridHead, gridHeadCell } from '../../lib/aria.ts';
import { cx } from '../../lib/cx.ts';
import { usePreferences, useTraffic } from '../../stores/services.ts';
import { focusExchange } from './focus.ts';
import { COLUMNS, TrafficLine } from './traffic-line.tsx';

const ROW = 26;

/** Which row a key leads to; null for keys that do not move. */
function rowAfter(key: string, active: number, count: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -count, End: count }[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, active + step));
}

/** The requests, newest first. Arrows move, Enter opens, only what is in sight is drawn. */
export function TrafficList() {
  const { t } = useTranslation();
  // Deferred: a flood of requests is drawn in slices and never holds up a key press.
  const lines = useDeferredValue(useTraffic((traffic) => traffic.lines));
  const openId = useTraffic((traffic) => traffic.openId);
  const open = useTraffic((traffic) => traffic.open);
  const [activeId, setActiveId] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
  });
  useMoreAtEnd(virtual.getVirtualItems().at(-1)?.index ?? 0, lines.length);
  const found = lines.findIndex(({ id }) => id === activeId);
  const active = Math.max(0, found);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = rowAfter(event.key, active, lines.length);
    const id = next === null ? undefined : lines[next]?.id;
    if (next === null || id === undefined) return;
    event.preventDefault();
    setActiveId(id);
    if (openId !== null) void open(id);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => {
      const row = scroller.current?.querySelector(`[data-index="${next}"]`);
      if (row instanceof HTMLElement) row.focus();
    });
  };

  return (
    // The rows take the focus, the grid only listens.
    <div {...grid(t('traffic.title'), lines.length + 1, onKeyDown)} className="flex min-h-0 flex-1 flex-col">
      <Head />
      <div ref={scroller} {...gridBody} className="min-h-0 flex-1 overflow-y-auto">
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          <Rows items={virtual.getVirtualItems()} lines={lines} active={active} onActive={setActiveId} />
        </div>
      </div>
    </div>
  );
}

/** Asks for older requests when the end comes into sight. */
function useMoreAtEnd(lastSeen: number, count: number): void {
  const loadMore = useTraffic((traffic) => traffic.loadMore);
  useEffect(() => {
    if (lastSeen >= count - 20) void loadMore();
  }, [lastSeen, count, loadMore]);
}

function Head() {
  const { t } = useTranslation();
  return (
    <div {...gridHead} className={cx(COLUMNS, 'hairline-b h-6 shrink-0 text-xs text-ink-3')}>
      {(['time', 'vendor', 'target', 'status', 'title', 'result'] as const).map((column) => (
        <span key={column} {...gridHeadCell} className="truncate">
          {t(`traffic.column.${column}`)}
        </span>
      ))}
    </div>
  );
}

function Rows({
  items,
  lines,
  active,
  onActive,
}: {
  readonly items: readonly VirtualItem[];
  readonly lines: readonly ExchangeLine[];
  readonly active: number;
  readonly onActive: (id: string) => void;
}) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const fresh = useTraffic((traffic) => traffic.fresh);
  const openId = useTraffic((traffic) => traffic.openId);
  const open = useTraffic((traffic) => traffic.open);
  return items.map((item) => {
    const line = lines[item.index];
    if (line === undefined) return null;
    return (
      <TrafficLine
        key={item.key}
        t={t}
        language={language}
        line={line}
        index={item.index}
        top={item.start}
        open={line.id === openId}
        focusable={item.index === active}
        fresh={fresh.has(line.id)}
        onOpen={(enter) => {
          onActive(line.id);
          void open(line.id).then(enter ? focusExchange : undefined);
        }}
      />
    );
  });
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grid, gridBody, gridHead, gridHeadCell } from '../../lib/aria.ts';
import { cx } from '../../lib/cx.ts';
import { usePreferences, useTraffic } from '../../stores/services.ts';
import { focusExchange } from './focus.ts';
import { COLUMNS, TrafficLine } from './traffic-line.tsx';

const ROW = 26;

/** The requests, newest first. Arrows move, Enter opens, only what is in sight is drawn. */
export function TrafficList() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  // Deferred: a flood of requests is drawn in slices and never holds up a key press.
  const lines = useDeferredValue(useTraffic((traffic) => traffic.lines));
  const fresh = useTraffic((traffic) => traffic.fresh);
  const openId = useTraffic((traffic) => traffic.openId);
  const open = useTraffic((traffic) => traffic.open);
  const loadMore = useTraffic((traffic) => traffic.loadMore);
  const [activeId, setActiveId] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen >= lines.length - 20) void loadMore();
  }, [lastSeen, lines.length, loadMore]);
  const active = Math.max(
    0,
    lines.findIndex(({ id }) => id === activeId),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -lines.length, End: lines.length }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(lines.length - 1, Math.max(0, active + step));
    const id = lines[next]?.id;
    if (id === undefined) return;
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
      <div {...gridHead} className={cx(COLUMNS, 'hairline-b h-6 shrink-0 text-xs text-ink-3')}>
        {(['time', 'vendor', 'target', 'status', 'title', 'result'] as const).map((column) => (
          <span key={column} {...gridHeadCell} className="truncate">
            {t(`traffic.column.${column}`)}
          </span>
        ))}
      </div>
      <div ref={scroller} {...gridBody} className="min-h-0 flex-1 overflow-y-auto">
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const line = lines[item.index];
            return line === undefined ? null : (
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
                  setActiveId(line.id);
                  void open(line.id).then(enter ? focusExchange : undefined);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

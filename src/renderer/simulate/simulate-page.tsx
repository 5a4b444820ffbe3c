import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { cx } from '../lib/cx.ts';
import { MessagePane } from './message/message-pane.tsx';
import { PhonesPane } from './phones-pane.tsx';
import { PANES_ID } from './traffic/focus.ts';
import { TrafficPane } from './traffic/traffic-pane.tsx';
import { WhyPane } from './why/why-pane.tsx';

/** `localStorage`, or nothing where the browser forbids it: then sizes are not remembered. */
const storage = {
  getItem: (key: string) => {
    try {
      return localStorage.getItem(`pushpit.${key}`);
    } catch {
      return null;
    }
  },
  setItem: (key: string, value: string) => {
    try {
      localStorage.setItem(`pushpit.${key}`, value);
    } catch {
      // See above.
    }
  },
};

function Divider({ label, vertical = false }: { readonly label: string; readonly vertical?: boolean }) {
  return (
    <Separator
      aria-label={label}
      className={cx(
        'group relative shrink-0 bg-line outline-none transition-colors duration-100',
        'data-[separator=hover]:bg-accent data-[separator=active]:bg-accent focus-visible:bg-accent',
        vertical ? 'h-px' : 'w-px',
      )}
    />
  );
}

/** Message, reason and phones side by side, traffic below; every divider can be moved and stays where it was put. */
export function SimulatePage() {
  const { t } = useTranslation();
  const columns = useDefaultLayout({ id: 'simulate.columns', storage });
  const rows = useDefaultLayout({ id: 'simulate.rows', storage });
  const panes = useMemo(
    () => (
      <Group orientation="horizontal" defaultLayout={columns.defaultLayout} onLayoutChanged={columns.onLayoutChanged}>
        <Panel id="message" defaultSize="27%" minSize={300}>
          <MessagePane />
        </Panel>
        <Divider label={t('resize.message')} />
        <Panel id="why" defaultSize="32%" minSize={330}>
          <WhyPane />
        </Panel>
        <Divider label={t('resize.phones')} />
        <Panel id="phones" defaultSize="41%" minSize={316}>
          <PhonesPane />
        </Panel>
      </Group>
    ),
    [columns.defaultLayout, columns.onLayoutChanged, t],
  );
  return (
    <Group orientation="vertical" defaultLayout={rows.defaultLayout} onLayoutChanged={rows.onLayoutChanged}>
      <Panel id="panes" defaultSize="80%" minSize={260}>
        <div id={PANES_ID} className="relative h-full">
          {panes}
        </div>
      </Panel>
      <Divider label={t('traffic.resize')} vertical />
      <Panel id="traffic" defaultSize="20%" minSize={92}>
        <TrafficPane />
      </Panel>
    </Group>
  );
}

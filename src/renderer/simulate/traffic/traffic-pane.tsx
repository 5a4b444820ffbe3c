import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../lib/failure-text.ts';
import { useTraffic } from '../../stores/services.ts';
import { Tip } from '../../ui/tooltip.tsx';
import { ExchangeDrawer } from './exchange-drawer.tsx';
import { TrafficEmpty } from './traffic-empty.tsx';
import { TrafficList } from './traffic-list.tsx';
import { TrafficSearch } from './traffic-search.tsx';

export function TrafficPane() {
  const { t } = useTranslation();
  const say = useFailureText();
  const empty = useTraffic((traffic) => traffic.lines.length === 0);
  const filtered = useTraffic((traffic) => traffic.q !== '' || traffic.channel !== null);
  const failure = useTraffic((traffic) => traffic.failure);
  return (
    <section
      aria-labelledby="traffic-title"
      data-testid="traffic-pane"
      className="flex h-full min-w-0 flex-col bg-surface"
    >
      <header className="hairline-b flex h-9 shrink-0 items-center gap-3 pr-2 pl-3">
        <h2 id="traffic-title" className="text-base font-semibold">
          {t('traffic.title')}
        </h2>
        <Count />
        <TrafficSearch />
      </header>
      {failure !== null && (
        <p role="alert" className="px-3 py-2 text-bad">
          {t('traffic.failed')} <span className="text-sm">{say(failure)}</span>
        </p>
      )}
      {!empty && <TrafficList />}
      {empty && failure === null && (filtered ? <Nothing /> : <TrafficEmpty />)}
      <ExchangeDrawer />
    </section>
  );
}

function Nothing() {
  const { t } = useTranslation();
  const loading = useTraffic((traffic) => traffic.loading);
  if (loading) return null;
  return (
    <div className="px-3 py-3" data-testid="traffic-nothing">
      <p className="font-semibold">{t('traffic.nothing')}</p>
      <p className="text-ink-2">{t('traffic.nothingText')}</p>
    </div>
  );
}

function Count() {
  const { t } = useTranslation();
  const count = useTraffic((traffic) => traffic.lines.length);
  const more = useTraffic((traffic) => traffic.more);
  const dropped = useTraffic((traffic) => traffic.dropped);
  return (
    <span className="flex items-center gap-2 text-sm text-ink-3" data-testid="traffic-count">
      {count > 0 && t(more ? 'traffic.countMore' : 'traffic.count', { count })}
      {dropped > 0 && (
        <Tip text={t('traffic.droppedTip')}>
          <span className="text-warn">{t('traffic.dropped', { count: dropped })}</span>
        </Tip>
      )}
    </span>
  );
}

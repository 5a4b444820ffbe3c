import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeView, TraceStepView } from '../../../core/views.ts';
import { clockTime, fullTime, shortId } from '../../lib/format.ts';
import { keyed } from '../../lib/keyed.ts';
import { usePreferences, useServices, useTraffic, useWorld } from '../../stores/services.ts';
import { Button } from '../../ui/button.tsx';
import { CopyId } from '../../ui/copy.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/pane.tsx';
import { RequestView } from '../why/request-view.tsx';
import { ResponseView } from '../why/response-view.tsx';
import { Step } from '../why/step.tsx';

export function ExchangeDetail({ exchange }: { readonly exchange: ExchangeView }) {
  const { t } = useTranslation();
  const notes = exchange.checks.filter(({ verdict }) => verdict === 'note');
  return (
    <>
      <Head exchange={exchange} />
      {exchange.failure !== null && <Failure failure={exchange.failure} />}
      {exchange.request !== null && (
        <Section title={t('http.request')} testId="exchange-request">
          <RequestView request={exchange.request} notes={notes} />
        </Section>
      )}
      {exchange.response !== null && exchange.response.status !== 0 && (
        <Section title={t('http.answer')} testId="exchange-answer">
          <ResponseView response={exchange.response} refused={exchange.refused} />
        </Section>
      )}
      {exchange.request !== null && (
        <Section title={t('exchange.checks')} testId="exchange-checks">
          <Steps steps={exchange.checks} empty={t('exchange.noChecks')} />
        </Section>
      )}
      <Deliveries exchange={exchange} />
    </>
  );
}

function Head({ exchange }: { readonly exchange: ExchangeView }) {
  const { t } = useTranslation();
  const services = useServices();
  const close = useTraffic((traffic) => traffic.close);
  const language = usePreferences((state) => state.language);
  const { outcomeId } = exchange;
  return (
    <div className="px-3 pt-3 pb-3">
      <div className="flex gap-2.5">
        <Mark kind={exchange.refused ? 'stop' : exchange.delivered ? 'pass' : 'note'} size={22} />
        <p className="min-w-0 text-lg font-semibold text-pretty break-words">{exchange.summary[language]}</p>
      </div>
      <dl className="mt-2.5 grid grid-cols-[72px_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
        <Fact name={t('exchange.time')}>
          <span title={fullTime(exchange.at, language)}>{clockTime(exchange.at)}</span>
        </Fact>
        <Fact name={t('exchange.from')}>
          <span className="font-mono text-xs">{exchange.remote}</span>
          {exchange.protocol !== null && <span className="text-ink-3"> · {exchange.protocol}</span>}
        </Fact>
        {exchange.target !== null && (
          <Fact name={t('exchange.target')}>
            <CopyId text={exchange.target} shown={shortId(exchange.target, 20, 10)} label={t('exchange.target')} />
          </Fact>
        )}
        <Fact name={t('exchange.id')}>
          <CopyId text={exchange.id} shown={exchange.id} label={t('exchange.id')} />
        </Fact>
      </dl>
      {outcomeId === null ? (
        <p className="mt-2 text-sm text-ink-3">
          {t(exchange.selfTest === true ? 'exchange.selfTest' : 'exchange.foreign')}
        </p>
      ) : (
        <Button
          small
          className="mt-2.5"
          data-testid="show-decision"
          onClick={() => {
            close();
            void services.why.getState().show(outcomeId);
          }}
        >
          {t('exchange.decision')}
        </Button>
      )}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="flex min-w-0 items-center gap-1">{children}</dd>
    </>
  );
}

function Failure({ failure }: { readonly failure: NonNullable<ExchangeView['failure']> }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  return (
    <Section title={t('exchange.failure.title')} testId="exchange-failure">
      <div className="rounded-md border-l-2 border-bad bg-bad-soft px-3 py-2">
        <p className="break-words">{failure.texts.message[language]}</p>
        <dl className="mt-1.5 flex flex-col gap-1 text-sm">
          <div>
            <dt className="text-ink-2">{t('exchange.failure.received')}</dt>
            <dd className="font-mono text-xs break-all whitespace-pre-wrap">{failure.texts.received[language]}</dd>
          </div>
          <div>
            <dt className="text-ink-2">{t('exchange.failure.fix')}</dt>
            <dd className="break-words">{failure.texts.fix[language]}</dd>
          </div>
          <div>
            <dt className="text-ink-2">{t('exchange.failure.code')}</dt>
            <dd className="font-mono text-xs">{failure.code}</dd>
          </div>
        </dl>
      </div>
    </Section>
  );
}

function Steps({ steps, empty }: { readonly steps: readonly TraceStepView[]; readonly empty: string }) {
  if (steps.length === 0) return <p className="text-sm text-ink-3">{empty}</p>;
  return (
    <ul>
      {keyed(steps, ({ rule }) => rule).map(({ key, item }) => (
        <Step key={key} step={item} />
      ))}
    </ul>
  );
}

const RESULT_MARKS = {
  shown: 'pass',
  silent: 'pass',
  suppressed: 'stop',
  stored: 'note',
  waiting: 'note',
  dropped: 'stop',
  scheduled: 'note',
  revoked: 'note',
} as const;

function Deliveries({ exchange }: { readonly exchange: ExchangeView }) {
  const { t } = useTranslation();
  const devices = useWorld((world) => world.devices);
  return (
    <Section title={t('exchange.deliveries')} testId="exchange-deliveries">
      {exchange.deliveries.length === 0 && <p className="text-sm text-ink-3">{t('exchange.noDeliveries')}</p>}
      {exchange.deliveries.map((delivery) => (
        <div key={`${delivery.deviceId}-${delivery.pushId}`} className="mb-2">
          <p className="flex items-center gap-1.5">
            <Mark kind={RESULT_MARKS[delivery.result]} />
            <span className="font-medium">
              {devices.find(({ id }) => id === delivery.deviceId)?.name ?? delivery.deviceId}
            </span>
            <span className="text-ink-2">{t(`exchange.result.${delivery.result}`)}</span>
          </p>
          <div className="pl-5">
            <Steps steps={delivery.trace} empty="" />
          </div>
        </div>
      ))}
    </Section>
  );
}

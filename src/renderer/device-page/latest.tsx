import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { clockTime, fullTime } from '../lib/format.ts';
import { Remedies } from '../remedies/remedies.tsx';
import { useLatest, usePreferences, useServices } from '../stores/services.ts';
import { ResultMark } from '../ui/result-mark.tsx';
import { RecordLinks } from './open-record.tsx';

/** What became of the last message, and what would make it appear. */
export function Latest({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const last = useLatest((latest) => latest.byDevice[device.id]);
  const loaded = useLatest((latest) => latest.loaded);
  useEffect(() => void services.latest.getState().load(), [services]);
  return (
    <section className="px-3 pt-2 pb-3" data-testid="device-latest">
      <h3 className="mb-1.5 text-sm font-semibold text-ink-2">{t('device.latest')}</h3>
      {last === undefined ? (
        <p className="text-ink-2">{loaded && t('device.latestNone')}</p>
      ) : (
        <>
          <div className="flex gap-2.5">
            <ResultMark kind={last.state} size={22} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold text-pretty">
                {last.outcome?.summary[language] ?? t(`phones.stateOf.${last.state}`)}
              </p>
              <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
                <span title={fullTime(last.at, language)}>{clockTime(last.at)}</span>
                <RecordLinks outcomeId={last.outcome?.id ?? null} exchangeId={last.exchangeId} />
              </p>
            </div>
          </div>
          {last.outcome === null ? (
            <p className="mt-2 text-sm text-ink-3">{t('remedies.foreign')}</p>
          ) : (
            <div className="mt-2.5 rounded-md bg-sunken p-2.5">
              <Remedies outcomeId={last.outcome.id} about={device} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

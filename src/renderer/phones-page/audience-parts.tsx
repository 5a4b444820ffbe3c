import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { useLatest, usePreferences, useWorld } from '../stores/services.ts';
import { ResultMark } from '../ui/result-mark.tsx';
import { Kbd } from '../ui/tooltip.tsx';
import { forAudience } from './audience.ts';

/** Ids that no audience needs: tokens and accounts. */
function usePrivate(): readonly string[] {
  const devices = useWorld((world) => world.devices);
  return useMemo(() => devices.flatMap(({ token, session }) => [token ?? '', session.userId ?? '']), [devices]);
}

/** What became of the last message, in large type. */
export function AudienceCaption({ device, long }: { readonly device: DeviceView; readonly long: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const last = useLatest((latest) => latest.byDevice[device.id]);
  const hidden = usePrivate();
  const summary = last?.outcome?.summary[language];
  return (
    <span className="audience-caption" data-long={long || undefined}>
      <span className="audience-name">{device.name}</span>
      {last === undefined ? (
        <span className="audience-word text-ink-3">{t('phones.stateOf.nothing')}</span>
      ) : (
        <span className="audience-word" data-result={last.state}>
          <ResultMark kind={last.state} size={long ? 44 : 22} />
          {t(`phones.stateOf.${last.state}`)}
        </span>
      )}
      {long && summary !== undefined && <span className="audience-why">{forAudience(summary, hidden)}</span>}
    </span>
  );
}

/** The keys of the big screen. */
export function AudienceKeys({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const rows = [
    ['← →', t('phones.keys.move')],
    ['⏎', t('phones.keys.one')],
    ['1 … 9', t('phones.keys.number')],
    ['0', t('phones.keys.all')],
    [t('phones.keys.spaceKey'), t('phones.keys.send')],
    ['Esc', t('phones.keys.back')],
    ['?', t('phones.keys.help')],
  ] as const;
  return (
    <div className="audience-keys popup" data-testid="audience-keys">
      <dl>
        {rows.map(([keys, what]) => (
          <div key={keys} className="hairline-t flex h-9 items-center gap-8 first:border-t-0">
            <dt className="text-ink-2">{what}</dt>
            <dd className="ml-auto flex gap-1">
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" className="sr-only" onClick={onClose}>
        {t('common.close')}
      </button>
    </div>
  );
}

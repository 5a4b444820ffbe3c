import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { fullTime, shortId } from '../lib/format.ts';
import { useFollowing } from '../lib/use-following.ts';
import { actOn, usePreferences, useServices } from '../stores/services.ts';
import { CopyId } from '../ui/copy.tsx';
import { Ledger } from './ledger.tsx';
import { ActionButton } from './rows.tsx';

/** The life of the app's registrations, and what ends or renews one. */
export function Registrations({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const loaded = useFollowing(
    useCallback(() => services.api.registrations(device.id), [services, device.id]),
    device,
  );
  const targets = loaded.state === 'ready' ? loaded.value : [];
  const act = (action: 'renewToken' | 'expireToken' | 'unregister') => () =>
    void actOn(services, device.id, { action });
  const active = device.token !== null;
  return (
    <>
      <Ledger
        title={t('device.tokens')}
        testId="device-tokens"
        none={loaded.state === 'ready' ? t('device.tokensNone') : ''}
        columns={[t('device.token'), t('device.tokenState'), t('device.stateSince'), t('device.boundTo')]}
        lines={targets.map((one) => ({
          key: one.token,
          cells: [
            <CopyId key="token" text={one.token} shown={shortId(one.token, 12)} label={t('device.token')} />,
            <span key="state" className={one.state === 'active' ? 'text-ok' : 'text-bad'}>
              {t(`device.tokenStates.${one.state}`)}
            </span>,
            fullTime(one.since, language),
            [one.topic, ...one.aliases, ...one.userAccounts, ...one.topics].join(', '),
          ],
        }))}
      />
      <div className="flex flex-wrap gap-1 px-3 pb-4">
        <ActionButton disabled={!device.app.installed} onClick={act('renewToken')}>
          {t('device.renew')}
        </ActionButton>
        <ActionButton disabled={!active} onClick={act('expireToken')}>
          {t('device.expire')}
        </ActionButton>
        <ActionButton disabled={!active} onClick={act('unregister')}>
          {t('device.unregister')}
        </ActionButton>
      </div>
    </>
  );
}

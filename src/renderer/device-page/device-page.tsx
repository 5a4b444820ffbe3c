import './device.css';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { LivePhone } from '../phones-page/live-phone.tsx';
import { useWorld } from '../stores/services.ts';
import { Pane } from '../ui/pane.tsx';
import { BadgeLedger } from './badge-ledger.tsx';
import { ConditionsSection, SettingsSection } from './condition-sections.tsx';
import { History } from './history.tsx';
import { Latest } from './latest.tsx';
import { NotificationChannels } from './notification-channels.tsx';
import { Registrations } from './registrations.tsx';
import { SoundLog } from './sound-log.tsx';
import { StateSection } from './state-section.tsx';
import { SystemSection } from './system-section.tsx';
import { Waiting } from './waiting.tsx';

/** One phone: large, with all its state as controls and everything that happened to it. */
export function DevicePage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const device = useWorld((world) => world.devices.find((one) => one.id === id));
  if (device === undefined) {
    return (
      <div className="flex h-full flex-col items-center justify-center gap-3 bg-surface p-6 text-center">
        <p className="text-lg font-semibold">{t('device.gone', { id })}</p>
        <a href="#phones" className="underline underline-offset-4">
          {t('device.back')}
        </a>
      </div>
    );
  }
  return (
    <div className="device-page" data-testid="device-page">
      <PhoneColumn device={device} />
      <div className="device-state">
        <Pane testId="device-state" title={t('device.state')}>
          <StateSection device={device} />
          <ConditionsSection device={device} />
          <SettingsSection device={device} />
          <NotificationChannels device={device} />
          <SystemSection device={device} />
        </Pane>
      </div>
      <div className="device-records">
        <Pane testId="device-records" title={t('device.records')}>
          <Latest device={device} />
          <Waiting device={device} />
          <History device={device} />
          <BadgeLedger device={device} />
          <SoundLog device={device} />
          <Registrations device={device} />
        </Pane>
      </div>
    </div>
  );
}

function PhoneColumn({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  return (
    <section className="device-phone" aria-label={device.name}>
      <a
        href="#phones"
        data-testid="back-to-wall"
        className="inline-flex h-7 items-center gap-1 rounded-md px-1.5 text-ink-2 hover:bg-hover hover:text-ink"
      >
        <ArrowLeft size={14} aria-hidden />
        {t('device.back')}
      </a>
      <div className="device-phone-size">
        <LivePhone device={device} controls="none" />
      </div>
    </section>
  );
}

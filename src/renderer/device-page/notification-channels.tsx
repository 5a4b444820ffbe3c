import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Importance } from '../../core/device/types.ts';
import type { DeviceView } from '../../core/views.ts';
import { actOn, useServices } from '../stores/services.ts';
import { Select } from '../ui/select.tsx';
import { ActionButton, StateRow } from './rows.tsx';

const RANKS = [
  { rank: 0, name: 'off' },
  { rank: 1, name: 'min' },
  { rank: 2, name: 'low' },
  { rank: 3, name: 'normal' },
  { rank: 4, name: 'high' },
] as const;
const rankOf = (text: string): Importance => RANKS.find(({ rank }) => String(rank) === text)?.rank ?? 3;

/** Android: the channels that the app has created, with their rank; sound and vibration were fixed with them. */
export function NotificationChannels({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const services = useServices();
  if (device.platform !== 'android') return null;
  return (
    <section className="border-b border-line px-3 py-3" data-testid="device-channels">
      <h3 className="mb-1 font-semibold">{t('device.channels')}</h3>
      {device.notificationChannels.length === 0 && <p className="py-1 text-ink-3">{t('device.channelsNone')}</p>}
      {device.notificationChannels.map(({ id, name, importance, sound, vibrate }) => (
        <StateRow
          key={id}
          name={
            <>
              <span className="block truncate text-ink">{name}</span>
              <span className="block truncate font-mono text-xs text-ink-3">
                {id} · {sound ?? t('device.channelSilent')}
                {vibrate && ` · ${t('device.channelVibrates')}`}
              </span>
            </>
          }
        >
          <Rank
            label={t('device.channelRank', { name })}
            value={importance}
            onChange={(next) => void actOn(services, device.id, { action: 'rankChannel', id, importance: next })}
          />
        </StateRow>
      ))}
      <NewChannel device={device} />
    </section>
  );
}

function Rank(props: { readonly label: string; readonly value: Importance; onChange(next: Importance): void }) {
  const { t } = useTranslation();
  return (
    <Select
      label={props.label}
      className="w-40"
      value={String(props.value)}
      groups={[{ options: RANKS.map(({ rank, name }) => ({ value: String(rank), label: t(`device.ranks.${name}`) })) }]}
      onChange={(next) => props.onChange(rankOf(next))}
    />
  );
}

/** As the app would create it: with the sound that is chosen now, for good. */
function NewChannel({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const services = useServices();
  const [id, setId] = useState('');
  const [importance, setImportance] = useState<Importance>(4);
  const [sound, setSound] = useState('default');
  const create = (event: FormEvent) => {
    event.preventDefault();
    const chosen = sound === '' ? null : sound;
    void actOn(services, device.id, {
      action: 'createChannel',
      id: id.trim(),
      importance,
      sound: chosen,
      vibrate: true,
    });
    setId('');
  };
  const sounds = [
    { value: 'default', label: t('device.channelDefault') },
    ...device.sounds.map(({ name }) => ({ value: name, label: name })),
    { value: '', label: t('device.channelSilent') },
  ];
  return (
    <form className="mt-1 flex flex-wrap items-center gap-1" onSubmit={create}>
      <input
        className="h-7 min-w-0 flex-1 basis-28 rounded-md border border-line bg-surface px-2 font-mono text-sm"
        value={id}
        aria-label={t('device.channelId')}
        placeholder={t('device.channelId')}
        onChange={(event) => setId(event.target.value)}
      />
      <Rank label={t('device.channelRankNew')} value={importance} onChange={setImportance} />
      <Select
        label={t('device.channelSound')}
        className="w-32"
        value={sound}
        groups={[{ options: sounds }]}
        onChange={setSound}
      />
      <ActionButton submit disabled={id.trim() === ''}>
        {t('device.channelCreate')}
      </ActionButton>
    </form>
  );
}

import { useTranslation } from 'react-i18next';
import type { SoundEvent } from '../../core/device/types.ts';
import type { DeviceView } from '../../core/views.ts';
import { clockTime, fullTime } from '../lib/format.ts';
import { usePreferences, useWorld } from '../stores/services.ts';
import { Ledger } from './ledger.tsx';

const NONE: readonly SoundEvent[] = [];

/** What was heard and felt: what was asked for, what became of the file, and which layer decided. */
export function SoundLog({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const log = useWorld((world) => world.screens[device.id]?.sounds) ?? NONE;
  return (
    <Ledger
      title={t('device.sounds')}
      testId="device-sounds"
      none={t('device.soundsNone')}
      columns={[t('device.when'), t('device.asked'), t('device.heard'), t('device.file'), t('device.layer')]}
      lines={log.map((one) => ({
        key: one.id,
        cells: [
          <span key="at" title={fullTime(one.at, language)}>
            {clockTime(one.at)}
          </span>,
          <Name key="requested" name={one.requested} none="" />,
          <span key="played">
            <Name name={one.played} none={t('device.noSound')} />
            {one.vibrated && <span className="text-ink-3"> · {t('device.vibrated')}</span>}
          </span>,
          <FileState key="file" file={one.file ?? null} />,
          one.decidedBy === undefined ? '' : t(`device.layers.${one.decidedBy}`),
        ],
      }))}
    />
  );
}

function Name({ name, none }: { readonly name: string | null; readonly none: string }) {
  const { t } = useTranslation();
  if (name === null) return none;
  if (name === 'default') return t('device.defaultTone');
  return <code className="font-mono text-xs break-all">{name.split('/').at(-1)}</code>;
}

function FileState({ file }: { readonly file: SoundEvent['file'] }) {
  const { t } = useTranslation();
  if (file == null) return '';
  if (!file.exists) return <span className="text-bad">{t('device.fileMissing')}</span>;
  return file.playable ? t('device.fileFine') : <span className="text-bad">{t('device.fileBad')}</span>;
}

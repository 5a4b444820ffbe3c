import { BellOff, Music } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IosPushSettings } from '../../../core/im/types.ts';
import { setIos } from '../../message/edit.ts';
import { useDraft, useWorld } from '../../stores/services.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { appSoundNames, splitNames } from './app-sounds.ts';
import { SettingField } from './setting-field.tsx';
import { TriState } from './tri-state.tsx';

/** `IOSSettings.NO_SOUND_NO_VIBRATION`, as it travels. */
export const SILENT_SOUND = 'push.no_sound';

const namesOf = appSoundNames('ios');

/** Sounds that an iOS sound field offers. */
export function useIosSounds(pick: (sound: string) => void): readonly (readonly MenuItem[])[] {
  const { t } = useTranslation();
  const names = splitNames(useWorld(namesOf));
  return [
    [
      {
        id: 'sound-silent',
        label: t('push.silent'),
        hint: SILENT_SOUND,
        icon: <BellOff size={13} className="text-ink-3" aria-hidden />,
        onSelect: () => pick(SILENT_SOUND),
      },
    ],
    names.map((name) => ({
      id: `sound-${name}`,
      label: name,
      hint: t('push.inApp'),
      icon: <Music size={13} className="text-ink-3" aria-hidden />,
      onSelect: () => pick(name),
    })),
  ].filter((items) => items.length > 0);
}

export function IosSettings({ settings }: { readonly settings: IosPushSettings }) {
  const { t } = useTranslation();
  const edit = useDraft((draft) => draft.edit);
  const setSound = (value: string | undefined) => edit((message) => setIos(message, 'sound', value));
  const sounds = useIosSounds(setSound);
  return (
    <>
      <SettingField
        label={t('push.pushTitle')}
        testId="ios-title"
        counted
        value={settings.title}
        onChange={(value) => edit((message) => setIos(message, 'title', value))}
      />
      <SettingField
        label={t('push.descr')}
        testId="ios-desc"
        counted
        long
        value={settings.desc}
        onChange={(value) => edit((message) => setIos(message, 'desc', value))}
      />
      <SettingField
        label={t('push.sound')}
        testId="ios-sound"
        mono
        long
        oneLine
        value={settings.sound}
        onChange={setSound}
        suggestions={sounds}
      />
      <TriState
        label={t('push.badge')}
        testId="ios-badge"
        value={settings.badgeEnabled}
        onChange={(value) => edit((message) => setIos(message, 'badgeEnabled', value))}
      />
    </>
  );
}

import { Music } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AndroidPushSettings } from '../../../core/im/types.ts';
import { setAndroid } from '../../message/edit.ts';
import { useDraft, useWorld } from '../../stores/services.ts';
import { Row } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { appSoundNames, splitNames } from './app-sounds.ts';
import { SettingField } from './setting-field.tsx';

const namesOf = appSoundNames('android');

export function AndroidSettings({ settings }: { readonly settings: AndroidPushSettings }) {
  const { t } = useTranslation();
  const edit = useDraft((draft) => draft.edit);
  const names = splitNames(useWorld(namesOf));
  const app = useWorld((world) => world.devices.find(({ platform }) => platform === 'android')?.app.name);
  const setSound = (value: string | undefined) => edit((message) => setAndroid(message, 'sound', value));
  const suggestions = names.map((name) => {
    const uri = `android.resource://${app ?? ''}/raw/${name}`;
    return { id: `sound-${name}`, label: uri, icon: <Music size={13} aria-hidden />, onSelect: () => setSound(uri) };
  });
  return (
    <>
      <SettingField
        label={t('push.pushTitle')}
        testId="android-title"
        counted
        value={settings.title}
        onChange={(value) => edit((message) => setAndroid(message, 'title', value))}
      />
      <SettingField
        label={t('push.descr')}
        testId="android-desc"
        counted
        long
        value={settings.desc}
        onChange={(value) => edit((message) => setAndroid(message, 'desc', value))}
      />
      <SettingField
        label={t('push.sound')}
        testId="android-sound"
        mono
        long
        oneLine
        value={settings.sound}
        onChange={setSound}
        {...(suggestions.length === 0 ? {} : { suggestions: [suggestions] })}
      />
      <Row label={t('push.notifyMode')}>
        <Segmented
          label={t('push.notifyMode')}
          testId="notify-mode"
          value={settings.notifyMode === undefined ? 'unset' : settings.notifyMode === 0 ? 'normal' : 'custom'}
          onChange={(next) =>
            edit((message) =>
              setAndroid(message, 'notifyMode', next === 'unset' ? undefined : next === 'normal' ? 0 : 1),
            )
          }
          choices={[
            { value: 'unset', label: t('common.notSet') },
            { value: 'normal', label: t('push.modeNormal') },
            { value: 'custom', label: t('push.modeCustom') },
          ]}
        />
      </Row>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { KilledBy, Permission, Ringer } from '../../core/device/types.ts';
import type { DeviceAction } from '../../core/simulator-types.ts';
import type { DeviceView } from '../../core/views.ts';
import { usePhoneSound } from '../phones/audio/use-phone-sound.ts';
import { SessionField } from '../phones/controls/session-field.tsx';
import { SoundsField } from '../phones/controls/sounds-field.tsx';
import { TokenRow } from '../phones/controls/token-row.tsx';
import { phoneTexts } from '../phones/texts.ts';
import { actOn, importSound, patchDevice, usePreferences, useServices, useWorld } from '../stores/services.ts';
import { Section } from '../ui/pane.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { ActionButton, StateRow } from './rows.tsx';

interface Props {
  readonly device: DeviceView;
}

/** Account and process of the app, network, lock, permission and ringer of the phone. */
export function StateSection({ device }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <section className="px-3 pt-2 pb-3" data-testid="device-app">
        <h3 className="mb-1.5 text-sm font-semibold text-ink-2">{t('device.app', { app: device.app.label })}</h3>
        <Fields device={device} />
        <Process device={device} />
      </section>
      <Section title={t('device.phone')} testId="device-phone">
        <Switches device={device} />
      </Section>
    </>
  );
}

/** Sounds are heard where the phone is drawn; here they are only played on demand. */
const NOTHING_HEARD: readonly never[] = [];

function Fields({ device }: Props) {
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const userIds = useWorld(useShallow((world) => world.accounts.map(({ userId }) => userId)));
  const { play } = usePhoneSound(NOTHING_HEARD);
  const texts = phoneTexts(language);
  const onAction = (action: DeviceAction) => void actOn(services, device.id, action);
  return (
    <div className="ph-fields">
      <SessionField device={device} texts={texts} userIds={userIds} onAction={onAction} />
      <SoundsField
        device={device}
        texts={texts}
        onAction={onAction}
        onPlay={play}
        onImportSound={(file) => void importSound(services, device.id, file)}
      />
      <TokenRow device={device} texts={texts} />
    </div>
  );
}

const KILLERS: readonly KilledBy[] = ['user', 'system', 'forceStop'];

/** What the app's process does, and everything that can happen to app and phone. */
function Process({ device }: Props) {
  const { t } = useTranslation();
  const services = useServices();
  const { installed, process, killedBy } = device.app;
  const act = (action: DeviceAction) => () => void actOn(services, device.id, action);
  const android = device.platform === 'android';
  return (
    <div className="mt-2.5 flex flex-wrap gap-1" data-testid="device-process">
      {installed && (
        <>
          <ActionButton current={process === 'foreground'} onClick={act({ action: 'launch' })}>
            {t('device.process.foreground')}
          </ActionButton>
          <ActionButton
            current={process === 'background'}
            disabled={process === 'killed'}
            onClick={act({ action: 'background' })}
          >
            {t('device.process.background')}
          </ActionButton>
          {KILLERS.filter((by) => android || by !== 'forceStop').map((by) => (
            <ActionButton
              key={by}
              current={process === 'killed' && killedBy === by}
              onClick={act({ action: 'kill', by })}
            >
              {t(`device.process.${by}`)}
            </ActionButton>
          ))}
          {android && (
            <ActionButton onClick={act({ action: 'clearData' })}>{t('device.process.clearData')}</ActionButton>
          )}
        </>
      )}
      <ActionButton onClick={act({ action: installed ? 'uninstall' : 'install' })}>
        {t(installed ? 'device.process.uninstall' : 'device.process.install')}
      </ActionButton>
      <ActionButton onClick={act({ action: 'reboot' })}>{t('device.process.reboot')}</ActionButton>
    </div>
  );
}

const PERMISSIONS: readonly Permission[] = ['granted', 'provisional', 'denied', 'notDetermined'];
const RINGERS: readonly Ringer[] = ['normal', 'vibrate', 'silent'];

function Switches({ device }: Props) {
  const { t } = useTranslation();
  const services = useServices();
  const patch = (change: Parameters<typeof patchDevice>[2]) => void patchDevice(services, device.id, change);
  const act = (action: DeviceAction) => void actOn(services, device.id, action);
  // Only iOS has provisional permission.
  const permissions = PERMISSIONS.filter((one) => one !== 'provisional' || device.platform === 'ios');
  return (
    <>
      <StateRow name={t('device.network')}>
        <Switch label={t('device.network')} checked={device.online} onChange={(online) => patch({ online })} />
      </StateRow>
      <StateRow name={t('device.locked')}>
        <Switch
          label={t('device.locked')}
          checked={device.locked}
          onChange={(locked) => act({ action: locked ? 'lock' : 'unlock' })}
        />
      </StateRow>
      <StateRow name={t('device.permission')} testId="set-permission">
        <Select
          label={t('device.permission')}
          className="w-40"
          value={device.permission}
          groups={[{ options: permissions.map((value) => ({ value, label: t(`device.permissions.${value}`) })) }]}
          onChange={(permission) => patch({ permission })}
        />
      </StateRow>
      <StateRow name={t('device.ringer')}>
        <Select
          label={t('device.ringer')}
          className="w-40"
          value={device.ringer}
          groups={[{ options: RINGERS.map((value) => ({ value, label: t(`device.ringers.${value}`) })) }]}
          onChange={(ringer) => patch({ ringer })}
        />
      </StateRow>
      {device.platform === 'ios' && (
        <StateRow name={t('device.backgroundMode')}>
          <Switch
            label={t('device.backgroundMode')}
            checked={device.app.backgroundMode}
            onChange={(backgroundMode) => patch({ backgroundMode })}
          />
        </StateRow>
      )}
    </>
  );
}

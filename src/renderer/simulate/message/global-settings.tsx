import { Lock } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfflinePushSettings } from '../../../core/im/types.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { actOn, putSettings, putWorkspace, useDraft, useServices, useWorld } from '../../stores/services.ts';
import { Button } from '../../ui/button.tsx';
import { Row, Section } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useIosSounds } from './ios-settings.tsx';
import { SettingField } from './setting-field.tsx';

/** Accounts that the draft goes to. */
function useReceivers(): readonly string[] {
  const to = useDraft((draft) => draft.message.to);
  const from = useDraft((draft) => draft.message.from);
  const groups = useWorld((world) => world.workspace?.groups);
  return useMemo(() => {
    if ('c2c' in to) return [to.c2c];
    const group = groups?.find(({ groupId }) => groupId === to.group);
    return (group?.members ?? []).map(({ userId }) => userId).filter((userId) => userId !== from);
  }, [to, from, groups]);
}

export function GlobalSettings() {
  const { t } = useTranslation();
  const receivers = useReceivers();
  const [wanted, setWanted] = useState<string | null>(null);
  const userId = receivers.find((id) => id === wanted) ?? receivers[0];
  const known = useWorld((world) => world.accounts.some((account) => account.userId === userId));
  return (
    <Section
      title={t('global.title')}
      testId="global-settings"
      tools={
        receivers.length > 1 && userId !== undefined ? (
          <Select
            label={t('global.of')}
            look="quiet"
            testId="global-account"
            value={userId}
            groups={[{ options: receivers.map((id) => ({ value: id, label: id })) }]}
            onChange={setWanted}
          />
        ) : (
          <span className="text-sm text-ink-3">{userId}</span>
        )
      }
    >
      {userId !== undefined && known ? (
        <SettingsOf key={userId} userId={userId} />
      ) : (
        <p className="text-sm text-ink-3">{t('global.noAccount')}</p>
      )}
    </Section>
  );
}

function SettingsOf({ userId }: { readonly userId: string }) {
  const { t } = useTranslation();
  const say = useFailureText();
  const services = useServices();
  const entry = useWorld((world) => world.settings[userId]);
  useEffect(() => {
    void services.world.getState().loadSettings(userId);
  }, [services, userId]);
  if (entry === undefined) return <div className="h-24" aria-busy />;
  if (entry.state === 'known') return <SettingsForm userId={userId} settings={entry.settings} />;
  if (entry.failure.code === 'not_logged_in') return <NotLoggedIn userId={userId} />;
  return (
    <p className="text-sm text-bad" role="alert">
      {t('global.failed')} {say(entry.failure)}
    </p>
  );
}

function NotLoggedIn({ userId }: { readonly userId: string }) {
  const { t } = useTranslation();
  const services = useServices();
  const device = useWorld((world) => {
    const mine = world.devices.find(({ session }) => session.userId === userId);
    return mine ?? world.devices.find(({ session, channel }) => session.userId === null && userId.endsWith(channel));
  });
  return (
    <div className="flex gap-2 rounded-md bg-warn-soft px-2.5 py-2" data-testid="global-refused">
      <Lock size={14} className="mt-0.5 shrink-0 text-warn" aria-hidden />
      <div className="min-w-0">
        <p>{t('global.refused', { user: userId })}</p>
        <p className="text-sm text-ink-2">{t('global.refusedText')}</p>
        {device !== undefined && (
          <Button small className="mt-1.5" onClick={() => void actOn(services, device.id, { action: 'login', userId })}>
            {t('global.login', { device: device.name })}
          </Button>
        )}
      </div>
    </div>
  );
}

function SettingsForm({ userId, settings }: { readonly userId: string; readonly settings: OfflinePushSettings }) {
  const { t } = useTranslation();
  const services = useServices();
  const save = (change: Partial<OfflinePushSettings>) => void putSettings(services, userId, { ...settings, ...change });
  return (
    <>
      <Row label={t('global.enabled')}>
        <Switch
          label={t('global.enabled')}
          testId="global-enabled"
          checked={settings.enabled}
          onChange={(enabled) => save({ enabled })}
        />
        <span className="ml-2 text-sm text-ink-2">{settings.enabled ? t('common.on') : t('common.off')}</span>
      </Row>
      {!settings.enabled && <Precedence />}
      <GlobalSound
        label={t('global.c2cSound')}
        testId="global-c2c-sound"
        value={settings.c2cSound}
        onSave={(c2cSound) => save({ c2cSound })}
      />
      <GlobalSound
        label={t('global.groupSound')}
        testId="global-group-sound"
        value={settings.groupSound}
        onSave={(groupSound) => save({ groupSound })}
      />
    </>
  );
}

/** Pause after the last key before a sound is saved, ms. */
const SAVE_DELAY = 350;

function GlobalSound({
  label,
  testId,
  value,
  onSave,
}: {
  readonly label: string;
  readonly testId: string;
  readonly value: string | null;
  readonly onSave: (value: string | null) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<{ readonly value: string | null } | null>(null);
  const sounds = useIosSounds((sound) => {
    setTyped(null);
    onSave(sound);
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      onSave(typed.value);
      setTyped(null);
    }, SAVE_DELAY);
    return () => clearTimeout(timer);
  }, [typed, onSave]);
  return (
    <SettingField
      label={label}
      testId={testId}
      mono
      unsetText={t('global.systemDefault')}
      value={typed === null ? value : typed.value}
      suggestions={sounds}
      onChange={(next) => setTyped({ value: next ?? null })}
    />
  );
}

/** The reading of "global off, message on" matters only while the global switch is off. */
function Precedence() {
  const { t } = useTranslation();
  const services = useServices();
  const reading = useWorld((world) => world.workspace?.globalOffMessageOn);
  if (reading === undefined) return null;
  return (
    <div className="my-1 rounded-md bg-sunken px-2.5 py-2" data-testid="precedence">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 text-sm text-ink-2">{t('global.precedence')}</span>
        <Segmented
          label={t('global.precedence')}
          testId="precedence-choice"
          value={reading}
          onChange={(globalOffMessageOn) => void putWorkspace(services, { globalOffMessageOn })}
          choices={[
            { value: 'message', label: t('global.message') },
            { value: 'global', label: t('global.global') },
          ]}
        />
      </div>
      <p className="mt-1 text-xs text-ink-3">{t('global.precedenceText')}</p>
    </div>
  );
}

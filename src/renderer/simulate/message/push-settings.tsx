import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageOfflinePush } from '../../../core/im/types.ts';
import { cx } from '../../lib/cx.ts';
import { jsonKind } from '../../lib/format.ts';
import { setGeneral, setPush } from '../../message/edit.ts';
import { useDraft } from '../../stores/services.ts';
import { Section } from '../../ui/pane.tsx';
import { Switch } from '../../ui/switch.tsx';
import { AndroidSettings } from './android-settings.tsx';
import { IosSettings } from './ios-settings.tsx';
import { SettingField } from './setting-field.tsx';
import { TriState } from './tri-state.tsx';

/** The offline-push settings of this message: all of them, or none at all. */
export function PushSettings() {
  const { t } = useTranslation();
  const push = useDraft((draft) => draft.message.offlinePush);
  const edit = useDraft((draft) => draft.edit);
  const present = push !== undefined && push !== null;
  return (
    <Section
      title={t('push.title')}
      testId="push-settings"
      tools={
        <Switch
          label={t('push.present')}
          testId="push-present"
          checked={present}
          onChange={(on) => edit((message) => setPush(message, on ? {} : undefined))}
        />
      }
    >
      {present ? <PushTabs push={push} /> : <p className="text-sm text-ink-3">{t('push.absent')}</p>}
    </Section>
  );
}

function PushTabs({ push }: { readonly push: MessageOfflinePush }) {
  const { t } = useTranslation();
  const tab = useDraft((draft) => draft.tab);
  const setTab = useDraft((draft) => draft.setTab);
  const set = {
    general: [push.enabled, push.title, push.descr, push.ext].some((value) => value !== undefined && value !== null),
    android: Object.keys(push.android ?? {}).length > 0,
    ios: Object.keys(push.ios ?? {}).length > 0,
  };
  return (
    <Tabs.Root value={tab} onValueChange={setTab}>
      <Tabs.List aria-label={t('push.tabs')} className="hairline-b relative mb-1.5 flex gap-3">
        {(['general', 'android', 'ios'] as const).map((value) => (
          <Tabs.Tab
            key={value}
            value={value}
            data-testid={`tab-${value}`}
            className="flex h-7 items-center gap-1.5 text-base text-ink-2 hover:text-ink data-[active]:text-ink"
          >
            {t(`push.${value}`)}
            {set[value] && <span role="img" aria-label={t('push.setMark')} className="size-1 rounded-full bg-accent" />}
          </Tabs.Tab>
        ))}
        <Tabs.Indicator className="absolute bottom-[-1px] left-[var(--active-tab-left)] h-0.5 w-[var(--active-tab-width)] rounded-full bg-ink transition-all duration-150" />
      </Tabs.List>
      <Panel value="general">
        <General push={push} />
      </Panel>
      <Panel value="android">
        <AndroidSettings settings={push.android ?? {}} />
      </Panel>
      <Panel value="ios">
        <IosSettings settings={push.ios ?? {}} />
      </Panel>
    </Tabs.Root>
  );
}

function Panel({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  return (
    <Tabs.Panel value={value} tabIndex={-1} className="outline-none">
      {children}
    </Tabs.Panel>
  );
}

function General({ push }: { readonly push: MessageOfflinePush }) {
  const { t } = useTranslation();
  const edit = useDraft((draft) => draft.edit);
  return (
    <>
      <TriState
        label={t('push.enabled')}
        testId="push-enabled"
        value={push.enabled}
        onChange={(value) => edit((message) => setGeneral(message, 'enabled', value))}
      />
      <SettingField
        label={t('push.pushTitle')}
        testId="push-title"
        counted
        value={push.title}
        onChange={(value) => edit((message) => setGeneral(message, 'title', value))}
      />
      <SettingField
        label={t('push.descr')}
        testId="push-descr"
        counted
        long
        value={push.descr}
        onChange={(value) => edit((message) => setGeneral(message, 'descr', value))}
      />
      <SettingField
        label={t('push.ext')}
        testId="push-ext"
        counted
        long
        mono
        value={push.ext}
        hint={<ExtHint ext={push.ext} />}
        onChange={(value) => edit((message) => setGeneral(message, 'ext', value))}
      />
    </>
  );
}

function ExtHint({ ext }: { readonly ext: string | null | undefined }) {
  const { t } = useTranslation();
  if (ext === null || ext === undefined || ext === '') return null;
  const kind = jsonKind(ext);
  const text = { object: t('push.jsonObject'), other: t('push.jsonOther'), none: t('push.jsonNone') }[kind];
  return <p className={cx('-mt-1 pb-1 text-2xs', kind === 'object' ? 'text-ok' : 'text-warn')}>{text}</p>;
}

import { ChevronDown, Ellipsis, FileDown, FileUp, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openText, saveText } from '../../lib/desktop.ts';
import { PRESET_IDS } from '../../message/presets.ts';
import { useDraft, useServices } from '../../stores/services.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Pane } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Elements } from './elements.tsx';
import { Envelope } from './envelope.tsx';
import { GlobalSettings } from './global-settings.tsx';
import { JsonView } from './json-view.tsx';
import { PushSettings } from './push-settings.tsx';
import { SendBar } from './send-bar.tsx';

export function MessagePane() {
  const { t } = useTranslation();
  const view = useDraft((draft) => draft.view);
  const setView = useDraft((draft) => draft.setView);
  return (
    <Pane
      testId="message-pane"
      title={t('message.title')}
      scroll={view === 'form'}
      foot={<SendBar />}
      tools={
        <>
          <Presets />
          <MoreMenu />
          <Segmented
            label={t('message.view')}
            testId="message-view"
            value={view}
            onChange={setView}
            choices={[
              { value: 'form', label: t('message.form') },
              { value: 'json', label: t('message.json') },
            ]}
          />
        </>
      }
    >
      {view === 'form' ? (
        <>
          <Envelope />
          <Elements />
          <PushSettings />
          <GlobalSettings />
        </>
      ) : (
        <JsonView />
      )}
    </Pane>
  );
}

function Presets() {
  const { t } = useTranslation();
  const preset = useDraft((draft) => draft.use);
  return (
    <Menu
      trigger={
        <Button small look="quiet" data-testid="presets">
          {t('message.presets')} <ChevronDown size={12} aria-hidden />
        </Button>
      }
      sections={[
        PRESET_IDS.slice(0, 1).map((id) => ({
          id: `preset-${id}`,
          label: t(`preset.${id}`),
          onSelect: () => preset(id),
        })),
        PRESET_IDS.slice(1).map((id) => ({ id: `preset-${id}`, label: t(`preset.${id}`), onSelect: () => preset(id) })),
      ]}
    />
  );
}

function MoreMenu() {
  const { t } = useTranslation();
  const { draft, desktop } = useServices();
  const open = async () => {
    const text = await openText(desktop);
    if (text === null) return;
    draft.getState().editText(text);
    if (draft.getState().problems.length > 0) draft.getState().setView('json');
  };
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={t('message.more')} data-testid="message-more" />}
      sections={[
        [
          {
            id: 'reset-draft',
            label: t('message.reset'),
            icon: <RotateCcw size={13} className="text-ink-3" aria-hidden />,
            onSelect: () => draft.getState().use('specification'),
          },
        ],
        [
          {
            id: 'open-file',
            label: t('message.open'),
            icon: <FileUp size={13} className="text-ink-3" aria-hidden />,
            onSelect: () => void open(),
          },
          {
            id: 'save-file',
            label: t('message.save'),
            icon: <FileDown size={13} className="text-ink-3" aria-hidden />,
            onSelect: () => void saveText(desktop, 'message.json', `${draft.getState().text}\n`),
          },
        ],
      ]}
    />
  );
}

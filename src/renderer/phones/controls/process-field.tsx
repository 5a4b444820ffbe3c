import { ArrowDownToLine, Maximize2, PackageMinus, PackagePlus, PanelBottomClose, Skull, Zap } from 'lucide-react';
import { useId, useState } from 'react';
import type { DeviceAction } from '../../../core/simulator-types.ts';
import type { DeviceView } from '../../../core/views.ts';
import type { PhoneTexts } from '../texts.ts';
import { PopupAction, PopupField } from './popup.tsx';

/** What the app's process does, in a word. */
function processWord({ app }: DeviceView, texts: PhoneTexts): string {
  if (!app.installed) return texts.notInstalled;
  if (app.process === 'foreground') return texts.foreground;
  if (app.process === 'background') return texts.background;
  if (app.killedBy === null) return texts.killed;
  return app.killedBy === 'system' ? texts.killedBySystem : texts.killedByUser;
}

/** The app's process: bring it to the front or the back, kill it, install or uninstall the app. */
export function ProcessField(props: {
  readonly device: DeviceView;
  readonly texts: PhoneTexts;
  onAction(action: DeviceAction): void;
}) {
  const { device, texts } = props;
  const word = processWord(device, texts);
  return (
    <PopupField
      label={texts.app}
      name={`${texts.control(texts.app, device.name)}: ${word}`}
      value={
        <>
          <i className="ph-dot" data-on={device.app.process === 'foreground' || undefined} />
          {word}
        </>
      }
    >
      {(close) => (
        <ProcessActions
          device={device}
          texts={texts}
          act={(action) => {
            props.onAction(action);
            close();
          }}
        />
      )}
    </PopupField>
  );
}

interface ActionsProps {
  readonly device: DeviceView;
  readonly texts: PhoneTexts;
  act(action: DeviceAction): void;
}

function ProcessActions({ device, texts, act }: ActionsProps) {
  const { installed, process, killedBy } = device.app;
  if (!installed) {
    return (
      <PopupAction icon={<PackagePlus aria-hidden="true" />} onClick={() => act({ action: 'install' })}>
        {texts.install}
      </PopupAction>
    );
  }
  return (
    <>
      <PopupAction
        icon={<Maximize2 aria-hidden="true" />}
        current={process === 'foreground'}
        onClick={() => act({ action: process === 'background' ? 'foreground' : 'launch' })}
      >
        {texts.launch}
      </PopupAction>
      <PopupAction
        icon={<PanelBottomClose aria-hidden="true" />}
        current={process === 'background'}
        onClick={() => act({ action: 'background' })}
      >
        {texts.toBackground}
      </PopupAction>
      <UnreadForm texts={texts} onReport={(unread) => act({ action: 'background', unread })} />
      <hr className="ph-popup-line" />
      <PopupAction
        icon={<Skull aria-hidden="true" />}
        current={process === 'killed' && killedBy === 'user'}
        onClick={() => act({ action: 'kill', by: 'user' })}
      >
        {texts.killUser}
      </PopupAction>
      <PopupAction
        icon={<Zap aria-hidden="true" />}
        current={process === 'killed' && killedBy === 'system'}
        onClick={() => act({ action: 'kill', by: 'system' })}
      >
        {texts.killSystem}
      </PopupAction>
      <hr className="ph-popup-line" />
      <PopupAction icon={<PackageMinus aria-hidden="true" />} onClick={() => act({ action: 'uninstall' })}>
        {texts.uninstall}
      </PopupAction>
    </>
  );
}

function UnreadForm({ texts, onReport }: { readonly texts: PhoneTexts; onReport(unread: number): void }) {
  const id = useId();
  const [typed, setTyped] = useState('0');
  const unread = /^\d{1,6}$/u.test(typed.trim()) ? Number(typed) : null;
  return (
    <form
      className="ph-popup-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (unread !== null) onReport(unread);
      }}
    >
      <ArrowDownToLine aria-hidden="true" />
      <label htmlFor={id}>{texts.reportUnread}</label>
      <input
        id={id}
        className="ph-input ph-input-number"
        inputMode="numeric"
        value={typed}
        aria-invalid={unread === null}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="ph-button" disabled={unread === null}>
        {texts.report}
      </button>
    </form>
  );
}

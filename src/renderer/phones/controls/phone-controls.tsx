import { Switch } from '@base-ui/react/switch';
import { ChevronRight, Eraser, Lock, LockOpen, PanelTopClose, PanelTopOpen } from 'lucide-react';
import type { Permission, Ringer } from '../../../core/device/types.ts';
import type { PhoneProps } from '../phone.tsx';
import type { PhoneTexts } from '../texts.ts';
import type { Glass } from '../use-glass.ts';
import { type Choice, ChoiceField } from './choice-field.tsx';
import { ProcessField } from './process-field.tsx';
import { SessionField } from './session-field.tsx';
import { SoundsField } from './sounds-field.tsx';
import { TokenRow } from './token-row.tsx';

type PopUps = 'on' | 'off';

type ControlsProps = PhoneProps & {
  readonly texts: PhoneTexts;
  readonly glass: Glass;
  onPlay(soundId: string): void;
};

/** Everything under a phone. It changes the phone's state and knows nothing of what follows from it. */
export function PhoneControls(props: ControlsProps) {
  const { device, texts, onAction, onPatch } = props;
  return (
    <fieldset className="ph-controls" aria-label={texts.controlsOf(device.name)}>
      <ButtonRow {...props} />
      <div className="ph-fields">
        <SessionField device={device} texts={texts} userIds={props.userIds ?? []} onAction={onAction} />
        <ProcessField device={device} texts={texts} onAction={onAction} />
        <ChoiceField<Permission>
          label={texts.permission}
          name={texts.control(texts.permission, device.name)}
          value={device.permission}
          choices={permissions(props)}
          onChange={(permission) => onPatch({ permission })}
        />
        <ChoiceField<Ringer>
          label={texts.ringer}
          name={texts.control(texts.ringer, device.name)}
          value={device.ringer}
          choices={[
            { value: 'normal', label: texts.normal },
            { value: 'vibrate', label: texts.vibrate },
            { value: 'silent', label: texts.silent },
          ]}
          onChange={(ringer) => onPatch({ ringer })}
        />
        {device.platform === 'android' && (
          <ChoiceField<PopUps>
            label={texts.popUps}
            name={texts.control(texts.popUps, device.name)}
            value={device.settings.popUps === true ? 'on' : 'off'}
            choices={[
              { value: 'on', label: texts.popUpsOn },
              { value: 'off', label: texts.popUpsOff },
            ]}
            onChange={(popUps) => onPatch({ settings: { popUps: popUps === 'on' } })}
          />
        )}
        <SoundsField
          device={device}
          texts={texts}
          onAction={onAction}
          onPlay={props.onPlay}
          onImportSound={props.onImportSound}
        />
        <TokenRow device={device} texts={texts} />
      </div>
      <a className="ph-more" href={props.more} data-testid={`more-${device.id}`}>
        {texts.allOfIt}
        <ChevronRight aria-hidden="true" />
      </a>
    </fieldset>
  );
}

function permissions({ device, texts }: ControlsProps): Choice<Permission>[] {
  const all: Choice<Permission>[] = [
    { value: 'granted', label: texts.granted },
    { value: 'provisional', label: texts.provisionalShort },
    { value: 'denied', label: texts.deniedShort },
    { value: 'notDetermined', label: texts.notDetermined },
  ];
  // Only iOS has provisional permission.
  return all.filter(({ value }) => value !== 'provisional' || device.platform === 'ios' || device.permission === value);
}

function ButtonRow({ device, screen, texts, glass, onAction, onPatch }: ControlsProps) {
  const { locked, name } = device;
  return (
    <div className="ph-buttons">
      <span className="ph-switch-label">
        <Switch.Root
          className="ph-switch"
          checked={device.online}
          aria-label={texts.control(texts.network, name)}
          onCheckedChange={(online) => onPatch({ online })}
        >
          <Switch.Thumb className="ph-switch-thumb" />
        </Switch.Root>
        <span aria-hidden="true">{texts.network}</span>
      </span>
      <span className="ph-buttons-gap" />
      <button
        type="button"
        className="ph-button"
        aria-label={texts.control(texts.shade, name)}
        aria-pressed={glass.shadeOpen}
        disabled={locked}
        onClick={() => glass.setShadeOpen(!glass.shadeOpen)}
      >
        {glass.shadeOpen ? <PanelTopClose aria-hidden="true" /> : <PanelTopOpen aria-hidden="true" />}
        <span className="ph-button-text">{texts.shade}</span>
      </button>
      <button
        type="button"
        className="ph-button"
        aria-label={texts.control(texts.clear, name)}
        disabled={screen.notifications.length === 0}
        onClick={() => onAction({ action: 'clear' })}
      >
        <Eraser aria-hidden="true" />
        <span className="ph-button-text">{texts.clear}</span>
      </button>
      <button
        type="button"
        className="ph-button"
        aria-label={texts.control(locked ? texts.unlock : texts.lock, name)}
        onClick={() => onAction({ action: locked ? 'unlock' : 'lock' })}
      >
        {locked ? <LockOpen aria-hidden="true" /> : <Lock aria-hidden="true" />}
        <span className="ph-button-text">{locked ? texts.unlock : texts.lock}</span>
      </button>
    </div>
  );
}

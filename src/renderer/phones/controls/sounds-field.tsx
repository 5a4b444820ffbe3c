import { FileUp, Play, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { AppSound } from '../../../core/device/types.ts';
import type { DeviceAction } from '../../../core/simulator-types.ts';
import type { DeviceView } from '../../../core/views.ts';
import type { PhoneTexts } from '../texts.ts';
import { PopupField } from './popup.tsx';

interface SoundsProps {
  readonly device: DeviceView;
  readonly texts: PhoneTexts;
  onAction(action: DeviceAction): void;
  onPlay(soundId: string): void;
  readonly onImportSound?: ((file: File) => void) | undefined;
}

/** The sound files inside the app: hear them, remove them, add one. */
export function SoundsField(props: SoundsProps) {
  const { device, texts } = props;
  const count = device.sounds.length;
  return (
    <PopupField
      label={texts.sounds}
      name={`${texts.control(texts.sounds, device.name)}: ${count}`}
      value={count === 0 ? '0' : device.sounds.map((sound) => sound.name).join(', ')}
    >
      {() => (
        <>
          {count === 0 && <p className="ph-popup-note">{texts.soundsNone}</p>}
          <ul className="ph-sounds">
            {device.sounds.map((sound) => (
              <SoundRow key={sound.soundId + sound.name} sound={sound} {...props} />
            ))}
          </ul>
          {props.onImportSound !== undefined && <ImportButton texts={texts} onImport={props.onImportSound} />}
        </>
      )}
    </PopupField>
  );
}

function SoundRow({ sound, texts, onPlay, onAction }: SoundsProps & { readonly sound: AppSound }) {
  return (
    <li>
      <button
        type="button"
        className="ph-icon-button"
        aria-label={texts.play(sound.name)}
        onClick={() => onPlay(sound.soundId)}
      >
        <Play aria-hidden="true" />
      </button>
      <span className="ph-sound-name">{sound.name}</span>
      <span className="ph-sound-facts">
        {sound.codec}
        {sound.duration > 0 && ` · ${texts.seconds(sound.duration)}`}
      </span>
      <button
        type="button"
        className="ph-icon-button"
        aria-label={texts.remove(sound.name)}
        onClick={() => onAction({ action: 'removeSound', name: sound.name })}
      >
        <Trash2 aria-hidden="true" />
      </button>
    </li>
  );
}

function ImportButton({ texts, onImport }: { readonly texts: PhoneTexts; onImport(file: File): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="ph-popup-action" onClick={() => input.current?.click()}>
        <FileUp aria-hidden="true" />
        <span>{texts.importSound}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept="audio/*,.caf,.aif,.aiff,.wav,.mp3,.ogg,.m4a"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was changed.
          event.target.value = '';
          if (file !== undefined) onImport(file);
        }}
      />
    </>
  );
}

import { RotateCcw, Vibrate, Volume2, VolumeX } from 'lucide-react';
import type { DeviceView } from '../../../core/views.ts';
import type { PhoneSound } from '../audio/use-phone-sound.ts';
import { type Heard, heardOf } from '../logic/arrivals.ts';
import type { PhoneTexts } from '../texts.ts';
import { LevelMeter } from './level-meter.tsx';

function words(heard: Heard | null, texts: PhoneTexts): string {
  if (heard === null) return texts.nothingYet;
  if (heard.kind === 'nothing') return texts.noSound;
  if (heard.kind === 'vibration') return texts.vibrationOnly;
  return heard.isDefault ? texts.defaultSound : heard.name;
}

function Sign({ heard }: { readonly heard: Heard | null }) {
  if (heard?.kind === 'sound') return <Volume2 aria-hidden="true" />;
  return heard?.kind === 'vibration' ? <Vibrate aria-hidden="true" /> : <VolumeX aria-hidden="true" />;
}

/** What was last heard or felt, with a level meter and a way to hear it again. */
export function SoundLine(props: {
  readonly device: DeviceView;
  readonly texts: PhoneTexts;
  readonly sound: PhoneSound;
}) {
  const { device, texts, sound } = props;
  const heard = sound.last === null ? null : heardOf(sound.last);
  const soundId = sound.last?.soundId ?? null;
  const name = words(heard, texts);
  const hint = sound.problem === 'blocked' ? texts.soundBlocked : sound.problem === 'failed' ? texts.soundFailed : null;
  return (
    <div className="ph-sound" data-heard={heard?.kind ?? 'never'}>
      <div className="ph-sound-line">
        <Sign heard={heard} />
        <span className="ph-sound-words" key={sound.arrivals} data-fresh={sound.arrivals > 0 || undefined}>
          {name}
          {heard?.kind === 'sound' && heard.vibrated && <small>{texts.vibrated}</small>}
        </span>
        {heard?.kind === 'sound' && <LevelMeter analyser={sound.analyser} shape={sound.shape} label={texts.level} />}
        {soundId !== null && (
          <button
            type="button"
            className="ph-icon-button"
            aria-label={texts.replay(name, device.name)}
            onClick={() => sound.play(soundId)}
          >
            <RotateCcw aria-hidden="true" />
          </button>
        )}
      </div>
      {hint !== null && (
        <p className="ph-hint" role="status">
          {hint}
        </p>
      )}
    </div>
  );
}

import './phone.css';
import './parts/notifications.css';
import './parts/chat-screen.css';
import './controls/controls.css';
import './controls/popup.css';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { DeviceAction, DevicePatch } from '../../core/simulator-types.ts';
import type { DeviceView, ScreenView } from '../../core/views.ts';
import { usePhoneSound } from './audio/use-phone-sound.ts';
import { PhoneControls } from './controls/phone-controls.tsx';
import { SoundLine } from './controls/sound-line.tsx';
import { faceOf } from './logic/arrivals.ts';
import type { Language } from './logic/clock.ts';
import { PhoneBody } from './phone-body.tsx';
import { PhoneHead } from './phone-head.tsx';
import { serviceOf, skinFor } from './skins/registry.ts';
import type { GlassProps } from './skins/skin.ts';
import { phoneTexts } from './texts.ts';
import { useCalm, useSteadyHandlers } from './use-calm.ts';
import { shake, useGlass } from './use-glass.ts';

export interface PhoneProps {
  readonly device: DeviceView;
  readonly screen: ScreenView;
  onAction(action: DeviceAction): void;
  onPatch(patch: DevicePatch): void;
  /** Absent: sounds cannot be imported here. */
  readonly onImportSound?: ((file: File) => void) | undefined;
  /** Accounts to propose for a login; any other may be typed. */
  readonly userIds?: readonly string[] | undefined;
  readonly language: Language;
  /** Something is about this phone right now: it is ringed with the accent. */
  readonly highlight: boolean;
  /** `few`: what is used most, and the way to the rest at `more`; `none`: the phone alone. */
  readonly controls: 'few' | 'none';
  /** Address of the phone's own page. */
  readonly more: string;
  /** ms on the simulator's clock. */
  readonly now: number;
}

/** The shortest time between two drawings of a phone, ms. */
const CALM_MS = 120;
/** No clock on a phone is finer. */
const SECOND = 1000;

/**
 * One phone: its state, the drawn phone with what its user would see, what is heard, and the controls that change the
 * same state as the API. It is as wide as its parent (280 px is life size here).
 */
export function Phone(props: PhoneProps) {
  const { device, screen } = props;
  const state = useCalm(
    useMemo(() => ({ device, screen }), [device, screen]),
    CALM_MS,
  );
  const now = Math.floor(props.now / SECOND) * SECOND;
  return <CalmPhone {...props} {...useSteadyHandlers(props)} {...state} now={now} />;
}

const CalmPhone = memo(function CalmPhone(props: PhoneProps) {
  const { device, screen, language, onAction } = props;
  const skin = skinFor(device);
  const texts = phoneTexts(language);
  const face = faceOf(device);
  const body = useRef<HTMLDivElement>(null);
  const light = useRef<HTMLDivElement>(null);
  const sound = usePhoneSound(screen.sounds);
  const glass = useGlass(screen.notifications, face, light);
  const vibrated = sound.last?.vibrated === true;

  useEffect(() => {
    if (sound.arrivals > 0 && vibrated) shake(body.current);
  }, [sound.arrivals, vibrated]);

  const glassProps: GlassProps = {
    skin,
    device,
    screen,
    language,
    texts,
    now: props.now,
    actions: {
      tap: (notificationId) => onAction({ action: 'tap', notificationId }),
      dismiss: (notificationId) => onAction({ action: 'dismiss', notificationId }),
      clear: () => onAction({ action: 'clear' }),
      launch: () => onAction({ action: 'launch' }),
      home: () => onAction({ action: 'background' }),
      unlock: () => onAction({ action: 'unlock' }),
      openShade: () => glass.setShadeOpen(true),
      closeShade: () => glass.setShadeOpen(false),
    },
  };
  return (
    <article
      className="ph"
      data-device={device.id}
      data-skin={skin.id}
      data-kind={skin.look === undefined ? undefined : 'android'}
      data-highlight={props.highlight || undefined}
      aria-label={texts.phone(device.name)}
    >
      <PhoneHead device={device} texts={texts} service={serviceOf(device.channel)} />
      <PhoneBody {...glassProps} face={face} glass={glass} body={body} light={light} />
      <SoundLine device={device} texts={texts} sound={sound} />
      {props.controls === 'few' && <PhoneControls {...props} texts={texts} glass={glass} onPlay={sound.play} />}
    </article>
  );
});

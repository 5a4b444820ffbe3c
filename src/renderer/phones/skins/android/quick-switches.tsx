import { BatteryLow, BellOff, BellRing, Flashlight, MoonStar, Plane, Vibrate, Wifi } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GlassProps } from '../skin.ts';

interface QuickSwitch {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly icon: ReactNode;
}

/** The phone's own state as its switches would show it; pictures, not controls. */
function switchesOf({ device, texts }: Pick<GlassProps, 'device' | 'texts'>): readonly QuickSwitch[] {
  const { ringer, online, conditions } = device;
  const ringers = {
    normal: [texts.normal, <BellRing key="ring" />],
    vibrate: [texts.vibrate, <Vibrate key="vibrate" />],
    silent: [texts.silent, <BellOff key="silent" />],
  } as const;
  const [sound, soundIcon] = ringers[ringer];
  return [
    { id: 'network', label: texts.tileNetwork, on: online, icon: online ? <Wifi /> : <Plane /> },
    { id: 'sound', label: sound, on: ringer !== 'silent', icon: soundIcon },
    { id: 'dnd', label: texts.tileDnd, on: (conditions.dnd ?? 'off') !== 'off', icon: <MoonStar /> },
    { id: 'saver', label: texts.tileSaver, on: conditions.powerSaver === true, icon: <BatteryLow /> },
    { id: 'torch', label: texts.tileTorch, on: false, icon: <Flashlight /> },
  ];
}

/** Two rows of wide switches, or one row of round ones. */
export function QuickSwitches(props: Pick<GlassProps, 'device' | 'texts'> & { readonly shape: 'tiles' | 'rounds' }) {
  const all = switchesOf(props);
  return (
    <div className={`an-${props.shape}`} aria-hidden="true">
      {(props.shape === 'tiles' ? all.slice(0, 4) : all).map(({ id, label, on, icon }) => (
        <span key={id} className="an-switch" data-on={on || undefined}>
          {icon}
          {props.shape === 'tiles' && <span>{label}</span>}
        </span>
      ))}
    </div>
  );
}

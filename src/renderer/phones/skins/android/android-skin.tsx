import './android.css';
import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { clockText, dateText } from '../../logic/clock.ts';
import { ClockDigits } from '../../parts/clock-digits.tsx';
import { Dock, HomeGrid } from '../../parts/home-grid.tsx';
import { BatteryGlyph, PlaneGlyph, RingerGlyph, SignalGlyph, WifiGlyph } from '../../parts/status-glyphs.tsx';
import type { GlassProps, Skin } from '../skin.ts';
import { AndroidCard } from './android-card.tsx';
import { type AndroidLook, lookOf } from './look.ts';

function StatusBar({ device, language, now, showClock }: GlassProps & { readonly showClock: boolean }) {
  return (
    <div className="an-status" aria-hidden="true">
      <span>{showClock && clockText(now, 'miui', language)}</span>
      <span className="an-status-right">
        <RingerGlyph ringer={device.ringer} />
        {device.online ? (
          <>
            <WifiGlyph />
            <SignalGlyph on round={false} />
          </>
        ) : (
          <PlaneGlyph />
        )}
        <BatteryGlyph text={null} />
      </span>
    </div>
  );
}

type ClockProps = Pick<GlassProps, 'skin' | 'language' | 'now'> & { readonly oneLine?: boolean };

function BigClock({ skin, language, now, oneLine = false }: ClockProps) {
  const look = lookOf(skin);
  const time = clockText(now, 'miui', language);
  const rows = look.clockLines === 2 && !oneLine ? time.split(':') : [time];
  return (
    <div className="an-clock">
      <span className="an-digits">
        {rows.map((row, index) => (
          <ClockDigits key={index === 0 ? 'hours' : 'minutes'} text={row} stroke={look.stroke} />
        ))}
      </span>
      <span className="ph-sr">{time}</span>
      <span className="an-date">{dateText(now, 'miui', language)}</span>
    </div>
  );
}

function Shade({ list, ...props }: Parameters<Skin['Shade']>[0]) {
  const { texts, actions } = props;
  return (
    <div className="an-shade">
      <BigClock {...props} oneLine />
      {list ?? <p className="ph-empty">{texts.noNotifications}</p>}
      {list !== null && (
        <button type="button" className="an-clear" aria-label={texts.clearAll} onClick={actions.clear}>
          <Trash2 aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function Lock(props: Parameters<Skin['Lock']>[0]) {
  return (
    <div className="an-lock">
      <BigClock {...props} />
      <div className="an-lock-list">{props.list}</div>
    </div>
  );
}

function Home(props: GlassProps) {
  return (
    <div className="an-home">
      {lookOf(props.skin).homeClock && <BigClock {...props} />}
      <HomeGrid {...props} />
      <Dock />
    </div>
  );
}

function Wallpaper({ skin }: { readonly skin: Skin }) {
  const id = useId();
  const { sky, waves } = lookOf(skin).wallpaper;
  return (
    <svg className="ph-wallpaper" viewBox="0 0 360 790" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="0.25" y2="1">
          {sky.map((colour, index) => (
            <stop key={colour} offset={index / Math.max(1, sky.length - 1)} stopColor={colour} />
          ))}
        </linearGradient>
      </defs>
      <rect width="360" height="790" fill={`url(#${id})`} />
      {waves.map(([path, colour, opacity]) => (
        <path key={path} d={path} fill={colour} opacity={opacity} />
      ))}
    </svg>
  );
}

function Hardware() {
  return (
    <>
      <i className="an-key an-key-volume" />
      <i className="an-key an-key-power" />
    </>
  );
}

const Cutout = () => <span className="an-hole" aria-hidden="true" />;

/** The skin of an Android system from what tells it from the others. */
export const androidSkin = (look: AndroidLook): Skin => ({
  id: look.id,
  service: look.service,
  clock: 'miui',
  fontFamily: look.fontFamily,
  look,
  Hardware,
  Cutout,
  StatusBar,
  Wallpaper,
  Lock,
  Home,
  Shade,
  Card: AndroidCard,
});

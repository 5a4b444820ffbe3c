import './android-colours.css';
import './android.css';
import './android-shade.css';
import { Camera, Fingerprint, Flashlight, Search, Trash2, X } from 'lucide-react';
import { clockText, dateText } from '../../logic/clock.ts';
import { AppGlyph } from '../../parts/app-mark.tsx';
import { ClockDigits } from '../../parts/clock-digits.tsx';
import { Dock, HomeGrid } from '../../parts/home-grid.tsx';
import {
  BatteryGlyph,
  MoonGlyph,
  PlaneGlyph,
  RingerGlyph,
  SignalGlyph,
  WifiGlyph,
} from '../../parts/status-glyphs.tsx';
import type { GlassProps, Skin } from '../skin.ts';
import { AndroidCard, AndroidGroupCard, androidHasMore } from './android-card.tsx';
import { type AndroidLook, lookOf, varsOf } from './look.ts';
import { QuickSwitches } from './quick-switches.tsx';
import { AndroidWallpaper } from './wallpaper.tsx';

function StatusBar({ device, screen, language, now, showClock }: GlassProps & { readonly showClock: boolean }) {
  return (
    <div className="an-status" aria-hidden="true">
      <span className="an-status-left">
        {showClock && clockText(now, 'miui', language)}
        {screen.statusIcon && <AppGlyph />}
      </span>
      <span className="an-status-right">
        <MoonGlyph conditions={device.conditions} />
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
  const { lines, stroke, breadth, align } = lookOf(skin).clock;
  const time = clockText(now, 'miui', language);
  const rows = lines === 2 && !oneLine ? time.split(':') : [time];
  return (
    <div className="an-clock" data-align={align}>
      <span className="an-digits">
        {rows.map((row, index) => (
          <ClockDigits key={index === 0 ? 'hours' : 'minutes'} text={row} stroke={stroke} breadth={breadth} />
        ))}
      </span>
      <span className="ph-sr">{time}</span>
      <span className="an-date">{dateText(now, 'miui', language)}</span>
    </div>
  );
}

function ShadeHead(props: GlassProps) {
  const { head } = lookOf(props.skin).shade;
  if (head === 'clock') return <BigClock {...props} oneLine />;
  const date = dateText(props.now, 'miui', props.language);
  if (head === 'title')
    return (
      <div className="an-shade-title">
        <strong>{props.texts.notificationsTitle}</strong>
        <span>{date}</span>
      </div>
    );
  return (
    <div className="an-shade-switches">
      <span className="an-shade-date">{date}</span>
      <QuickSwitches {...props} shape={head} />
    </div>
  );
}

function Shade({ list, ...props }: Parameters<Skin['Shade']>[0]) {
  const { skin, device, texts, actions } = props;
  const { shade, tellsOff } = lookOf(skin);
  const isOff = tellsOff && (device.permission === 'denied' || device.permission === 'notDetermined');
  return (
    <div className="an-shade">
      <ShadeHead {...props} />
      {isOff && <p className="an-off">{texts.notificationsOff(device.app.label)}</p>}
      {list ?? (!isOff && <p className="ph-empty">{texts.noNotifications}</p>)}
      {list !== null && (
        <button
          type="button"
          className="an-clear"
          data-shape={shade.clear}
          aria-label={texts.clearAll}
          onClick={actions.clear}
        >
          {shade.clear === 'word' && texts.clearShort}
          {shade.clear === 'trash' && <Trash2 aria-hidden="true" />}
          {shade.clear === 'cross' && <X aria-hidden="true" />}
        </button>
      )}
    </div>
  );
}

function Lock(props: Parameters<Skin['Lock']>[0]) {
  const { lockFoot } = lookOf(props.skin);
  return (
    <div className="an-lock">
      <BigClock {...props} />
      <div className="an-lock-list">{props.list}</div>
      {lockFoot !== 'nothing' && (
        <div className="an-foot" data-kind={lockFoot} aria-hidden="true">
          {lockFoot === 'fingerprint' ? (
            <Fingerprint />
          ) : (
            <>
              <Flashlight />
              <Camera />
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Home(props: GlassProps) {
  const { home } = lookOf(props.skin);
  return (
    <div className="an-home" data-top={home.top}>
      {(home.top === 'clock' || home.top === 'widget') && <BigClock {...props} oneLine />}
      {home.top === 'glance' && <span className="an-glance">{dateText(props.now, 'miui', props.language)}</span>}
      <HomeGrid {...props} />
      <Dock />
      {home.search && (
        <span className="an-search" aria-hidden="true">
          <Search /> {props.texts.search}
        </span>
      )}
    </div>
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
  clock: 'miui',
  fontFamily: look.fontFamily,
  vars: varsOf(look),
  look,
  longPress: 'channel',
  silent: look.silent,
  hasMore: androidHasMore,
  Hardware,
  Cutout,
  StatusBar,
  Wallpaper: AndroidWallpaper,
  Lock,
  Home,
  Shade,
  Card: AndroidCard,
  ...(look.group === 'lines' ? { GroupCard: AndroidGroupCard } : {}),
});

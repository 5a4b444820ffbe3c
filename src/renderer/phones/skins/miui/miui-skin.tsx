import './miui.css';
import { BellOff, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { ageText, clockText, dateText } from '../../logic/clock.ts';
import { AppMark } from '../../parts/app-mark.tsx';
import { ClockDigits } from '../../parts/clock-digits.tsx';
import { Dock, HomeGrid } from '../../parts/home-grid.tsx';
import { textWidth } from '../../parts/measure.ts';
import { BatteryGlyph, PlaneGlyph, RingerGlyph, SignalGlyph, WifiGlyph } from '../../parts/status-glyphs.tsx';
import { CutLabel } from '../../parts/text.tsx';
import type { CardProps, GlassProps, Skin } from '../skin.ts';

const family =
  'MiSans, "MiSans VF", Roboto, "HarmonyOS Sans SC", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

// Points of a 360 dp wide screen; sizes and line counts are an estimate, Xiaomi publishes none (unconfirmed).
const TITLE = { family, size: 14.5, weight: 600 };
const BODY = { family, size: 13.5, weight: 400 };
const AGE = { family, size: 11.5, weight: 400 };
const TEXT_WIDTH = 360 - 2 * 12 - 2 * 14 - 46 - 12;
const LINES = { list: 2, banner: 1 } as const;

function Card({ note, label, place, language, texts, now }: CardProps) {
  const age = ageText(note.at, now, 'miui', language);
  const quiet = note.quiet ? 18 : 0;
  const width = TEXT_WIDTH - textWidth(age, AGE) - 10 - quiet;
  const body = [note.subtitle, note.body].filter((text) => text !== null).join('\n');
  return (
    <>
      <span className="ph-tile miui-card-icon">
        <AppMark />
      </span>
      <span className="miui-card-text">
        <span className="miui-card-top">
          <CutLabel className="miui-card-title" text={note.title ?? label} font={TITLE} width={width} lines={1} />
          {note.quiet && (
            <span className="ph-quiet" title={texts.quietLong}>
              <BellOff aria-hidden="true" />
              <span className="ph-sr">{texts.quietLong}</span>
            </span>
          )}
          <span className="miui-card-age">{age}</span>
        </span>
        {body !== '' && (
          <CutLabel className="miui-card-body" text={body} font={BODY} width={TEXT_WIDTH} lines={LINES[place]} />
        )}
      </span>
    </>
  );
}

function StatusBar({ device, language, now, showClock }: GlassProps & { readonly showClock: boolean }) {
  return (
    <div className="miui-status" aria-hidden="true">
      <span>{showClock && clockText(now, 'miui', language)}</span>
      <span className="miui-status-right">
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

function BigClock({ language, now, stroke }: Pick<GlassProps, 'language' | 'now'> & { readonly stroke: number }) {
  const time = clockText(now, 'miui', language);
  return (
    <div className="miui-clock">
      <ClockDigits text={time} stroke={stroke} />
      <span className="ph-sr">{time}</span>
      <span className="miui-date">{dateText(now, 'miui', language)}</span>
    </div>
  );
}

function Lock(props: Parameters<Skin['Lock']>[0]) {
  return (
    <div className="miui-lock">
      <BigClock {...props} stroke={6.5} />
      <div className="miui-lock-list">{props.list}</div>
    </div>
  );
}

function Home(props: GlassProps) {
  return (
    <div className="miui-home">
      <BigClock {...props} stroke={6.5} />
      <HomeGrid {...props} />
      <span className="miui-dots" aria-hidden="true">
        <i />
        <i />
      </span>
      <Dock />
    </div>
  );
}

function Shade(props: Parameters<Skin['Shade']>[0]) {
  const { texts, actions } = props;
  return (
    <div className="miui-shade">
      <BigClock {...props} stroke={8} />
      {props.list ?? <p className="ph-empty">{texts.noNotifications}</p>}
      {props.list !== null && (
        <button type="button" className="miui-clear" aria-label={texts.clearAll} onClick={actions.clear}>
          <Trash2 aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function Wallpaper() {
  const id = useId();
  return (
    <svg className="ph-wallpaper" viewBox="0 0 360 790" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={`${id}s`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#2f6f8f" />
          <stop offset="0.42" stopColor="#7db3b5" />
          <stop offset="0.68" stopColor="#e7cfae" />
          <stop offset="1" stopColor="#e4a878" />
        </linearGradient>
        <radialGradient id={`${id}g`}>
          <stop offset="0" stopColor="#fff0d2" stopOpacity="0.8" />
          <stop offset="1" stopColor="#fff0d2" stopOpacity="0" />
        </radialGradient>
        <linearGradient id={`${id}d`} x1="0" y1="0" x2="0.4" y2="1">
          <stop offset="0" stopColor="#d98d5c" />
          <stop offset="1" stopColor="#8c4a3a" />
        </linearGradient>
        <linearGradient id={`${id}e`} x1="0" y1="0" x2="0.5" y2="1">
          <stop offset="0" stopColor="#5c3a45" />
          <stop offset="1" stopColor="#2c2433" />
        </linearGradient>
      </defs>
      <rect width="360" height="790" fill={`url(#${id}s)`} />
      <circle cx="286" cy="494" r="180" fill={`url(#${id}g)`} />
      <circle cx="286" cy="494" r="36" fill="#fff3dd" opacity="0.8" />
      <path d="M0 520C60 470 110 455 160 480S290 560 360 500V790H0Z" fill="#c98f74" opacity="0.65" />
      <path d="M0 600C90 520 170 540 230 590S330 640 360 620V790H0Z" fill={`url(#${id}d)`} />
      <path d="M0 710C70 640 150 630 220 670S320 730 360 690V790H0Z" fill={`url(#${id}e)`} />
    </svg>
  );
}

function Hardware() {
  return (
    <>
      <i className="miui-key miui-key-volume" />
      <i className="miui-key miui-key-power" />
    </>
  );
}

function Cutout() {
  return <span className="miui-hole" aria-hidden="true" />;
}

/** Xiaomi: hole in the glass, big light clock at the upper left, white rounded cards with a large icon. */
export const miuiSkin: Skin = {
  id: 'miui',
  service: 'MiPush',
  clock: 'miui',
  fontFamily: family,
  Hardware,
  Cutout,
  StatusBar,
  Wallpaper,
  Lock,
  Home,
  Shade,
  Card,
};

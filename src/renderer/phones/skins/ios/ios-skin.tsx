import './ios.css';
import { BellOff, Search, X } from 'lucide-react';
import { useId } from 'react';
import { ageText, clockText, dateText } from '../../logic/clock.ts';
import { AppMark } from '../../parts/app-mark.tsx';
import { ClockDigits } from '../../parts/clock-digits.tsx';
import { Dock, HomeGrid } from '../../parts/home-grid.tsx';
import { cutToFit, textWidth } from '../../parts/measure.ts';
import {
  BatteryGlyph,
  MoonGlyph,
  PlaneGlyph,
  RingerGlyph,
  SignalGlyph,
  WifiGlyph,
} from '../../parts/status-glyphs.tsx';
import { CutLabel } from '../../parts/text.tsx';
import type { CardProps, GlassProps, Skin } from '../skin.ts';

const family =
  '-apple-system, "SF Pro Text", "Helvetica Neue", Inter, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

// Points of a 375 pt wide screen. Line counts: public guideline for previews, not Apple's own (unconfirmed).
const TITLE = { family, size: 15, weight: 600 };
const BODY = { family, size: 15, weight: 400 };
const AGE = { family, size: 13, weight: 400 };
const TEXT_WIDTH = 375 - 2 * 8 - 2 * 13 - 38 - 10;
const LINES = { shade: 4, lock: 4, banner: 2 } as const;
/** The long look gives all of it; nobody reads more on a phone. */
const ALL = 40;
const QUIET = 18;

const hasMore = ({ note, place }: CardProps): boolean =>
  note.body !== null && cutToFit(note.body, BODY, TEXT_WIDTH, LINES[place]).cut;

function Card({ note, label, place, expanded, behind, language, texts, now }: CardProps) {
  const age = ageText(note.at, now, 'ios', language);
  const titleWidth = TEXT_WIDTH - textWidth(age, AGE) - 8 - (note.quiet ? QUIET : 0);
  const title = { className: 'ios-card-title', text: note.title ?? label, font: TITLE, lines: 1 };
  return (
    <>
      <span className="ph-tile ios-card-icon">
        <AppMark />
      </span>
      <span className="ios-card-text">
        <span className="ios-card-top">
          <CutLabel {...title} width={titleWidth} />
          {note.quiet && (
            <span className="ph-quiet" title={texts.quietLong}>
              <BellOff aria-hidden="true" />
              <span className="ph-sr">{texts.quietLong}</span>
            </span>
          )}
          <span className="ios-card-age">{age}</span>
        </span>
        {note.subtitle !== null && (
          <CutLabel className="ios-card-subtitle" text={note.subtitle} font={TITLE} width={TEXT_WIDTH} lines={1} />
        )}
        {note.body !== null && (
          <CutLabel
            className="ios-card-body"
            text={note.body}
            font={BODY}
            width={TEXT_WIDTH}
            lines={expanded ? ALL : LINES[place]}
          />
        )}
        {behind > 0 && <span className="ios-card-more">{texts.more(behind)}</span>}
      </span>
    </>
  );
}

function StatusBar({ device, language, now, showClock }: GlassProps & { readonly showClock: boolean }) {
  return (
    <div className="ios-status" aria-hidden="true">
      <span className="ios-status-left">
        {showClock && clockText(now, 'ios', language)}
        <MoonGlyph conditions={device.conditions} />
        <RingerGlyph ringer={device.ringer} />
      </span>
      <span className="ios-status-right">
        {device.online ? (
          <>
            <SignalGlyph on round />
            <WifiGlyph />
          </>
        ) : (
          <PlaneGlyph />
        )}
        <BatteryGlyph text={null} />
      </span>
    </div>
  );
}

function BigClock({ language, now }: Pick<GlassProps, 'language' | 'now'>) {
  const time = clockText(now, 'ios', language);
  return (
    <div className="ios-clock">
      <span className="ios-date">{dateText(now, 'ios', language)}</span>
      <ClockDigits text={time} stroke={5.2} />
      <span className="ph-sr">{time}</span>
    </div>
  );
}

function Lock(props: Parameters<Skin['Lock']>[0]) {
  return (
    <div className="ios-lock">
      <BigClock {...props} />
      <div className="ios-lock-list">{props.list}</div>
      <span className="ios-round ios-torch" aria-hidden="true">
        <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path d="M8 3h8v2.5H8ZM8 7h8c0 2.5-2 3.5-2 5.5V20a1 1 0 0 1-1 1h-2a1 1 0 0 1-1-1v-7.5C10 10.5 8 9.5 8 7Z" />
        </svg>
      </span>
      <span className="ios-round ios-photo" aria-hidden="true">
        <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path d="M9 6l1-2h4l1 2h3.5A1.5 1.5 0 0 1 20 7.5v10a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-10A1.5 1.5 0 0 1 5.5 6ZM12 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z" />
        </svg>
      </span>
    </div>
  );
}

function Home(props: GlassProps) {
  return (
    <div className="ios-home">
      <HomeGrid {...props} />
      <span className="ios-search" aria-hidden="true">
        <Search /> {props.texts.search}
      </span>
      <Dock />
    </div>
  );
}

function Shade(props: Parameters<Skin['Shade']>[0]) {
  const { texts, actions } = props;
  return (
    <div className="ios-shade">
      <BigClock {...props} />
      <div className="ios-shade-head">
        <span>{texts.notificationCenter}</span>
        {props.list !== null && (
          <button type="button" className="ios-clear" aria-label={texts.clearAll} onClick={actions.clear}>
            <X aria-hidden="true" />
          </button>
        )}
      </div>
      {props.list ?? <p className="ph-empty">{texts.noNotifications}</p>}
    </div>
  );
}

function Wallpaper() {
  const id = useId();
  return (
    <svg className="ph-wallpaper" viewBox="0 0 375 780" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={`${id}s`} x1="0" y1="0" x2="0.2" y2="1">
          <stop offset="0" stopColor="#1b2250" />
          <stop offset="0.45" stopColor="#4d3f86" />
          <stop offset="0.75" stopColor="#b0607f" />
          <stop offset="1" stopColor="#f0a06c" />
        </linearGradient>
        <linearGradient id={`${id}a`} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#3a4fa3" stopOpacity="0.9" />
          <stop offset="1" stopColor="#8c5aa6" stopOpacity="0" />
        </linearGradient>
        <linearGradient id={`${id}b`} x1="0" y1="1" x2="1" y2="0">
          <stop offset="0" stopColor="#ffb37a" stopOpacity="0.75" />
          <stop offset="1" stopColor="#d2607a" stopOpacity="0" />
        </linearGradient>
      </defs>
      <rect width="375" height="780" fill={`url(#${id}s)`} />
      <path d="M-40 250C90 150 190 340 420 200V-20H-40Z" fill={`url(#${id}a)`} />
      <path d="M-40 520C110 420 210 610 420 450V800H-40Z" fill={`url(#${id}b)`} opacity="0.7" />
      <path d="M-40 660C120 560 250 720 420 590V800H-40Z" fill={`url(#${id}b)`} />
    </svg>
  );
}

function Hardware() {
  return (
    <>
      <i className="ios-key ios-key-action" />
      <i className="ios-key ios-key-up" />
      <i className="ios-key ios-key-down" />
      <i className="ios-key ios-key-side" />
    </>
  );
}

function Cutout() {
  return (
    <span className="ios-island" aria-hidden="true">
      <i />
    </span>
  );
}

/** iPhone: island, thin centred clock, translucent cards with the age at the right. */
export const iosSkin: Skin = {
  id: 'ios',
  clock: 'ios',
  fontFamily: family,
  longPress: 'text',
  silent: 'titled',
  hasMore,
  Hardware,
  Cutout,
  StatusBar,
  Wallpaper,
  Lock,
  Home,
  Shade,
  Card,
};

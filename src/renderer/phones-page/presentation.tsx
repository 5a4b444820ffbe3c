import './presentation.css';
import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { isTyping } from '../app/use-shortcuts.ts';
import { useChrome } from '../stores/services.ts';
import { CloseButton } from '../ui/button.tsx';
import { largestFit, type Room } from './audience.ts';
import { AudienceCaption, AudienceKeys } from './audience-parts.tsx';
import { LivePhone } from './live-phone.tsx';

interface PresentationProps {
  readonly devices: readonly DeviceView[];
  /** The message of the wall, once it was sent. */
  readonly said: string | null;
  /** Sends it once more. */
  readonly onSend: () => void;
}

/** The phones on the whole screen, for an audience: large type, nothing that is nobody's business, driven by keys. */
export function Presentation({ devices, said, onSend }: PresentationProps) {
  const { t } = useTranslation();
  const setPresenting = useChrome((chrome) => chrome.setPresenting);
  const stage = useRef<HTMLDivElement>(null);
  const show = useShow(devices, onSend);
  useFullScreen(stage);
  const one = show.single ? devices[show.at] : undefined;
  return (
    <Dialog.Root
      open
      onOpenChange={(_open, { reason }) => {
        if (reason === 'escape-key' && show.back()) return;
        setPresenting(false);
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup
          ref={stage}
          initialFocus={stage}
          className="audience"
          data-testid="presentation"
          data-single={one !== undefined || undefined}
          onKeyDown={show.onKey}
        >
          <Dialog.Title className="sr-only">{t('phones.present')}</Dialog.Title>
          <div className="audience-tools">
            <span className="text-ink-3">{t('phones.keysHint')}</span>
            <Dialog.Close render={<CloseButton label={t('common.close')} />} />
          </div>
          {said !== null && <p className="audience-said">{said}</p>}
          {one === undefined ? (
            <AllPhones devices={devices} at={show.at} onPick={show.pick} />
          ) : (
            <div className="audience-one">
              <div className="audience-phone">
                <LivePhone device={one} controls="none" />
              </div>
              <AudienceCaption device={one} long />
            </div>
          )}
          {show.keys && <AudienceKeys onClose={show.hideKeys} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Which phone the audience looks at, and the keys that change it. */
function useShow(devices: readonly DeviceView[], onSend: () => void) {
  const [at, setAt] = useState(0);
  const [single, setSingle] = useState(false);
  const [keys, setKeys] = useState(false);
  const last = Math.max(0, devices.length - 1);
  const move = (by: number) => setAt((before) => Math.min(last, Math.max(0, before + by)));
  const pick = (index: number) => {
    if (index > last) return;
    setAt(index);
    setSingle(true);
  };
  /** One step back; false when there is none. */
  const back = (): boolean => {
    if (keys) setKeys(false);
    else if (single) setSingle(false);
    else return false;
    return true;
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const pressesButton = event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter');
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || pressesButton) return;
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(-1);
    else if (event.key === ' ') onSend();
    else if (event.key === 'Enter') setSingle(!single);
    else if (event.key === '0') setSingle(false);
    else if (/^[1-9]$/.test(event.key)) pick(Number(event.key) - 1);
    else if (event.key === '?') setKeys(!keys);
    else return;
    event.preventDefault();
  };
  return { at: Math.min(at, last), single, keys, hideKeys: () => setKeys(false), pick, back, onKey };
}

function AllPhones({
  devices,
  at,
  onPick,
}: {
  readonly devices: readonly DeviceView[];
  readonly at: number;
  readonly onPick: (index: number) => void;
}) {
  const { t } = useTranslation();
  const { columns, width } = largestFit(devices.length, useRoom());
  return (
    <ol
      className="audience-all"
      aria-label={t('phones.title')}
      style={{ gridTemplateColumns: `repeat(${columns}, ${Math.max(140, width)}px)` }}
    >
      {devices.map((device, index) => (
        <li key={device.id} data-current={index === at || undefined} data-testid={`audience-${device.id}`}>
          <div className="audience-phone">
            <LivePhone device={device} highlight={index === at} controls="none" />
          </div>
          <button type="button" className="audience-pick" onClick={() => onPick(index)}>
            <span className="audience-number" aria-hidden>
              {index + 1}
            </span>
            <AudienceCaption device={device} long={false} />
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Below the line with the tools. */
const HEAD = 44;

const roomNow = (): Room => ({ width: window.innerWidth, height: window.innerHeight - HEAD });

function useRoom(): Room {
  const [room, setRoom] = useState(roomNow);
  useEffect(() => {
    const follow = () => setRoom(roomNow());
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return room;
}

/** Asks the browser for the whole screen; where it says no, the page itself is filled. */
function useFullScreen(stage: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => undefined);
    stage.current?.focus();
    return () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    };
  }, [stage]);
}

import type { GlassProps } from '../skins/skin.ts';
import { AppMark } from './app-mark.tsx';

// Other people's words are bars, so that nothing here can be taken for a message that was sent.
const BUBBLES = [
  { id: 'a', mine: false, widths: [62, 40] },
  { id: 'b', mine: true, widths: [48] },
  { id: 'c', mine: false, widths: [70, 66, 30] },
  { id: 'd', mine: true, widths: [58, 36] },
] as const;

/** The app under test in the foreground: a plain chat of our own. */
export function ChatScreen({ device, texts }: GlassProps) {
  const { state, userId } = device.session;
  return (
    <div className="ph-chat">
      <div className="ph-chat-head">
        <span className="ph-tile ph-chat-mark">
          <AppMark />
        </span>
        <span className="ph-chat-title">
          <strong>{device.app.label}</strong>
          <span>{state === 'loggedIn' && userId !== null ? userId : texts.chatNoSession}</span>
        </span>
      </div>
      <div className="ph-chat-body">
        {BUBBLES.map((bubble) => (
          <span key={bubble.id} className="ph-bubble" data-mine={bubble.mine || undefined} aria-hidden="true">
            {bubble.widths.map((width) => (
              <i key={width} style={{ width: `calc(${width * 2.2} * var(--pt))` }} />
            ))}
          </span>
        ))}
        {state === 'loggedIn' && <p className="ph-chat-note">{device.online ? texts.chatOnline : texts.chatOffline}</p>}
      </div>
      <div className="ph-chat-input" aria-hidden="true">
        <span>{texts.chatInput}</span>
      </div>
    </div>
  );
}

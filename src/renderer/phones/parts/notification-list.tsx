import { X } from 'lucide-react';
import type { NotificationView } from '../../../core/views.ts';
import type { GlassProps } from '../skins/skin.ts';

/** More than this is never drawn: nobody reads it on a phone, and thousands may arrive. */
const DRAWN = 12;

/** The shade, newest first, as a list of buttons in the skin's cards. Null when it is empty. */
export function NotificationList(props: GlassProps) {
  const { screen, texts } = props;
  const drawn = screen.notifications.slice(0, DRAWN);
  const hidden = screen.notifications.length - drawn.length;
  if (drawn.length === 0) return null;
  return (
    <ul className="ph-list" aria-label={texts.notifications(screen.notifications.length)}>
      {drawn.map((note) => (
        <li key={note.id} className="ph-note" data-notification={note.id}>
          <NotificationCard {...props} note={note} place="list" />
        </li>
      ))}
      {hidden > 0 && <li className="ph-more">{texts.more(hidden)}</li>}
    </ul>
  );
}

/** One notification: the card is a button that taps it, a small one at its corner takes it away. */
export function NotificationCard(
  props: GlassProps & { readonly note: NotificationView; readonly place: 'list' | 'banner' },
) {
  const { device, skin, note, texts, actions } = props;
  const title = note.title ?? device.app.label;
  return (
    <>
      <button
        type="button"
        className="ph-card"
        onClick={() => actions.tap(note.id)}
        data-quiet={note.quiet || undefined}
      >
        <skin.Card
          skin={skin}
          note={note}
          label={device.app.label}
          place={props.place}
          language={props.language}
          texts={texts}
          now={props.now}
        />
      </button>
      <button
        type="button"
        className="ph-dismiss"
        aria-label={texts.dismiss(title)}
        onClick={() => actions.dismiss(note.id)}
      >
        <X aria-hidden="true" />
      </button>
    </>
  );
}

import { ChevronDown, X } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import type { NotificationView } from '../../../core/views.ts';
import type { CardProps, GlassProps, Place } from '../skins/skin.ts';
import type { PhoneTexts } from '../texts.ts';
import { Picture } from './picture.tsx';

export interface NoteProps extends GlassProps {
  readonly note: NotificationView;
  readonly place: Place;
}

/** Name under which the app of a notification stands on this phone. */
export const labelOf = ({ note, device, screen }: Pick<NoteProps, 'note' | 'device' | 'screen'>): string =>
  note.app === device.app.name
    ? device.app.label
    : (screen.apps.find(({ name }) => name === note.app)?.label ?? note.app);

/** The notification as this place may show it: on the lock screen its contents may be hidden. */
export function asShown(props: Pick<NoteProps, 'note' | 'place' | 'device' | 'screen' | 'texts'>): NotificationView {
  const { note, place, device, texts } = props;
  if (place !== 'lock' || note.onLockScreen !== 'hidden') return note;
  const body = device.platform === 'ios' ? texts.contentsHiddenIos : texts.contentsHidden;
  return { ...note, title: labelOf(props), subtitle: null, body, image: null };
}

/** What a skin's card draws from. */
export function cardProps(props: NoteProps, rest: Partial<CardProps> = {}): CardProps {
  const { skin, place, language, texts, now } = props;
  const note = asShown(props);
  const plain = { expanded: false, expandable: false, behind: 0 };
  return { skin, note, label: labelOf(props), place, language, texts, now, ...plain, ...rest };
}

/**
 * One notification: the card is a button that taps it; small ones beside it pull its text open and take it away. A long
 * press (right click, menu key) shows what the system shows then.
 */
export function NotificationCard(props: NoteProps) {
  const { skin, place, texts, actions } = props;
  const [expanded, setExpanded] = useState(false);
  const [pressed, setPressed] = useState(false);
  const plain = cardProps(props);
  const { note } = plain;
  const more = place !== 'banner' && (note.image !== null || skin.hasMore(plain));
  const byButton = more && skin.longPress === 'channel';
  const press = (event: MouseEvent) => {
    event.preventDefault();
    if (skin.longPress === 'channel') setPressed(!pressed);
    else if (more) setExpanded(!expanded);
  };
  return (
    <>
      <div className="ph-card" data-quiet={note.quiet || undefined} data-expanded={expanded || undefined}>
        <button type="button" className="ph-tap" onClick={() => actions.tap(note.id)} onContextMenu={press}>
          <skin.Card {...plain} expanded={expanded} expandable={byButton} />
        </button>
        {note.image !== null && place !== 'banner' && <Picture address={note.image} texts={texts} />}
        {pressed && (
          <span className="ph-channel">
            {note.channelName === null ? texts.channelNone : texts.channelName(note.channelName)}
          </span>
        )}
        {byButton && <Expand texts={texts} expanded={expanded} onChange={setExpanded} />}
      </div>
      <Dismiss label={texts.dismiss(note.title ?? plain.label)} onClick={() => actions.dismiss(note.id)} />
    </>
  );
}

function Expand(props: { readonly texts: PhoneTexts; readonly expanded: boolean; onChange(expanded: boolean): void }) {
  const { texts, expanded } = props;
  return (
    <button
      type="button"
      className="ph-expand"
      aria-expanded={expanded}
      aria-label={expanded ? texts.lessText : texts.wholeText}
      onClick={() => props.onChange(!expanded)}
    >
      <ChevronDown aria-hidden="true" />
    </button>
  );
}

/** Takes a notification, or a group, out of the shade. */
export function Dismiss({ label, onClick }: { readonly label: string; onClick(): void }) {
  return (
    <button type="button" className="ph-dismiss" aria-label={label} onClick={onClick}>
      <X aria-hidden="true" />
    </button>
  );
}

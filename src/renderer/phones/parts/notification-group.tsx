import { ChevronUp } from 'lucide-react';
import type { NotificationView } from '../../../core/views.ts';
import type { GlassProps, Place } from '../skins/skin.ts';
import { AppMark } from './app-mark.tsx';
import { asShown, cardProps, Dismiss, labelOf, NotificationCard } from './notification-card.tsx';

interface GroupProps extends GlassProps {
  readonly notes: readonly NotificationView[];
  readonly place: Place;
  readonly open: boolean;
  onOpen(open: boolean): void;
}

/** Notifications that stand as one: closed a single button, open a list under a line that closes it again. */
export function NotificationGroup(props: GroupProps) {
  return props.open ? <OpenGroup {...props} /> : <ClosedGroup {...props} />;
}

function ClosedGroup(props: GroupProps) {
  const { skin, notes, texts, actions } = props;
  const [newest] = notes;
  if (newest === undefined) return null;
  const shown = notes.map((note) => asShown({ ...props, note }));
  const card = cardProps({ ...props, note: newest }, { behind: notes.length - 1 });
  return (
    <li
      className="ph-note ph-group"
      data-notification={newest.id}
      data-count={notes.length}
      data-drawn={skin.GroupCard === undefined ? 'stack' : 'lines'}
    >
      <div className="ph-card">
        <button type="button" className="ph-tap ph-group-open" aria-expanded="false" onClick={() => props.onOpen(true)}>
          <span className="ph-sr">{texts.showAll(notes.length)}</span>
          {skin.GroupCard === undefined ? <skin.Card {...card} /> : <skin.GroupCard {...card} notes={shown} />}
        </button>
      </div>
      <Dismiss
        label={texts.dismiss(card.label)}
        onClick={() => {
          for (const { id } of notes) actions.dismiss(id);
        }}
      />
    </li>
  );
}

function OpenGroup(props: GroupProps) {
  const { notes, texts } = props;
  const [newest] = notes;
  return (
    <li className="ph-group" data-open="true" data-count={notes.length}>
      <div className="ph-group-head">
        <span className="ph-tile" aria-hidden="true">
          <AppMark />
        </span>
        <span className="ph-group-name">{newest !== undefined && labelOf({ ...props, note: newest })}</span>
        <button type="button" className="ph-group-close" aria-expanded="true" onClick={() => props.onOpen(false)}>
          {texts.showLess}
          <ChevronUp aria-hidden="true" />
        </button>
      </div>
      <ul className="ph-group-notes" aria-label={texts.notifications(notes.length)}>
        {notes.map((note) => (
          <li key={note.id} className="ph-note" data-notification={note.id}>
            <NotificationCard {...props} note={note} />
          </li>
        ))}
      </ul>
    </li>
  );
}

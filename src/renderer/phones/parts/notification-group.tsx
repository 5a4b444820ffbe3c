import { ChevronUp } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
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
  // The button that was pressed goes away: the one that undoes it takes the focus.
  const pressed = useRef(false);
  const onOpen = (open: boolean) => {
    pressed.current = true;
    props.onOpen(open);
  };
  const shown = { ...props, onOpen, takeFocus: pressed };
  return props.open ? <OpenGroup {...shown} /> : <ClosedGroup {...shown} />;
}

interface ShownProps extends GroupProps {
  /** Whether somebody has just opened or closed it. */
  readonly takeFocus: RefObject<boolean>;
}

function useFocus(wanted: RefObject<boolean>): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wanted.current) button.current?.focus({ preventScroll: true });
  }, [wanted]);
  return button;
}

function ClosedGroup(props: ShownProps) {
  const button = useFocus(props.takeFocus);
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
        <button
          ref={button}
          type="button"
          className="ph-tap ph-group-open"
          aria-expanded="false"
          onClick={() => props.onOpen(true)}
        >
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

function OpenGroup(props: ShownProps) {
  const button = useFocus(props.takeFocus);
  const { notes, texts } = props;
  const [newest] = notes;
  return (
    <li className="ph-group" data-open="true" data-count={notes.length}>
      <div className="ph-group-head">
        <span className="ph-tile" aria-hidden="true">
          <AppMark />
        </span>
        <span className="ph-group-name">{newest !== undefined && labelOf({ ...props, note: newest })}</span>
        <button
          ref={button}
          type="button"
          className="ph-group-close"
          aria-expanded="true"
          onClick={() => props.onOpen(false)}
        >
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

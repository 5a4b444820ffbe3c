import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { NotificationView, ScreenView } from '../../../core/views.ts';
import type { GlassProps, Skin } from '../skins/skin.ts';
import type { PhoneTexts } from '../texts.ts';
import { NotificationCard } from './notification-card.tsx';
import { NotificationGroup } from './notification-group.tsx';

/** More than this is never drawn: nobody reads it on a phone, and thousands may arrive. */
const DRAWN = 12;

type Group = ScreenView['groups'][number];
type Section = Group['section'];
const SECTIONS: readonly Section[] = ['alerting', 'silent', 'focus', 'summary'];
interface Row {
  readonly group: Group;
  readonly notes: readonly NotificationView[];
}

interface ListProps extends GlassProps {
  readonly place: 'shade' | 'lock';
}

/** The groups with their notifications, as many as are drawn. A closed group takes the room of one. */
function rowsOf({ screen, place }: ListProps, isOpen: (key: string) => boolean): { rows: Row[]; left: number } {
  const byId = new Map(screen.notifications.map((note) => [note.id, note]));
  const rows: Row[] = [];
  let room = DRAWN;
  let left = 0;
  for (const group of place === 'lock' ? screen.lockScreen : screen.groups) {
    const notes = group.notifications.flatMap((id) => byId.get(id) ?? []);
    const takes = isOpen(group.key) ? notes.length : Math.min(1, notes.length);
    if (takes === 0) continue;
    if (room <= 0) {
      left += notes.length;
      continue;
    }
    const drawn = takes > room ? notes.slice(0, room) : notes;
    left += notes.length - drawn.length;
    room -= takes;
    rows.push({ group, notes: drawn });
  }
  return { rows, left };
}

function sectionTitle(section: Section, count: number, skin: Skin, texts: PhoneTexts): string | null {
  if (section === 'alerting') return null;
  if (section === 'silent') return skin.silent === 'folded' ? texts.unimportant(count) : texts.silentSection;
  return section === 'focus' ? texts.focusSection : texts.summarySection;
}

/** Kept in one line until it is opened: what a system calls unimportant, and what Focus or the summary hold back. */
const isFolded = (section: Section, skin: Skin): boolean =>
  section !== 'alerting' && (section !== 'silent' || skin.silent === 'folded');

/** The shade or the lock screen, as the simulator grouped it, from top to bottom in the skin's cards. */
export function NotificationList(props: ListProps) {
  const { texts } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const turn = (key: string, wanted: boolean) => {
    const next = new Set(open);
    if (wanted) next.add(key);
    else next.delete(key);
    setOpen(next);
  };
  const { rows, left } = rowsOf(props, (key) => open.has(key));
  const count = rows.reduce((sum, { notes }) => sum + notes.length, left);
  return (
    <ul className="ph-list" aria-label={texts.notifications(count)}>
      {SECTIONS.map((section) => {
        const own = rows.filter(({ group }) => group.section === section);
        return (
          own.length > 0 && <Section key={section} {...props} section={section} rows={own} open={open} turn={turn} />
        );
      })}
      {left > 0 && <li className="ph-more">{texts.more(left)}</li>}
    </ul>
  );
}

interface SectionProps extends ListProps {
  readonly section: Section;
  readonly rows: readonly Row[];
  readonly open: ReadonlySet<string>;
  turn(key: string, open: boolean): void;
}

function Section(props: SectionProps) {
  const { section, rows, open, turn, skin, texts } = props;
  const count = rows.reduce((sum, { notes }) => sum + notes.length, 0);
  const title = sectionTitle(section, count, skin, texts);
  const folded = isFolded(section, skin);
  return (
    <>
      {title !== null && (
        <SectionTitle title={title} folded={folded} open={open.has(section)} onOpen={(to) => turn(section, to)} />
      )}
      {(!folded || open.has(section)) &&
        rows.map(({ group, notes }) => {
          const [only] = notes;
          if (only === undefined) return null;
          if (notes.length === 1) return <Single key={group.key} {...props} note={only} />;
          const isOpen = open.has(group.key);
          const onOpen = (to: boolean) => turn(group.key, to);
          return <NotificationGroup key={group.key} {...props} notes={notes} open={isOpen} onOpen={onOpen} />;
        })}
    </>
  );
}

function Single(props: ListProps & { readonly note: NotificationView }) {
  return (
    <li className="ph-note" data-notification={props.note.id}>
      <NotificationCard {...props} />
    </li>
  );
}

function SectionTitle(props: {
  readonly title: string;
  readonly folded: boolean;
  readonly open: boolean;
  onOpen(open: boolean): void;
}) {
  if (!props.folded) return <li className="ph-section">{props.title}</li>;
  return (
    <li className="ph-section" data-folded="true">
      <button type="button" aria-expanded={props.open} onClick={() => props.onOpen(!props.open)}>
        {props.title}
        <ChevronRight aria-hidden="true" />
      </button>
    </li>
  );
}

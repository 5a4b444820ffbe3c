import { BellOff } from 'lucide-react';
import { ageText } from '../../logic/clock.ts';
import { AppGlyph, AppMark } from '../../parts/app-mark.tsx';
import { cutToFit, textWidth } from '../../parts/measure.ts';
import { CutLabel } from '../../parts/text.tsx';
import type { CardProps, GroupCardProps } from '../skin.ts';
import { type CardLayout, EXPAND, lookOf, textRoom } from './look.ts';

/** Lines of text in a card that is closed, and in one that was pulled open (BigTextStyle in current AOSP). */
const CLOSED = 1;
const OPEN = 13;
/** A closed group shows so many of its notifications in a line each (AOSP's NotificationChildrenContainer). */
const LINES = 2;
/** What a title may take of the line that it shares with its text. */
const TITLE_SHARE = 0.45;
const QUIET = 18;
const GAP = 10;

const bodyOf = ({ note }: Pick<CardProps, 'note'>): string =>
  [note.subtitle, note.body].filter((part) => part !== null).join('\n');

/** Is there more text than the closed card shows? */
export function androidHasMore(props: CardProps): boolean {
  const look = lookOf(props.skin);
  return cutToFit(bodyOf(props), { family: look.fontFamily, ...look.card.body }, textRoom(look), CLOSED).cut;
}

function Quiet({ text }: { readonly text: string }) {
  return (
    <span className="ph-quiet" title={text}>
      <BellOff aria-hidden="true" />
      <span className="ph-sr">{text}</span>
    </span>
  );
}

function Icon({ layout }: { readonly layout: CardLayout }) {
  return layout === 'column' ? (
    <span className="an-card-icon an-card-round">
      <AppGlyph />
    </span>
  ) : (
    <span className="ph-tile an-card-icon">
      <AppMark />
    </span>
  );
}

type LineProps = Pick<CardProps, 'skin' | 'label' | 'texts'> & {
  readonly age: string;
  readonly quiet: boolean;
  readonly behind: number;
};

/** App name, age and what else stands in small print. */
function SmallLine({ skin, label, texts, age, quiet, behind }: LineProps) {
  return (
    <span className="an-card-top">
      {lookOf(skin).card.layout === 'head' && <Icon layout="head" />}
      <span className="an-card-small an-card-app">{label}</span>
      {quiet && <Quiet text={texts.quietLong} />}
      <span className="an-card-small an-card-age">{age}</span>
      {behind > 0 && <span className="ph-count">{behind + 1}</span>}
    </span>
  );
}

function Title({ note, label, skin, width }: CardProps & { readonly width: number }) {
  const { title } = lookOf(skin).card;
  const font = { family: skin.fontFamily, ...title };
  return <CutLabel className="an-card-title" text={note.title ?? label} font={font} width={width} lines={1} />;
}

function Body(props: CardProps) {
  const look = lookOf(props.skin);
  const text = bodyOf(props);
  if (text === '') return null;
  const font = { family: look.fontFamily, ...look.card.body };
  return (
    <CutLabel
      className="an-card-body"
      text={text}
      font={font}
      width={textRoom(look)}
      lines={props.expanded ? OPEN : CLOSED}
    />
  );
}

/** Icon beside title and text; the title shares its line with the age. */
function SideText(props: CardProps & { readonly age: string }) {
  const { skin, note, texts, age, behind, expandable } = props;
  const look = lookOf(skin);
  const ageWidth = textWidth(age, { family: look.fontFamily, ...look.card.small }) + GAP;
  const taken = ageWidth + (note.quiet ? QUIET : 0) + (behind > 0 ? EXPAND : 0) + (expandable ? EXPAND : 0);
  return (
    <>
      <span className="an-card-top">
        <Title {...props} width={textRoom(look) - taken} />
        {note.quiet && <Quiet text={texts.quietLong} />}
        <span className="an-card-small an-card-age">{age}</span>
        {behind > 0 && <span className="ph-count">{behind + 1}</span>}
      </span>
      <Body {...props} />
    </>
  );
}

/** The inside of a notification, in the layout of the system. */
export function AndroidCard(props: CardProps) {
  const look = lookOf(props.skin);
  const { layout } = look.card;
  const age = ageText(props.note.at, props.now, 'miui', props.language);
  const isSide = layout === 'side' || layout === 'side-end';
  const line = <SmallLine {...props} age={age} quiet={props.note.quiet} />;
  return (
    <>
      {(isSide || layout === 'column') && <Icon layout={layout} />}
      <span className="an-card-text" data-expandable={props.expandable || undefined}>
        {isSide ? (
          <SideText {...props} age={age} />
        ) : (
          <>
            {layout !== 'text' && line}
            <Title {...props} width={textRoom(look) - (layout === 'text' ? EXPAND : 0)} />
            <Body {...props} />
            {layout === 'text' && line}
          </>
        )}
      </span>
    </>
  );
}

/** One of the group in a line: its title, then as much of its text as is left room for. */
function Line({ note, label, skin }: Pick<CardProps, 'note' | 'label' | 'skin'>) {
  const look = lookOf(skin);
  const font = { family: look.fontFamily, ...look.card.body };
  const bold = { ...font, weight: look.card.title.weight };
  const title = note.title ?? label;
  const room = textRoom(look);
  const width = Math.min(textWidth(title, bold) + 0.5, room * TITLE_SHARE);
  return (
    <span className="an-line">
      <CutLabel className="an-line-title" text={title} font={bold} width={width} lines={1} />
      <CutLabel className="an-line-body" text={bodyOf({ note })} font={font} width={room - width - GAP} lines={1} />
    </span>
  );
}

/** A closed group as one card: the app's line, then its newest in a line each. */
export function AndroidGroupCard(props: GroupCardProps) {
  const { skin, notes, label, texts, now, language } = props;
  const [newest] = notes;
  if (newest === undefined) return null;
  const age = ageText(newest.at, now, 'miui', language);
  const quiet = notes.every((note) => note.quiet);
  return (
    <>
      {lookOf(skin).card.layout === 'column' && <Icon layout="column" />}
      <span className="an-card-text">
        <SmallLine skin={skin} label={label} texts={texts} age={age} quiet={quiet} behind={notes.length - 1} />
        {notes.slice(0, LINES).map((note) => (
          <Line key={note.id} note={note} label={label} skin={skin} />
        ))}
      </span>
    </>
  );
}

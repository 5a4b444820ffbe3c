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

/** The inside of a notification, in the layout of the system. */
export function AndroidCard(props: CardProps) {
  const { skin, note, label, texts, behind } = props;
  const look = lookOf(skin);
  const { layout, title, body, small } = look.card;
  const family = look.fontFamily;
  const room = textRoom(look);
  const age = ageText(note.at, props.now, 'miui', props.language);
  const isSide = layout === 'side' || layout === 'side-end';
  const taken = isSide
    ? textWidth(age, { family, ...small }) + GAP + (note.quiet ? QUIET : 0) + (behind > 0 ? EXPAND : 0)
    : 0;
  const titleRoom = room - taken - (isSide && props.expandable ? EXPAND : 0);
  const text = bodyOf(props);
  const titleLabel = (
    <CutLabel
      className="an-card-title"
      text={note.title ?? label}
      font={{ family, ...title }}
      width={titleRoom}
      lines={1}
    />
  );
  const bodyLabel = text !== '' && (
    <CutLabel
      className="an-card-body"
      text={text}
      font={{ family, ...body }}
      width={room}
      lines={props.expanded ? OPEN : CLOSED}
    />
  );
  const line = <SmallLine {...props} age={age} quiet={note.quiet} />;
  if (!isSide && layout !== 'column') {
    return (
      <span className="an-card-text" data-expandable={props.expandable || undefined}>
        {layout === 'head' && line}
        {titleLabel}
        {bodyLabel}
        {layout === 'text' && line}
      </span>
    );
  }
  return (
    <>
      <Icon layout={layout} />
      <span className="an-card-text" data-expandable={props.expandable || undefined}>
        {isSide ? (
          <span className="an-card-top">
            {titleLabel}
            {note.quiet && <Quiet text={texts.quietLong} />}
            <span className="an-card-small an-card-age">{age}</span>
            {behind > 0 && <span className="ph-count">{behind + 1}</span>}
          </span>
        ) : (
          <>
            {line}
            {titleLabel}
          </>
        )}
        {bodyLabel}
      </span>
    </>
  );
}

/** A closed group as one card: the app's line, then its newest in a line each. */
export function AndroidGroupCard(props: GroupCardProps) {
  const { skin, notes, label, texts, now, language } = props;
  const look = lookOf(skin);
  const font = { family: look.fontFamily, ...look.card.body };
  const [newest] = notes;
  if (newest === undefined) return null;
  const age = ageText(newest.at, now, 'miui', language);
  const quiet = notes.every((note) => note.quiet);
  return (
    <>
      {look.card.layout === 'column' && <Icon layout="column" />}
      <span className="an-card-text">
        <SmallLine skin={skin} label={label} texts={texts} age={age} quiet={quiet} behind={notes.length - 1} />
        {notes.slice(0, LINES).map((note) => {
          const title = note.title ?? label;
          const titleWidth = Math.min(
            textWidth(title, { ...font, weight: look.card.title.weight }),
            textRoom(look) * 0.45,
          );
          return (
            <span key={note.id} className="an-line">
              <CutLabel
                className="an-line-title"
                text={title}
                font={{ ...font, weight: look.card.title.weight }}
                width={titleWidth + 0.5}
                lines={1}
              />
              <CutLabel
                className="an-line-body"
                text={bodyOf({ note })}
                font={font}
                width={textRoom(look) - titleWidth - GAP}
                lines={1}
              />
            </span>
          );
        })}
      </span>
    </>
  );
}

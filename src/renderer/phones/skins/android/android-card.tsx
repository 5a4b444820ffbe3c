import { BellOff } from 'lucide-react';
import { ageText } from '../../logic/clock.ts';
import { AppMark } from '../../parts/app-mark.tsx';
import { textWidth } from '../../parts/measure.ts';
import { CutLabel } from '../../parts/text.tsx';
import type { CardProps } from '../skin.ts';
import { lookOf } from './look.ts';

const QUIET_WIDTH = 18;
const GAP = 10;

function Quiet({ text }: { readonly text: string }) {
  return (
    <span className="ph-quiet" title={text}>
      <BellOff aria-hidden="true" />
      <span className="ph-sr">{text}</span>
    </span>
  );
}

function Icon() {
  return (
    <span className="ph-tile an-card-icon">
      <AppMark />
    </span>
  );
}

/** The inside of a notification, in the layout of the system. */
export function AndroidCard(props: CardProps) {
  const { note, label, place, language, texts, now } = props;
  const look = lookOf(props.skin);
  const { layout, title, body, small, textWidth: room, lines } = look.card;
  const family = look.fontFamily;
  const age = ageText(note.at, now, 'miui', language);
  const quiet = note.quiet ? QUIET_WIDTH : 0;
  const beside = layout === 'side' ? textWidth(age, { family, ...small }) + GAP + quiet : 0;
  const text = [note.subtitle, note.body].filter((part) => part !== null).join('\n');
  const titleLabel = (
    <CutLabel
      className="an-card-title"
      text={note.title ?? label}
      font={{ family, ...title }}
      width={room - beside}
      lines={1}
    />
  );
  const bodyLabel = text !== '' && (
    <CutLabel className="an-card-body" text={text} font={{ family, ...body }} width={room} lines={lines[place]} />
  );
  const mark = note.quiet && <Quiet text={texts.quietLong} />;
  if (layout === 'side')
    return (
      <>
        <Icon />
        <span className="an-card-text">
          <span className="an-card-top">
            {titleLabel}
            {mark}
            <span className="an-card-small">{age}</span>
          </span>
          {bodyLabel}
        </span>
      </>
    );
  const line = (
    <span className="an-card-top">
      {layout === 'head' && <Icon />}
      <span className="an-card-small an-card-app">{label}</span>
      {mark}
      <span className="an-card-small">{age}</span>
    </span>
  );
  return (
    <span className="an-card-text">
      {layout === 'head' && line}
      {titleLabel}
      {bodyLabel}
      {layout === 'text' && line}
    </span>
  );
}

import { cutToFit, type PhoneFont } from './measure.ts';

/** Text of a notification as the phone would cut it; the whole text is there on hover. */
export function CutLabel(props: {
  readonly text: string;
  readonly font: PhoneFont;
  readonly width: number;
  readonly lines: number;
  readonly className: string;
}) {
  const { text, cut } = cutToFit(props.text, props.font, props.width, props.lines);
  return (
    <span
      className={`ph-cut ${props.className}`}
      dir="auto"
      data-cut={cut || undefined}
      style={{ WebkitLineClamp: props.lines }}
      {...(cut ? { title: props.text } : {})}
    >
      {text}
    </span>
  );
}

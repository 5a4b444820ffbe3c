import { Fragment, type ReactNode } from 'react';
import { scrollable } from '../lib/aria.ts';
import { jsonTokens } from '../lib/json-text.ts';
import { keyed } from '../lib/keyed.ts';

/** Coloured JSON text with line numbers; `below` puts something under a line (1-based). */
export function JsonCode({
  text,
  below,
  label,
}: {
  readonly text: string;
  readonly below?: ReadonlyMap<number, ReactNode>;
  readonly label: string;
}) {
  return (
    <div
      {...scrollable(label)}
      className="max-h-96 overflow-auto rounded-md bg-sunken py-1.5 font-mono text-xs leading-[18px]"
    >
      {keyed(colouredLines(text), (line) => line.text).map(({ key, item: line }, at) => (
        <Fragment key={key}>
          <div className="flex px-2 hover:bg-hover">
            <span className="w-6 shrink-0 pr-2 text-right text-ink-3 select-none" aria-hidden>
              {at + 1}
            </span>
            <code className="min-w-0 flex-1 break-words whitespace-pre-wrap">{line.parts}</code>
          </div>
          {below?.get(at + 1)}
        </Fragment>
      ))}
    </div>
  );
}

interface Line {
  readonly text: string;
  readonly parts: readonly ReactNode[];
}

/** JSON has no token that crosses a line, so tokens and lines nest. */
function colouredLines(text: string): readonly Line[] {
  const tokens = jsonTokens(text);
  let next = 0;
  let start = 0;
  return text.split('\n').map((line) => {
    const parts: ReactNode[] = [];
    let at = start;
    const end = start + line.length;
    for (let token = tokens[next]; token !== undefined && token.to <= end; token = tokens[++next]) {
      if (token.from > at) parts.push(text.slice(at, token.from));
      parts.push(
        <span key={token.from} className={`json-${token.kind}`}>
          {text.slice(token.from, token.to)}
        </span>,
      );
      at = token.to;
    }
    if (at < end) parts.push(text.slice(at, end));
    start = end + 1;
    return { text: line, parts };
  });
}

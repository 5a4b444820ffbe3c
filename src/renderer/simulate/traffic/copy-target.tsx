import { useState } from 'react';
import { copyText } from '../../ui/copy.tsx';

/** What a push was addressed to: shortened, copied whole on click. Light, since hundreds a second may be drawn. */
export function CopyTarget({
  text,
  shown,
  label,
}: {
  readonly text: string;
  readonly shown: string;
  readonly label: string;
}) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      tabIndex={-1}
      title={text}
      aria-label={`${label}: ${text}`}
      onClick={(event) => {
        event.stopPropagation();
        void copyText(text).then(setCopied);
      }}
      onPointerLeave={() => setCopied(false)}
      className="min-w-0 truncate rounded-sm font-mono text-xs text-ink-2 hover:text-ink"
    >
      {copied ? `✓ ${shown}` : shown}
    </button>
  );
}

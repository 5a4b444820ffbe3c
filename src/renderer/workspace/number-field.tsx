import { useState } from 'react';

/** A whole number that counts when Enter is pressed or the field is left; anything else springs back. */
export function NumberField({
  label,
  value,
  min,
  max,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const next = draft === null || !/^\d+$/.test(draft.trim()) ? value : Number(draft);
    setDraft(null);
    if (next !== value) onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <input
      aria-label={label}
      inputMode="numeric"
      className="field h-7 w-24 px-2 text-right font-mono text-sm tabular-nums"
      value={draft ?? String(value)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}

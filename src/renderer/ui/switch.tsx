import { Switch as Base } from '@base-ui/react/switch';

export function Switch({
  label,
  checked,
  onChange,
  disabled = false,
  testId,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly testId?: string;
}) {
  return (
    <Base.Root
      aria-label={label}
      checked={checked}
      disabled={disabled}
      data-testid={testId}
      onCheckedChange={(next) => onChange(next)}
      className="relative inline-flex h-4 w-7 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors duration-150 data-[checked]:bg-accent data-[disabled]:opacity-45"
    >
      <Base.Thumb className="size-3 rounded-full bg-white shadow-[0_1px_2px_rgb(0_0_0/0.3)] transition-transform duration-150 data-[checked]:translate-x-3" />
    </Base.Root>
  );
}

import { Popover } from '@base-ui/react/popover';
import { ChevronsUpDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';

/** A field that shows a state and opens a small panel of actions that change it. `close` shuts the panel. */
export function PopupField(props: {
  readonly label: string;
  /** With the phone's name, for screen readers. */
  readonly name: string;
  readonly value: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div className="ph-field">
      <span className="ph-field-label" aria-hidden="true">
        {props.label}
      </span>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className="ph-trigger" aria-label={props.name}>
          <span className="ph-trigger-value">{props.value}</span>
          <ChevronsUpDown className="ph-chevron" aria-hidden="true" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="ph-positioner" sideOffset={4} align="start">
            <Popover.Popup className="ph-popup" aria-label={props.name}>
              {props.children(() => setOpen(false))}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}

/** One action of such a panel. */
export function PopupAction(props: {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly current?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      className="ph-popup-action"
      disabled={props.disabled}
      aria-current={props.current || undefined}
      onClick={props.onClick}
    >
      {props.icon}
      <span>{props.children}</span>
    </button>
  );
}

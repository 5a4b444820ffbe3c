import { Select } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** One of few values, set at once. */
export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  /** With the phone's name, for screen readers. */
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  onChange(value: Value): void;
}) {
  const { choices, value } = props;
  return (
    <div className="ph-field">
      <span className="ph-field-label" aria-hidden="true">
        {props.label}
      </span>
      <Select.Root items={choices} value={value} onValueChange={(next) => next !== null && props.onChange(next)}>
        <Select.Trigger className="ph-trigger" aria-label={props.name}>
          <Select.Value className="ph-trigger-value" />
          <Select.Icon className="ph-chevron">
            <ChevronsUpDown aria-hidden="true" />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className="ph-positioner" sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className="ph-popup">
              <Select.List>
                {choices.map((choice) => (
                  <Select.Item key={choice.value} value={choice.value} className="ph-option">
                    <span className="ph-option-mark">
                      <Select.ItemIndicator>
                        <Check aria-hidden="true" />
                      </Select.ItemIndicator>
                    </span>
                    <Select.ItemText>{choice.label}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}

import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
}

/** A button's menu. `sections` are divided by hairlines. */
export function Menu({
  trigger,
  sections,
  align = 'end',
}: {
  readonly trigger: ReactElement;
  readonly sections: readonly (readonly MenuItem[])[];
  readonly align?: 'start' | 'end';
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50">
          <Base.Popup className="popup max-h-[var(--available-height)] min-w-44 overflow-y-auto p-1">
            {sections.map((items, at) => (
              <div key={items[0]?.id ?? at} className={at === 0 ? '' : 'hairline-t mt-1 pt-1'}>
                {items.map((item) => (
                  <Base.Item
                    key={item.id}
                    onClick={item.onSelect}
                    data-testid={`menu-${item.id}`}
                    className="flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-base outline-none data-[highlighted]:bg-hover"
                  >
                    {item.icon}
                    <span className="whitespace-nowrap">{item.label}</span>
                    {item.hint !== undefined && (
                      <span className="ml-auto pl-6 font-mono text-xs text-ink-3">{item.hint}</span>
                    )}
                  </Base.Item>
                ))}
              </div>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

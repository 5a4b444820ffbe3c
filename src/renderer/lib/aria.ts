import type { HTMLAttributes, KeyboardEventHandler } from 'react';

// ARIA roles for widgets that have no element of their own in HTML: a virtual grid, a listbox under a combobox,
// a box that scrolls. As plain attributes, so that one place knows them.

type Attributes = Readonly<HTMLAttributes<HTMLElement>> & Readonly<Record<`data-${string}`, unknown>>;

/** A grid whose rows are drawn only while in sight. `rows` counts the head too; keys move between rows. */
export const grid = (label: string, rows: number, onKeyDown: KeyboardEventHandler): Attributes => ({
  role: 'grid',
  onKeyDown,
  'aria-label': label,
  'aria-rowcount': rows,
});
export const gridBody: Attributes = { role: 'rowgroup' };
export const gridHead: Attributes = { role: 'row', 'aria-rowindex': 1 };
export const gridHeadCell: Attributes = { role: 'columnheader' };
export const gridCell: Attributes = { role: 'gridcell' };

/** `index` counts from 0 without the head. A click opens it, Enter opens and enters it. */
export const gridRow = (
  index: number,
  selected: boolean,
  focusable: boolean,
  onOpen: (enter: boolean) => void,
): Attributes => ({
  role: 'row',
  onClick: () => onOpen(false),
  onKeyDown: (event) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    event.preventDefault();
    onOpen(true);
  },
  'aria-rowindex': index + 2,
  'aria-selected': selected,
  tabIndex: focusable ? 0 : -1,
});

export const listbox = (id: string, label: string): Attributes => ({ id, role: 'listbox', 'aria-label': label });

/** An option that the keyboard reaches through its combobox. */
export const option = (id: string, active: boolean): Attributes => ({
  id,
  role: 'option',
  'aria-selected': active,
  tabIndex: -1,
});

/** A box that scrolls must be reachable with the keyboard. */
export const scrollable = (label: string): Attributes => ({ role: 'group', 'aria-label': label, tabIndex: 0 });

/** A bar that shows an amount against its limit. */
export const meter = (label: string, value: number, limit: number, text: string): Attributes => ({
  role: 'meter',
  'aria-label': label,
  'aria-valuemin': 0,
  'aria-valuemax': limit,
  'aria-valuenow': Math.min(value, limit),
  'aria-valuetext': text,
});

/** A picture with a spoken name, or one that says nothing beside its text. */
export const picture = (label: string | undefined): Attributes =>
  label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };

/** A table of cells that arrows move through; heads count as rows. */
export const matrixGrid = (
  label: string,
  rows: number,
  columns: number,
  on: Pick<HTMLAttributes<HTMLElement>, 'onKeyDown' | 'onMouseOver' | 'onFocus' | 'onClick'>,
): Attributes => ({
  ...on,
  role: 'grid',
  'aria-label': label,
  'aria-rowcount': rows,
  'aria-colcount': columns + 1,
});

/** A head over several columns. */
export const gridHeadOver = (span: number): Attributes => ({ role: 'columnheader', 'aria-colspan': span });

export const gridRowHead: Attributes = { role: 'rowheader' };

/** `index` counts from 0, heads included. */
export const matrixRow = (index: number): Attributes => ({ role: 'row', 'aria-rowindex': index + 1 });

/** A cell of such a table; only the active one is reached by Tab. */
export const matrixCell = (label: string, active: boolean, selected: boolean): Attributes => ({
  role: 'gridcell',
  'aria-label': label,
  'aria-selected': selected,
  tabIndex: active ? 0 : -1,
});

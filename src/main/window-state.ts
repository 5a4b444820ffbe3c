import { z } from 'zod';

/** Device-independent pixels, as Electron counts them. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** Where a window opens; without a position the system centres it. */
export interface WindowPlacement {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

/** The page is usable from 1100 px; a little more for the frame. */
export const smallestWindow = { width: 1120, height: 640 } as const;
const usualWindow = { width: 1480, height: 940 } as const;
/** So much of the title bar must be on a display that it can be caught with the mouse. */
const graspable = { width: 120, height: 32 } as const;

const pixel = z.number().int().min(-100_000).max(100_000);
const savedState = z.object({
  schemaVersion: z.literal(1),
  bounds: z.object({ x: pixel, y: pixel, width: pixel.positive(), height: pixel.positive() }),
  maximized: z.boolean(),
});

/** @returns nothing when the text is not a state that we wrote: a window in the usual place is the way out */
export function parseWindowState(text: string): WindowState | undefined {
  try {
    const parsed = savedState.safeParse(JSON.parse(text));
    return parsed.success ? { bounds: parsed.data.bounds, maximized: parsed.data.maximized } : undefined;
  } catch {
    // Not JSON, for example after a crash while writing.
    return undefined;
  }
}

export function formatWindowState(state: WindowState): string {
  return `${JSON.stringify({ schemaVersion: 1, bounds: state.bounds, maximized: state.maximized }, null, 2)}\n`;
}

function canBeGrasped(bounds: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const titleInside = bounds.y >= area.y && bounds.y + graspable.height <= area.y + area.height;
  return visible >= graspable.width && titleInside;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** A size that fits the display and in which the page can be used; on a small display, the display's own. */
function sizeOn(wanted: { readonly width: number; readonly height: number }, area: Rectangle) {
  return {
    width: clamp(wanted.width, Math.min(smallestWindow.width, area.width), area.width),
    height: clamp(wanted.height, Math.min(smallestWindow.height, area.height), area.height),
  };
}

/**
 * Where the window opens: as it was left, if a display still shows it there, else in the middle of the first display.
 * @param workAreas of all displays, the primary one first; a display may have been unplugged since the state was saved
 */
export function restoreWindow(saved: WindowState | undefined, workAreas: readonly Rectangle[]): WindowPlacement {
  const maximized = saved?.maximized ?? false;
  if (saved) {
    const { x, y } = saved.bounds;
    // Fitted before it is looked for: a window that becomes narrower may no longer reach the display that it began left of.
    const home = workAreas.find((area) => canBeGrasped({ x, y, ...sizeOn(saved.bounds, area) }, area));
    if (home) return { ...sizeOn(saved.bounds, home), x, y, maximized };
  }
  const first = workAreas[0] ?? { x: 0, y: 0, ...usualWindow };
  return { ...sizeOn(saved?.bounds ?? usualWindow, first), maximized };
}

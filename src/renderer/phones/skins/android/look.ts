import type { Skin } from '../skin.ts';

/** Where the pieces of one notification stand. */
export type CardLayout =
  /** Small icon, app name and age in a row above the title. */
  | 'head'
  /** Icon at the left of title and text, age right of the title. */
  | 'side'
  /** Title and text first, app name and age small below them. */
  | 'text';

/** Points of the phone's own screen. */
export interface TextSize {
  readonly size: number;
  readonly weight: number;
}

/** What tells one Android skin from another; sizes are estimates, since no maker publishes them (unconfirmed). */
export interface AndroidLook {
  /** Written to `data-skin`; the style sheet hangs on it. */
  readonly id: string;
  /** The push service's own name. */
  readonly service: string;
  readonly fontFamily: string;
  /** Hours above minutes, or both in a line. */
  readonly clockLines: 1 | 2;
  /** Thickness of the clock's strokes on lock and home screen, hundredths of its height. */
  readonly stroke: number;
  /** Does the home screen show the clock as well? */
  readonly homeClock: boolean;
  readonly card: {
    readonly layout: CardLayout;
    readonly title: TextSize;
    readonly body: TextSize;
    readonly small: TextSize;
    /** Room for the text of the card. */
    readonly textWidth: number;
    readonly lines: { readonly list: number; readonly banner: number };
  };
  /** Colours from top to bottom, and waves from back to front: path on 360 × 790, colour, opacity. */
  readonly wallpaper: {
    readonly sky: readonly string[];
    readonly waves: readonly (readonly [path: string, colour: string, opacity: number])[];
  };
}

/** The look that a skin of this folder was made with. */
export function lookOf({ id, look }: Skin): AndroidLook {
  if (look === undefined) throw new Error(`The skin ${id} has no look.`);
  return look;
}

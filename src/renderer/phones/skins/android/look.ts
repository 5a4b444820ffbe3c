import type { Skin } from '../skin.ts';

/** Where the pieces of one notification stand. */
export type CardLayout =
  /** Round icon in a column of its own; right of it app name and age, title, text. */
  | 'column'
  /** Small icon, app name and age in a row above the title. */
  | 'head'
  /** Icon at the left of title and text, age right of the title. */
  | 'side'
  /** As `side`, with the icon at the right. */
  | 'side-end'
  /** Title and text first, app name and age small below them. */
  | 'text';

/** Points of the phone's own screen. */
export interface TextSize {
  readonly size: number;
  readonly weight: number;
  /** Height of a line. */
  readonly line: number;
}

/** What stands above the notifications in the shade. */
export type ShadeHead =
  /** The big clock in one line, the date beside it. */
  | 'clock'
  /** Wide switches with words, two in a row. */
  | 'tiles'
  /** A row of round switches. */
  | 'rounds'
  /** The word for notifications, large, over the date. */
  | 'title';

/** What tells one Android skin from another; sizes are estimates, since no maker publishes them (unconfirmed). */
export interface AndroidLook {
  /** Written to `data-skin`; the style sheet hangs on it. */
  readonly id: string;
  readonly fontFamily: string;
  readonly clock: {
    /** Hours above minutes, or both in a line. */
    readonly lines: 1 | 2;
    readonly align: 'start' | 'center';
    /** Thickness of the strokes, hundredths of the height. */
    readonly stroke: number;
    readonly breadth?: number;
  };
  /** Heights of the clock's digits and where things begin, from the top of the screen. */
  readonly lock: { readonly clock: number; readonly digits: number; readonly list: number };
  readonly home: {
    readonly top: 'clock' | 'glance' | 'widget' | 'nothing';
    readonly digits: number;
    readonly grid: number;
    readonly search: boolean;
  };
  readonly shade: {
    readonly head: ShadeHead;
    /** How everything is cleared: a word at the end of the list, or a round button below it. */
    readonly clear: 'word' | 'trash' | 'cross';
  };
  readonly card: {
    readonly layout: CardLayout;
    readonly title: TextSize;
    readonly body: TextSize;
    readonly small: TextSize;
    /** Between the card and the edge of the screen. */
    readonly margin: number;
    readonly padX: number;
    readonly padY: number;
    readonly icon: number;
    /** Between icon and text. */
    readonly gap: number;
    readonly radius: number;
  };
  /** How a closed group is drawn: edges behind the newest, or lines in one card. */
  readonly group: 'stack' | 'lines';
  readonly silent: Skin['silent'];
  /** Below the lock screen's list. */
  readonly lockFoot: 'fingerprint' | 'corners' | 'nothing';
  /** Whether the shade says of an app that may not notify that it may not. */
  readonly tellsOff: boolean;
  /** Corner of an icon: part of its width. */
  readonly tile: string;
  /** Colours from top to bottom, and waves from back to front: path on 360 × 790, colour, opacity. */
  readonly wallpaper: {
    readonly sky: readonly string[];
    readonly waves: readonly (readonly [path: string, colour: string, opacity: number])[];
  };
}

/** Width of the screen, in its own points. */
const SCREEN = 360;
/** Room for the button that pulls a card open, in the row where it stands. */
export const EXPAND = 26;

/** Room for title and text of a card, points. */
export function textRoom({ card }: AndroidLook): number {
  const inside = SCREEN - 2 * card.margin - 2 * card.padX;
  return card.layout === 'head' || card.layout === 'text' ? inside : inside - card.icon - card.gap;
}

/** The look as custom properties, so that the style sheet lays out by the numbers by which text is cut. */
export function varsOf({ card, lock, home, tile }: AndroidLook): NonNullable<Skin['vars']> {
  return {
    '--n-margin': card.margin,
    '--n-pad-x': card.padX,
    '--n-pad-y': card.padY,
    '--n-icon': card.icon,
    '--n-gap': card.gap,
    '--n-radius': card.radius,
    '--n-title': card.title.size,
    '--n-title-weight': card.title.weight,
    '--n-title-line': card.title.line,
    '--n-body': card.body.size,
    '--n-body-line': card.body.line,
    '--n-small': card.small.size,
    '--n-small-line': card.small.line,
    '--lock-clock': lock.clock,
    '--lock-digits': lock.digits,
    '--lock-list': lock.list,
    '--home-digits': home.digits,
    '--home-grid': home.grid,
    '--tile': tile,
  };
}

/** The look that a skin of this folder was made with. */
export function lookOf({ id, look }: Skin): AndroidLook {
  if (look === undefined) throw new Error(`The skin ${id} has no look.`);
  return look;
}

import type { Device, Platform } from '../device/types.ts';
import type { Element, MessageInput, MessageOfflinePush } from '../im/types.ts';
import type { Situation } from '../simulator/draft.ts';
import type { Outcome } from '../simulator-types.ts';
import type { LocalText, ReasonCode } from '../trace/types.ts';

/** Cells of one matrix at most. */
export const MATRIX_LIMIT = 50_000;

export type AxisValue = string | number | boolean;

export interface NamedValue {
  readonly value: AxisValue;
  readonly text: LocalText;
}

/** What an axis belongs to, for a page that lets people choose. */
export type AxisGroup = 'account' | 'app' | 'phone' | 'settings' | 'message' | 'workspace';

/** A situation with a phone in it. */
export type PhoneSituation = Situation & { readonly device: Device };

/** Why two things cannot be together. */
export interface Impossible {
  readonly impossible: LocalText;
}

/** One variable: the values it can have, and what each makes of a situation. */
export interface Axis {
  readonly id: string;
  readonly group: AxisGroup;
  readonly text: LocalText;
  readonly values: readonly NamedValue[];
  /** Which system knows it; absent = both. */
  readonly on?: Platform;
  apply(situation: PhoneSituation, value: AxisValue): PhoneSituation | Impossible;
}

/** One message × phones × axes. */
export interface MatrixSpec {
  readonly message?: MatrixMessage | undefined;
  /** `builtIn`: one new phone of each vendor, whatever the workspace has; its own when absent. */
  readonly phones?: 'workspace' | 'builtIn' | undefined;
  /** Ids of phones; all when absent. */
  readonly devices?: readonly string[] | undefined;
  /** The first varies slowest. Without values an axis takes all that it knows. */
  readonly axes: readonly { readonly axis: string; readonly values?: readonly AxisValue[] | undefined }[];
}

/** The message, to each phone's own account or to a group. Absent parts: from the built-in sender, a short text, no settings. */
export interface MatrixMessage {
  readonly from?: string | undefined;
  readonly group?: string | undefined;
  readonly kind?: MessageInput['kind'] | undefined;
  readonly elements?: readonly Element[] | undefined;
  readonly offlinePush?: MessageOfflinePush | null | undefined;
}

/**
 * `delivered`: shown, and heard or felt; `silent`: shown without sound and vibration; `waiting`: the vendor keeps it for
 * later; `not-delivered`: no notification; `impossible`: the values cannot be together.
 */
export const CELL_STATES = ['delivered', 'silent', 'waiting', 'not-delivered', 'impossible'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** What a cell says. Many cells say the same, so a matrix lists each answer once. */
export interface CellAnswer {
  readonly state: CellState;
  readonly via: Outcome['via'];
  /** null where the values cannot be together. */
  readonly reason: ReasonCode | null;
  readonly cause: string | null;
  /** What is heard: a file's name, `default`, or null for nothing. */
  readonly sound: string | null;
  readonly vibrated: boolean;
  /** Number on the icon afterwards; null where the system shows none. */
  readonly badge: number | null;
  readonly text: LocalText;
}

export interface MatrixAxisView {
  readonly axis: string;
  readonly text: LocalText;
  readonly values: readonly NamedValue[];
}

/** A matrix that is done. `axes[0]` is the phone; cells stand in order, the last axis varying fastest. */
export interface MatrixView {
  readonly axes: readonly MatrixAxisView[];
  readonly counts: Readonly<Record<CellState, number>>;
  readonly answers: readonly CellAnswer[];
  /** For each cell, its answer's place in `answers`. */
  readonly cells: readonly number[];
}

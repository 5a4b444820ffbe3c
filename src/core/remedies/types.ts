import type { MessageInput } from '../im/types.ts';
import type { Situation } from '../simulator/draft.ts';
import type { Supposition } from '../simulator/what-if.ts';
import type { LocalText } from '../trace/types.ts';

/** What an outcome lacks: a notification, something to hear or feel, a number or dot on the icon. */
export const GOALS = ['appear', 'sound', 'badge'] as const;
export type Goal = (typeof GOALS)[number];

/** Whose hand it takes. */
export const CHANGE_MAKERS = ['user', 'receiver', 'sender', 'simulator'] as const;
export type ChangeMaker = (typeof CHANGE_MAKERS)[number];

/** A request of the API that makes a change; `path` below its base. */
export interface ChangeCommand {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** null: the request has no body. */
  readonly body: unknown;
}

export interface Change {
  /** What is changed, e.g. `settings.popUps`. */
  readonly id: string;
  /** What to do, as an order without a full stop. */
  readonly text: LocalText;
  /** `user`: on the phone; `receiver`: in the account; `sender`: in the message; `simulator`: in this workspace. */
  readonly by: ChangeMaker;
  readonly command: ChangeCommand;
}

/** "It would appear if …": changes in the order in which they are made. None: it would by now, as things stand. */
export interface Remedy {
  readonly goal: Goal;
  readonly changes: readonly Change[];
  /** What comes next: what waits for the phone arrives by itself, or the message is to be sent again; a changed message has been sent. */
  readonly next: 'arrives' | 'resend' | 'done';
}

export interface RemedyReport {
  readonly outcomeId: string;
  readonly deviceId: string | null;
  /** What the outcome lacks; nothing when it lacks nothing. */
  readonly goals: readonly Goal[];
  /** Best first within each goal: what a user can most likely do. */
  readonly remedies: readonly Remedy[];
  /** Sends the message once more as it is. */
  readonly resend: ChangeCommand;
}

/** A situation with what is supposed beside it. */
export interface Scene {
  readonly situation: Situation;
  readonly supposition: Supposition;
}

/** Something that could be changed. */
export interface Candidate {
  readonly changes: readonly Change[];
  /** The lower, the more likely a user can make it. */
  readonly rank: number;
  /** null: it changes nothing here, or cannot be done. */
  apply(scene: Scene): Scene | null;
}

export type MessageEdit = (message: MessageInput) => MessageInput | null;

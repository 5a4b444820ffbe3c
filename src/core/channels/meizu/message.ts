/** What a tap does: 0 opens the app, 1 an activity, 2 an address, 3 leaves it to the app. */
export interface ClickAction {
  readonly type: 0 | 1 | 2 | 3;
  readonly activity: string;
  readonly url: string;
  readonly customAttribute: string;
  /** Handed over as string extras. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The receipts that a sender asked for. */
export interface ReceiptWish {
  readonly url: string;
  readonly param: string;
  /** 1 delivered, 2 clicked, 3 both. */
  readonly types: 1 | 2 | 3;
}

/** A `messageJson` that passed its checks, in one form for all the ways to write it. Times in ms. */
export interface MeizuMessage {
  readonly passThrough: boolean;
  readonly messageClass: 'public' | 'private';
  /** `''` in a pass-through message without one. */
  readonly title: string;
  readonly content: string;
  /** `''` without one. */
  readonly subtitle: string;
  /** Text that appears when the notification is pulled open; `''` without one. */
  readonly expanded: string;
  readonly click: ClickAction;
  /** How long it waits for an offline phone; null = not at all. */
  readonly lifeMs: number | null;
  readonly floating: boolean;
  /** Can be swiped away. */
  readonly clearable: boolean;
  readonly vibrate: boolean;
  readonly lights: boolean;
  readonly sound: boolean;
  /** `''` = a notification of its own. */
  readonly notifyKey: string;
  /** Shown only between these moments of the phone's clock. */
  readonly display: { readonly from: number; readonly to: number } | null;
  /** When a timed task begins; null = at once. */
  readonly startAt: number | null;
  readonly receipt: ReceiptWish | null;
}

/** How a phone was addressed. */
export type TargetKind = 'pushId' | 'alias' | 'app' | 'tag';

/** What travels to the phone. */
export interface MeizuPayload {
  readonly messageId: string;
  readonly appId: string;
  readonly taskId: number | null;
  readonly message: MeizuMessage;
  readonly kind: TargetKind;
  /** The pushId or alias as the sender wrote it. */
  readonly addressed: string;
  /** Made by the server; `MzPushMessage.getNotifyId()`. */
  readonly notifyId: number;
}

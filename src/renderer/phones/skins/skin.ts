import type { FunctionComponent, ReactNode } from 'react';
import type { DeviceView, NotificationView, ScreenView } from '../../../core/views.ts';
import type { ClockStyle, Language } from '../logic/clock.ts';
import type { PhoneTexts } from '../texts.ts';
import type { AndroidLook } from './android/look.ts';

/** What a finger can do on the glass. */
export interface GlassActions {
  tap(notificationId: string): void;
  dismiss(notificationId: string): void;
  clear(): void;
  launch(): void;
  home(): void;
  unlock(): void;
  openShade(): void;
  closeShade(): void;
}

/** All that a skin draws from. */
export interface GlassProps {
  readonly skin: Skin;
  readonly device: DeviceView;
  readonly screen: ScreenView;
  readonly language: Language;
  readonly texts: PhoneTexts;
  /** ms on the simulator's clock. */
  readonly now: number;
  readonly actions: GlassActions;
}

/** Where a notification is drawn: over the screen, in the shade, or on the lock screen. */
export type Place = 'banner' | 'shade' | 'lock';

export interface CardProps {
  readonly skin: Skin;
  readonly note: NotificationView;
  readonly label: string;
  readonly place: Place;
  /** The user pulled it open: as much text as the system gives. */
  readonly expanded: boolean;
  /** Its lower corner is taken: a button that pulls it open stands there. */
  readonly expandable: boolean;
  /** How many stand behind it in a closed group. */
  readonly behind: number;
  readonly language: Language;
  readonly texts: PhoneTexts;
  readonly now: number;
}

/** A closed group that shows more than its newest notification. */
export type GroupCardProps = Omit<CardProps, 'note' | 'expanded' | 'expandable' | 'behind'> & {
  readonly notes: readonly NotificationView[];
};

/** The look of one system. A new one is a folder beside `ios` and `miui`, and one line in the registry. */
export interface Skin {
  /** Written to `data-skin`; the style sheet of the skin hangs on it. */
  readonly id: string;
  readonly clock: ClockStyle;
  readonly fontFamily: string;
  /** Custom properties of the skin's style sheet: the lengths by which its text is cut, once for both. */
  readonly vars?: Readonly<Record<`--${string}`, string | number>>;
  /** What the shared parts of the Android skins draw from; absent where a skin draws itself. */
  readonly look?: AndroidLook;
  /** What a long press shows: the whole text, or the notification channel. */
  readonly longPress: 'text' | 'channel';
  /** What stands below the others is a titled part of the list, or one line that has to be opened. */
  readonly silent: 'titled' | 'folded';
  /** Whether more text than the card shows is there to be pulled open; `lines` as in the list. */
  hasMore(props: CardProps): boolean;
  /** Buttons on the edge of the case. */
  readonly Hardware: FunctionComponent;
  /** What covers the glass: island, hole of the camera. */
  readonly Cutout: FunctionComponent;
  readonly StatusBar: FunctionComponent<GlassProps & { readonly showClock: boolean }>;
  readonly Wallpaper: FunctionComponent<{ readonly skin: Skin }>;
  /** Behind `list`, the notifications, which the frame puts in. */
  readonly Lock: FunctionComponent<GlassProps & { readonly list: ReactNode }>;
  readonly Home: FunctionComponent<GlassProps>;
  readonly Shade: FunctionComponent<GlassProps & { readonly list: ReactNode }>;
  /** The inside of one notification. */
  readonly Card: FunctionComponent<CardProps>;
  /** The inside of a closed group; absent = its newest with the edges of others behind it. */
  readonly GroupCard?: FunctionComponent<GroupCardProps>;
}

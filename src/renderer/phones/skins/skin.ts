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

export interface CardProps {
  readonly skin: Skin;
  readonly note: NotificationView;
  readonly label: string;
  /** In a banner there is less room than in the list. */
  readonly place: 'list' | 'banner';
  readonly language: Language;
  readonly texts: PhoneTexts;
  readonly now: number;
}

/** The look of one system. A new one is a folder beside `ios` and `miui`, and one line in the registry. */
export interface Skin {
  /** Written to `data-skin`; the style sheet of the skin hangs on it. */
  readonly id: string;
  /** The push service's own name. */
  readonly service: string;
  readonly clock: ClockStyle;
  readonly fontFamily: string;
  /** What the shared parts of the Android skins draw from; absent where a skin draws itself. */
  readonly look?: AndroidLook;
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
}

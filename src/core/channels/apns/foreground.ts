import type { RuleProfile } from '../../profile.ts';

/** What an app in front may let the system do with a push (`UNNotificationPresentationOptions`). */
export interface Answer {
  readonly banner: boolean;
  readonly list: boolean;
  readonly sound: boolean;
  readonly badge: boolean;
}

export const EVERYTHING: Answer = { banner: true, list: true, sound: true, badge: true };

type Answers = RuleProfile['apns']['foregroundAnswer'];

/** The rule that tells what the app answered. */
export const FOREGROUND_RULES: Readonly<Record<Answers, string>> = {
  nothing: 'apns-foreground',
  everything: 'apns-foreground-everything',
  list: 'apns-foreground-list',
  sound: 'apns-foreground-sound',
};

const ANSWERS: Readonly<Record<Answers, Answer | null>> = {
  nothing: null,
  everything: EVERYTHING,
  list: { banner: false, list: true, sound: false, badge: true },
  sound: { banner: false, list: false, sound: true, badge: true },
};

/** What the app answers to `willPresent`; null = it lets the system do nothing. */
export const foregroundAnswer = (profile: RuleProfile): Answer | null => ANSWERS[profile.apns.foregroundAnswer];

import {
  alert,
  at,
  CHOICE,
  conditions,
  type DeviceVector,
  HANDLING,
  LEVEL,
  LOCKED,
  OPEN,
  PERMISSION,
  PREVIEWS,
  RINGS,
  ringer,
  row,
  SETTINGS,
  settings,
} from './device-vector-kit.ts';

// What permission, the user’s switches, Focus and the summary make of it.

export const PERMISSIONS: readonly DeviceVector[] = [
  row('provisional: list only', PERMISSION, [{ patch: { permission: 'provisional' } }, RINGS], {
    results: ['shown'],
    quiet: true,
    headsUp: false,
    lockScreen: 'none',
    sound: '-/settings',
    vibrated: false,
    badge: 0,
  }),
  row('denied', PERMISSION, [{ patch: { permission: 'denied' } }, RINGS], {
    results: ['suppressed'],
    cause: 'apns-permission-denied',
    sound: null,
    badge: 0,
  }),
  row('not asked', PERMISSION, [{ patch: { permission: 'notDetermined' } }, RINGS], {
    cause: 'apns-permission-not-asked',
  }),
  row('banners off: still listed, still heard', PERMISSION, [settings({ popUps: false }), RINGS], {
    results: ['shown'],
    headsUp: false,
    quiet: false,
    sound: 'default/payload',
    badge: 3,
  }),
  row('locked, banners off: on the lock screen', SETTINGS, [settings({ popUps: false }), LOCKED, RINGS], {
    results: ['shown'],
    lockScreen: 'full',
    quiet: false,
  }),
  row('lock screen only, locked', SETTINGS, [settings({ popUps: false, list: false }), LOCKED, RINGS], {
    results: ['shown'],
    listed: false,
    lockScreen: 'full',
  }),
  row(
    '… gone when it is unlocked',
    SETTINGS,
    [settings({ popUps: false, list: false }), LOCKED, RINGS, { act: { action: 'unlock' } }],
    { shade: [] },
  ),
  row('lock screen only, unlocked', SETTINGS, [settings({ popUps: false, list: false }), RINGS], {
    results: ['suppressed'],
    cause: 'apns-nowhere-unlocked',
    sound: 'default/payload',
    badge: 3,
  }),
  row(
    'banners only',
    SETTINGS,
    [settings({ lockScreen: false, list: false }), alert({ alert: '1' }), alert({ alert: '2' })],
    {
      results: ['shown', 'shown'],
      shade: ['2'],
      listed: false,
      headsUp: true,
    },
  ),
  row('banners only, locked', SETTINGS, [settings({ lockScreen: false, list: false }), LOCKED, RINGS], {
    results: ['suppressed'],
    cause: 'apns-nowhere-locked',
  }),
  row('Notification Centre only, locked', SETTINGS, [settings({ lockScreen: false, popUps: false }), LOCKED, RINGS], {
    results: ['shown'],
    lockScreen: 'none',
    quiet: true,
    sound: 'default/payload',
  }),
  row('everything off', SETTINGS, [settings({ lockScreen: false, popUps: false, list: false }), RINGS], {
    results: ['suppressed'],
  }),
  row('passive with Notification Centre off', SETTINGS, [settings({ list: false }), at('passive')], {
    cause: 'apns-nowhere-quiet',
  }),
  row('previews hidden', PREVIEWS, [conditions({ lockScreen: 'hidden' }), LOCKED, RINGS], {
    lockScreen: 'hidden',
    shade: ['hi'],
  }),
  row('no notifications on the lock screen', CHOICE, [conditions({ lockScreen: 'none' }), LOCKED, RINGS], {
    lockScreen: 'none',
    quiet: true,
  }),
  row('in front, no answer', HANDLING, [OPEN, RINGS], {
    results: ['suppressed'],
    cause: 'apns-foreground',
    told: ['willPresent'],
    sound: null,
  }),
  row('in front, everything', HANDLING, [{ profile: { foregroundAnswer: 'everything' } }, OPEN, RINGS], {
    results: ['shown'],
    headsUp: true,
    sound: 'default/payload',
    badge: 3,
    told: ['willPresent'],
  }),
  row('in front, list and badge', HANDLING, [{ profile: { foregroundAnswer: 'list' } }, OPEN, RINGS], {
    results: ['shown'],
    headsUp: false,
    sound: null,
    badge: 3,
  }),
  row('in front, sound and badge', HANDLING, [{ profile: { foregroundAnswer: 'sound' } }, OPEN, RINGS], {
    results: ['suppressed'],
    cause: 'apns-foreground-unseen',
    sound: 'default/payload',
    badge: 3,
  }),
];

const FOCUS = conditions({ focus: true });
const SUMMARY = settings({ scheduledSummary: true });
const LOUD = { quiet: false, headsUp: true, heldBack: null, sound: 'default/payload' } as const;
const HELD_BY_FOCUS = { quiet: true, headsUp: false, heldBack: 'focus', sound: '-/dnd', vibrated: false } as const;
const IN_SUMMARY = { quiet: true, headsUp: false, heldBack: 'summary', sound: '-/settings', vibrated: false } as const;

export const LEVELS: readonly DeviceVector[] = [
  row('passive', LEVEL, [at('passive')], {
    quiet: true,
    headsUp: false,
    sound: '-/payload',
    vibrated: false,
    heldBack: null,
  }),
  row('active', LEVEL, [at('active')], LOUD),
  row('time-sensitive', LEVEL, [at('time-sensitive')], LOUD),
  row('critical without leave', CHOICE, [at('critical')], LOUD),
  row('unknown level', CHOICE, [at('urgent')], LOUD),
  row('Focus, passive', LEVEL, [FOCUS, at('passive')], HELD_BY_FOCUS),
  row('Focus, active', LEVEL, [FOCUS, at('active', { badge: 2 })], { ...HELD_BY_FOCUS, badge: 2, shade: ['hi'] }),
  row('Focus, time-sensitive', LEVEL, [FOCUS, at('time-sensitive')], LOUD),
  row('Focus, critical', LEVEL, [FOCUS, settings({ critical: true }), at('critical')], LOUD),
  row('Focus, critical without leave', CHOICE, [FOCUS, at('critical')], HELD_BY_FOCUS),
  row(
    'Focus, time-sensitive switched off',
    LEVEL,
    [FOCUS, settings({ timeSensitive: false }), at('time-sensitive')],
    HELD_BY_FOCUS,
  ),
  row('Focus, app allowed', LEVEL, [FOCUS, settings({ focusAllowed: true }), at('active')], LOUD),
  row('Focus, app allowed, passive', LEVEL, [FOCUS, settings({ focusAllowed: true }), at('passive')], {
    quiet: true,
    heldBack: null,
    sound: '-/payload',
  }),
  row('summary, passive', LEVEL, [SUMMARY, at('passive')], IN_SUMMARY),
  row('summary, active', LEVEL, [SUMMARY, at('active', { 'relevance-score': 0.5 })], IN_SUMMARY),
  row('summary, time-sensitive', LEVEL, [SUMMARY, at('time-sensitive')], LOUD),
  row('summary, critical', LEVEL, [settings({ scheduledSummary: true, critical: true }), at('critical')], LOUD),
  row(
    'Focus with the app allowed, in the summary',
    CHOICE,
    [FOCUS, settings({ scheduledSummary: true, focusAllowed: true }), at('active')],
    IN_SUMMARY,
  ),
  row('Focus held, Notification Centre off', CHOICE, [FOCUS, settings({ list: false }), at('active')], {
    results: ['suppressed'],
    cause: 'apns-nowhere-quiet',
  }),
  row('silent switch, normal', LEVEL, [ringer('silent'), at('active')], {
    sound: '-/ringer',
    vibrated: true,
    headsUp: true,
  }),
  row('silent switch, time-sensitive', CHOICE, [ringer('silent'), at('time-sensitive')], {
    sound: '-/ringer',
    vibrated: true,
  }),
  row('silent switch, critical', LEVEL, [settings({ critical: true }), ringer('silent'), at('critical')], LOUD),
  row('silent switch, critical without leave', CHOICE, [ringer('silent'), at('critical')], {
    sound: '-/ringer',
    vibrated: true,
  }),
];

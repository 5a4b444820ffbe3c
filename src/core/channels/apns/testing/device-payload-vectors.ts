import {
  alert,
  at,
  BADGE_STRING,
  CHOICE,
  CRITICAL_SOUND,
  conditions,
  type DeviceVector,
  file,
  IDENTIFIER,
  PAYLOAD,
  RINGS,
  ringer,
  row,
  SETTINGS,
  SOUND,
  settings,
} from './device-vector-kit.ts';

// What the payload asks for: number, sound, texts and places.

export const BADGE: readonly DeviceVector[] = [
  row('badge 5', PAYLOAD, [alert({ badge: 5 })], { badge: 5, shade: ['hi'] }),
  row('badge "5" is ignored, the alert is shown', BADGE_STRING, [{ patch: { badge: 2 } }, alert({ badge: '5' })], {
    badge: 2,
    shade: ['hi'],
  }),
  row('badge 0 removes the number', PAYLOAD, [{ patch: { badge: 2 } }, alert({ badge: 0 })], { badge: 0 }),
  row('no badge: unchanged', PAYLOAD, [{ patch: { badge: 2 } }, alert()], { badge: 2 }),
  row('badges never add up', PAYLOAD, [alert({ badge: 1 }), alert({ badge: 1 })], { badge: 1, shade: ['hi', 'hi'] }),
  row('badge off', SETTINGS, [settings({ badges: false }), RINGS], {
    badge: 0,
    shade: ['hi'],
    sound: 'default/payload',
  }),
  row('badge alone is no notification', PAYLOAD, [{ push: { aps: { badge: 4 } } }], {
    results: ['silent'],
    badge: 4,
    shade: [],
    sound: null,
  }),
];

export const SOUNDS: readonly DeviceVector[] = [
  row('sound default', PAYLOAD, [RINGS], { sound: 'default/payload', file: null, vibrated: true }),
  row('no sound key', PAYLOAD, [alert()], { sound: null }),
  row('existing wav of 2 s', SOUND, [file('two.wav', {}), alert({ sound: 'two.wav' })], {
    sound: 'two.wav/payload',
    file: [true, true],
    vibrated: true,
  }),
  row('wav of 31 s', SOUND, [file('long.wav', { duration: 31 }), alert({ sound: 'long.wav' })], {
    sound: 'default/system',
    file: [true, false],
  }),
  row('missing file', SOUND, [alert({ sound: 'none.wav' })], { sound: 'default/system', file: [false, false] }),
  row('mp3', SOUND, [file('song.mp3', { container: 'mp3', codec: 'mp3' }), alert({ sound: 'song.mp3' })], {
    sound: 'default/system',
    file: [true, false],
  }),
  row('empty name', CHOICE, [alert({ sound: '' })], { sound: 'default/system', file: [false, false] }),
  row('sound 5', CHOICE, [alert({ sound: 5 })], { sound: null, shade: ['hi'] }),
  row('silent switch', SOUND, [ringer('silent'), RINGS], { sound: '-/ringer', vibrated: true, headsUp: true }),
  row('vibrate', SOUND, [ringer('vibrate'), RINGS], { sound: '-/ringer', vibrated: true }),
  row('silent switch, file', SOUND, [ringer('silent'), alert({ sound: 'hualala.caf' })], {
    sound: '-/ringer',
    file: [true, true],
  }),
  row('volume 0', CHOICE, [conditions({ volume: 0 }), RINGS], { sound: '-/volume', vibrated: true }),
  row('sounds of the app off', SETTINGS, [settings({ sounds: false }), RINGS], {
    sound: '-/settings',
    vibrated: false,
    badge: 3,
    headsUp: true,
  }),
  row('critical sound without leave, silent switch', CHOICE, [ringer('silent'), alert({ sound: CRITICAL_SOUND })], {
    sound: '-/ringer',
    file: [true, true],
  }),
  row(
    'critical sound with leave, silent switch',
    SOUND,
    [settings({ critical: true }), ringer('silent'), alert({ sound: CRITICAL_SOUND })],
    { sound: 'hualala.caf/payload', vibrated: true },
  ),
  row(
    'critical sound, volume 0 and sounds off',
    SOUND,
    [settings({ critical: true, sounds: false }), conditions({ volume: 0 }), alert({ sound: CRITICAL_SOUND })],
    { sound: 'hualala.caf/payload' },
  ),
  row(
    'critical sound with its own volume 0',
    SOUND,
    [settings({ critical: true }), alert({ sound: { ...CRITICAL_SOUND, volume: 0 } })],
    { sound: '-/payload', vibrated: true },
  ),
  row('level critical without a sound', SOUND, [settings({ critical: true }), at('critical', { sound: undefined })], {
    sound: 'default/system',
  }),
  row(
    'critical sound with a missing file',
    SOUND,
    [settings({ critical: true }), ringer('silent'), alert({ sound: { critical: 1, name: 'none.caf' } })],
    { sound: 'default/system', file: [false, false] },
  ),
  row('sound alone', CHOICE, [{ push: { aps: { sound: 'default' } } }], {
    results: ['silent'],
    shade: [],
    sound: 'default/payload',
  }),
];

export const TEXTS: readonly DeviceVector[] = [
  row('alert as a string', PAYLOAD, [alert()], { shade: ['hi'], title: null, headsUp: true, quiet: false }),
  row('alert as an object', PAYLOAD, [alert({ alert: { title: 'T', body: 'B' } })], { shade: ['B'], title: 'T' }),
  row(
    'same collapse id twice',
    IDENTIFIER,
    [alert({}, { collapseId: 'a' }), alert({ alert: 'new' }, { collapseId: 'a' })],
    {
      shade: ['new'],
    },
  ),
  row('two collapse ids', IDENTIFIER, [alert({}, { collapseId: 'a' }), alert({}, { collapseId: 'b' })], {
    shade: ['hi', 'hi'],
  }),
  row('thread-id', PAYLOAD, [alert({ 'thread-id': 'chat-1' })], { group: 'chat-1' }),
  row('no thread-id', PAYLOAD, [alert()], { group: null }),
  row('thread-id of a wrong type', CHOICE, [alert({ 'thread-id': 7 })], { group: null, shade: ['hi'] }),
  row('category without buttons', PAYLOAD, [alert({ category: 'MSG' })], { shade: ['hi'], cause: null }),
  row('nothing in it', PAYLOAD, [{ push: { aps: {} } }], { results: ['silent'], shade: [] }),
];

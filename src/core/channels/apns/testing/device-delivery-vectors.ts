import {
  alert,
  BACKGROUND,
  CHOICE,
  conditions,
  type DeviceVector,
  DID_RECEIVE,
  KILLED,
  METRICS,
  OFFLINE,
  ONLINE,
  OPEN,
  RUNNING,
  row,
  SENDING,
  SILENT,
  SWIPED,
  settings,
} from './device-vector-kit.ts';

// What APNs and the phone keep, and what wakes the app.

export const STORED: readonly DeviceVector[] = [
  row(
    'five while offline: the last one',
    METRICS,
    [OFFLINE, ...['1', '2', '3', '4', '5'].map((body) => alert({ alert: body }, { collapseId: body })), ONLINE],
    { results: ['dropped', 'dropped', 'dropped', 'dropped', 'shown'], shade: ['5'] },
  ),
  row('expiration 0 while offline', SENDING, [OFFLINE, alert({}, { expiration: '0' }), ONLINE], {
    results: ['dropped'],
    cause: 'device-offline-not-stored',
    shade: [],
  }),
  row('expired while offline', SENDING, [OFFLINE, alert({}, { expiration: '1764000600' }), { minutes: 11 }, ONLINE], {
    results: ['dropped'],
    cause: 'device-expired',
    shade: [],
  }),
  row(
    'priority 5, saving power, screen off',
    SENDING,
    [conditions({ powerSaver: true, screenOn: false }), alert({}, { priority: 5 })],
    { results: ['waiting'], cause: 'apns-power-screen-off', shade: [] },
  ),
  row(
    '… and then it is woken',
    SENDING,
    [conditions({ powerSaver: true, screenOn: false }), alert({}, { priority: 5 }), { act: { action: 'wakeUp' } }],
    { results: ['shown'], shade: ['hi'] },
  ),
  row(
    '… and then it is charged',
    SENDING,
    [conditions({ powerSaver: true, screenOn: false }), alert({}, { priority: 1 }), conditions({ powerSaver: false })],
    { results: ['shown'], shade: ['hi'] },
  ),
  row(
    '… one is kept',
    METRICS,
    [
      conditions({ powerSaver: true, screenOn: false }),
      alert({ alert: '1' }, { priority: 5 }),
      alert({ alert: '2' }, { priority: 1 }),
      { act: { action: 'wakeUp' } },
    ],
    { results: ['dropped', 'shown'], shade: ['2'] },
  ),
  row(
    '… none that may be tried once only',
    SENDING,
    [
      conditions({ powerSaver: true, screenOn: false }),
      alert({}, { priority: 5, expiration: '0' }),
      { act: { action: 'wakeUp' } },
    ],
    { results: ['dropped'], cause: 'apns-power-screen-off', shade: [] },
  ),
  row('… priority 10 does not wait', SENDING, [conditions({ powerSaver: true, screenOn: false }), alert()], {
    results: ['shown'],
  }),
  row(
    '… expired meanwhile',
    SENDING,
    [
      conditions({ powerSaver: true, screenOn: false }),
      alert({}, { priority: 5, expiration: '1764000600' }),
      { minutes: 11 },
    ],
    { results: ['dropped'], cause: 'device-waited' },
  ),
  row(
    '… then offline and back',
    METRICS,
    [
      conditions({ powerSaver: true, screenOn: false }),
      alert({}, { priority: 5 }),
      OFFLINE,
      ONLINE,
      { act: { action: 'wakeUp' } },
    ],
    { results: ['shown'], shade: ['hi'] },
  ),
  row('saving power with the screen on', CHOICE, [conditions({ powerSaver: true }), alert({}, { priority: 5 })], {
    results: ['shown'],
  }),
  row(
    'switch: until it stops saving power',
    CHOICE,
    [{ profile: { powerDeferral: 'saving' } }, conditions({ powerSaver: true }), alert({}, { priority: 5 })],
    { results: ['waiting'], cause: 'apns-power-saving' },
  ),
  row(
    'switch: never',
    CHOICE,
    [
      { profile: { powerDeferral: 'never' } },
      conditions({ powerSaver: true, screenOn: false }),
      alert({}, { priority: 1 }),
    ],
    { results: ['shown'] },
  ),
];

const WOKE = 'didReceiveRemoteNotification';

export const WAKING: readonly DeviceVector[] = [
  row('background push, app in the background', BACKGROUND, [...RUNNING, SILENT], {
    results: ['silent'],
    told: [WOKE],
    shade: [],
  }),
  row('… after the system ended it', BACKGROUND, [...RUNNING, KILLED, SILENT], { told: [WOKE] }),
  row('… after force-quit', DID_RECEIVE, [SILENT], { told: [], cause: null }),
  row('… after a restart of the phone', DID_RECEIVE, [{ act: { action: 'reboot' } }, SILENT], { told: [WOKE] }),
  row('… with Background App Refresh off', CHOICE, [...RUNNING, settings({ backgroundRefresh: false }), SILENT], {
    told: [],
  }),
  row('… in Low Power Mode', CHOICE, [...RUNNING, conditions({ powerSaver: true }), SILENT], { told: [] }),
  row('… without permission to notify', BACKGROUND, [...RUNNING, { patch: { permission: 'denied' } }, SILENT], {
    told: [WOKE],
  }),
  row('three an hour', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT], { told: [WOKE, WOKE, WOKE] }),
  row(
    'the fourth comes when the budget allows',
    BACKGROUND,
    [...RUNNING, SILENT, SILENT, SILENT, SILENT, { minutes: 20 }],
    {
      told: [WOKE, WOKE, WOKE, WOKE],
      results: ['silent', 'silent', 'silent', 'silent'],
    },
  ),
  row('not before', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, { minutes: 19 }], {
    told: [WOKE, WOKE, WOKE],
  }),
  row(
    'a newer one replaces the held one',
    BACKGROUND,
    [...RUNNING, SILENT, SILENT, SILENT, SILENT, SILENT, { minutes: 20 }],
    {
      told: [WOKE, WOKE, WOKE, WOKE],
      results: ['silent', 'silent', 'silent', 'dropped', 'silent'],
    },
  ),
  row('opening the app delivers it at once', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, OPEN], {
    told: [WOKE, WOKE, WOKE, WOKE],
  }),
  row('force-quit discards it', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, SWIPED, OPEN], {
    told: [WOKE, WOKE, WOKE],
    results: ['silent', 'silent', 'silent', 'dropped'],
    cause: 'device-kept-lost',
  }),
  row('the system’s end of it too', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, KILLED, { minutes: 60 }], {
    told: [WOKE, WOKE, WOKE],
    cause: 'device-kept-lost',
  }),
  row(
    'it outlives the only attempt that the sender allows',
    BACKGROUND,
    [
      ...RUNNING,
      SILENT,
      SILENT,
      SILENT,
      { push: { aps: { 'content-available': 1 }, type: 'background', expiration: '0' } },
      { minutes: 20 },
    ],
    { told: [WOKE, WOKE, WOKE, WOKE] },
  ),
  row(
    'it is on the phone, and gives way to nothing that APNs keeps',
    CHOICE,
    [...RUNNING, SILENT, SILENT, SILENT, SILENT, OFFLINE, alert(), { minutes: 20 }, ONLINE],
    { told: [WOKE, WOKE, WOKE, WOKE], shade: ['hi'] },
  ),
  row(
    'Low Power Mode meanwhile',
    CHOICE,
    [...RUNNING, SILENT, SILENT, SILENT, SILENT, conditions({ powerSaver: true }), { minutes: 20 }],
    {
      told: [WOKE, WOKE, WOKE],
      results: ['silent', 'silent', 'silent', 'silent'],
    },
  ),
  row('no limit', CHOICE, [{ profile: { backgroundPerHour: 0 } }, ...RUNNING, SILENT, SILENT, SILENT, SILENT, SILENT], {
    told: [WOKE, WOKE, WOKE, WOKE, WOKE],
  }),
  row(
    'one that shows something is outside of the budget',
    CHOICE,
    [...RUNNING, ...Array.from({ length: 5 }, () => alert({ 'content-available': 1 }))],
    { told: Array(5).fill(WOKE), shade: Array(5).fill('hi') },
  ),
  row('in front there is no budget', CHOICE, [OPEN, SILENT, SILENT, SILENT, SILENT], {
    told: [WOKE, WOKE, WOKE, WOKE],
  }),
];

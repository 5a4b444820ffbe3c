import type { AndroidId, PhoneState } from './phones.ts';

/**
 * What a plain notification does on each system in one state of the phone. Letters: `s` it sounds, `v` it shakes the
 * phone, `h` it pops up, `q` it is listed quietly, `l` its contents are hidden on the lock screen, `n` it is not on the
 * lock screen; a number is what stands behind the icon (a dot where the system shows none); `x` it is not shown; `a` the
 * app gets it instead.
 */
export interface StateRow {
  readonly name: string;
  readonly source: string;
  readonly state: PhoneState;
  readonly expected: Readonly<Record<AndroidId, string>>;
}

const CHANNELS = 'Android: create and manage notification channels';
const PERMISSION = 'Android: notification runtime permission';
const ATTENTION = 'AOSP: NotificationAttentionHelper.java';
const ZEN = 'AOSP: ZenModeHelper.java; NotificationManager.Policy';
const PEEK = 'AOSP: NotificationInterruptStateProviderImpl.java';
const LOCK = 'Android: lock screen visibility';
const BADGE = 'Android: notification badges; the vendors’ badge guides';
const PROCESS = 'Firebase: receive messages; the vendors’ guides to foreground display';
const MAKERS = 'The makers’ settings of banners and badges, as integration guides describe them';
const APP_OFF = 'Android: force-stopped apps; the vendors’ push services draw by themselves';

type Columns = readonly [fcm: string, xiaomi: string, huawei: string, meizu: string, oppo: string, vivo: string];

const row = (name: string, source: string, state: PhoneState, columns: Columns): StateRow => {
  const [fcm, xiaomi, huawei, meizu, oppo, vivo] = columns;
  return { name, source, state, expected: { fcm, xiaomi, huawei, meizu, oppo, vivo } };
};
const same = (text: string): Columns => [text, text, text, text, text, text];
const RINGS: Columns = ['s1', 'svh1', 'svh0', 'svh1', 'sh1', 'svh0'];

/** The dot of Pixel and Flyme counts too, only it does not say how many; EMUI and OriginOS keep what a push wrote. */
export const STATE_ROWS: readonly StateRow[] = [
  row('everything allowed, app in the background', CHANNELS, {}, RINGS),
  row('app killed by the system', PROCESS, { app: { process: 'killed', killedBy: 'system' } }, RINGS),
  row('app swiped away', PROCESS, { app: { process: 'killed', killedBy: 'user' } }, RINGS),
  row('app in front', PROCESS, { app: { process: 'foreground' } }, ['a', 'svh1', 'svh0', 'svh1', 'sh1', 'svh0']),
  row('app in front, phone locked', PROCESS, { app: { process: 'foreground' }, locked: true }, [
    's1',
    'sv1',
    'sv0',
    'sv1',
    's1',
    'sv0',
  ]),
  row('permission denied', PERMISSION, { permission: 'denied' }, same('x')),
  row('ringer on vibrate', ATTENTION, { ringer: 'vibrate' }, ['v1', 'vh1', 'vh0', 'vh1', 'vh1', 'vh0']),
  row('ringer silent', ATTENTION, { ringer: 'silent' }, ['1', 'h1', 'h0', 'h1', 'h1', 'h0']),
  row('volume 0', ATTENTION, { conditions: { volume: 0 } }, ['1', 'vh1', 'vh0', 'vh1', 'h1', 'vh0']),
  row('sounds of the app off', CHANNELS, { settings: { sounds: false } }, ['1', 'vh1', 'vh0', 'vh1', 'h1', 'vh0']),
  row('banners of the app off', MAKERS, { settings: { popUps: false } }, ['s1', 'sv1', 'sv0', 'sv1', 's1', 'sv0']),
  row('badge of the app off', BADGE, { settings: { badges: false } }, ['s0', 'svh0', 'svh0', 'svh0', 'sh0', 'svh0']),
  row('a number stands on the icon', BADGE, { badge: 7 }, ['s1', 'svh1', 'svh7', 'svh1', 'sh1', 'svh7']),
  row('phone locked', PEEK, { locked: true }, ['s1', 'sv1', 'sv0', 'sv1', 's1', 'sv0']),
  row('screen off', PEEK, { conditions: { screenOn: false } }, ['s1', 'sv1', 'sv0', 'sv1', 's1', 'sv0']),
  row('locked, contents hidden', LOCK, { locked: true, conditions: { lockScreen: 'hidden' } }, [
    'sl1',
    'svl1',
    'svl0',
    'svl1',
    'sl1',
    'svl0',
  ]),
  row('locked, nothing on the lock screen', LOCK, { locked: true, conditions: { lockScreen: 'none' } }, [
    'sn1',
    'svn1',
    'svn0',
    'svn1',
    'sn1',
    'svn0',
  ]),
  row('locked, the app not on the lock screen', LOCK, { locked: true, settings: { lockScreen: false } }, [
    'sn1',
    'svn1',
    'svn0',
    'svn1',
    'sn1',
    'svn0',
  ]),
  row('Do not disturb, priority only', ZEN, { conditions: { dnd: 'priority' } }, ['1', '1', '0', '1', '1', '0']),
  row('Do not disturb, total silence', ZEN, { conditions: { dnd: 'total' } }, ['1', '1', '0', '1', '1', '0']),
  row(
    'Do not disturb, the app overrides it',
    ZEN,
    { conditions: { dnd: 'priority' }, settings: { overridesDnd: true } },
    RINGS,
  ),
  row(
    'Do not disturb, alarms only, the app overrides it',
    ZEN,
    { conditions: { dnd: 'alarms' }, settings: { overridesDnd: true } },
    ['1', '1', '0', '1', '1', '0'],
  ),
  row('Do not disturb that hides nothing', ZEN, { conditions: { dnd: 'priority', dndHides: 'nothing' } }, [
    '1',
    'h1',
    'h0',
    'h1',
    'h1',
    'h0',
  ]),
  row(
    'Do not disturb that hides everything',
    ZEN,
    { conditions: { dnd: 'priority', dndHides: 'everything' } },
    same('x'),
  ),
  row(
    'auto-start off, app swiped away',
    APP_OFF,
    { settings: { autoStart: false }, app: { process: 'killed', killedBy: 'user' } },
    RINGS,
  ),
];

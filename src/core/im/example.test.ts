import { describe, expect, it } from 'vitest';
import { CHANNEL_IDS } from '../channels/types.ts';
import {
  type ExampleLines,
  examplePush,
  HUALALA_URI,
  makeDecision,
  makeDevice,
  makeMessage,
} from '../testing/fixtures.ts';
import { decideOffline } from './decide.ts';

// The example program at the end of the specification: its message with every choice of its commented lines.

const elements = [{ type: 'text', text: 'a new msg from alice' }] as const;
const EXT = '{"level":15,"task":"TASK15"}';
const PATH = '/path/to/sound/file';
const SILENT = 'push.no_sound';

const general = { title: ["I'm title", 'message'], body: ["I'm description", 'message'] } as const;
const ios = { title: ["I'm title for iOS", 'message.ios'], body: ["I'm desc for iOS", 'message.ios'] } as const;
const android = {
  title: ["I'm title for android", 'message.android'],
  body: ["I'm desc for android", 'message.android'],
} as const;

type Texts = typeof general | typeof ios | typeof android;
type Row = readonly [
  androidTexts: boolean,
  iosTexts: boolean,
  silent: boolean,
  onIos: Texts,
  sound: string,
  onAndroid: Texts,
];

const rows: readonly Row[] = [
  [false, false, false, general, PATH, general],
  [false, false, true, general, SILENT, general],
  [false, true, false, ios, PATH, general],
  [false, true, true, ios, SILENT, general],
  [true, false, false, general, PATH, android],
  [true, false, true, general, SILENT, android],
  [true, true, false, ios, PATH, android],
  [true, true, true, ios, SILENT, android],
];

const decide = (lines: ExampleLines, channel: (typeof CHANNEL_IDS)[number]) =>
  decideOffline(
    makeDecision({ message: makeMessage({ elements, offlinePush: examplePush(lines) }), device: makeDevice(channel) }),
  );

const lostTo = (texts: Texts, value: string) => (texts === general ? [] : [{ from: 'message', value }]);

describe.each(rows)(
  'example, Android texts %s, iOS texts %s, silent %s',
  (androidTexts, iosTexts, silent, onIos, sound, onAndroid) => {
    const lines = { androidTexts, iosTexts, silent };

    it('on the iPhone', () => {
      const { verdict, fields, badge, trace } = decide(lines, 'apns');
      expect(verdict).toBe('push');
      expect(badge).toBe(1);
      expect(fields).toEqual({
        title: { value: onIos.title[0], from: onIos.title[1], overridden: lostTo(onIos, "I'm title") },
        body: { value: onIos.body[0], from: onIos.body[1], overridden: lostTo(onIos, "I'm description") },
        sound: { value: sound, from: 'message.ios', overridden: [] },
        badge: { value: true, from: 'message.ios', overridden: [] },
        ext: { value: EXT, from: 'message', overridden: [] },
      });
      const notes = trace.filter((step) => step.verdict === 'note').map((step) => step.rule);
      expect(notes).toEqual(silent ? [] : ['ios-sound-is-a-path']);
    });

    it.each(CHANNEL_IDS.filter((id) => id !== 'apns'))('on %s', (channel) => {
      const { verdict, fields, badge, trace } = decide(lines, channel);
      expect(verdict).toBe('push');
      expect(badge).toBeNull();
      expect(fields).toEqual({
        title: { value: onAndroid.title[0], from: onAndroid.title[1], overridden: lostTo(onAndroid, "I'm title") },
        body: { value: onAndroid.body[0], from: onAndroid.body[1], overridden: lostTo(onAndroid, "I'm description") },
        sound: { value: 'default', from: 'default', overridden: [{ from: 'message.android', value: HUALALA_URI }] },
        badge: { value: false, from: 'default', overridden: [] },
        ext: { value: EXT, from: 'message', overridden: [] },
      });
      const notes = trace.filter((step) => step.verdict === 'note').map((step) => step.rule);
      expect(notes).toEqual(['custom-sound-apns-only']);
    });
  },
);

describe('the global example of the specification', () => {
  const uri = 'android.resource://com.example.app/raw/dudulu';
  const withGlobalSounds = (channel: (typeof CHANNEL_IDS)[number]) => {
    const input = makeDecision({ device: makeDevice(channel) });
    const settings = { enabled: true, c2cSound: uri, groupSound: uri };
    return decideOffline({ ...input, recipient: { ...input.recipient, settings } });
  };

  it('sends an Android URI to the iPhone as it is, and says that it cannot play', () => {
    const { fields, trace } = withGlobalSounds('apns');
    expect(fields.sound).toEqual({ value: uri, from: 'global', overridden: [] });
    expect(trace).toContainEqual(
      expect.objectContaining({ rule: 'android-sound-uri-on-ios', verdict: 'note', from: 'global' }),
    );
  });

  it('plays the default sound on Android, and says that custom sounds exist for APNs only', () => {
    const { fields, trace } = withGlobalSounds('xiaomi');
    expect(fields.sound).toEqual({ value: 'default', from: 'default', overridden: [{ from: 'global', value: uri }] });
    expect(trace).toContainEqual(expect.objectContaining({ rule: 'custom-sound-apns-only', params: { sound: uri } }));
  });
});

import type { MessageInput } from '../../core/im/types.ts';

export type PresetId =
  | 'specification'
  | 'silent'
  | 'group'
  | 'plain'
  | 'elements'
  | 'platforms'
  | 'switchedOff'
  | 'system';

const example: MessageInput = {
  from: 'alice',
  to: { c2c: 'user-apns' },
  kind: 'chat',
  elements: [{ type: 'text', text: 'a new msg from alice' }],
  offlinePush: {
    enabled: true,
    title: "I'm title",
    descr: "I'm description",
    ext: '{"level":15,"task":"TASK15"}',
    android: { sound: 'android.resource://com.example.app/raw/hualala' },
    ios: { badgeEnabled: true, sound: '/path/to/sound/file' },
  },
};

/** Messages to begin with; the first is the example program at the end of the specification. */
export const PRESETS: Readonly<Record<PresetId, MessageInput>> = {
  specification: example,
  silent: { ...example, offlinePush: { ...example.offlinePush, ios: { badgeEnabled: true, sound: 'push.no_sound' } } },
  group: {
    from: 'alice',
    to: { group: 'demo-group' },
    kind: 'chat',
    elements: [{ type: 'text', text: 'Stand-up in five minutes' }],
    offlinePush: { title: 'Team', ios: { sound: 'dudulu.caf' } },
  },
  plain: {
    from: 'alice',
    to: { c2c: 'user-xiaomi' },
    kind: 'chat',
    elements: [{ type: 'text', text: 'a new msg from alice' }],
  },
  elements: {
    from: 'alice',
    to: { c2c: 'user-apns' },
    kind: 'chat',
    elements: [
      { type: 'text', text: 'From the lake: ' },
      { type: 'image' },
      { type: 'location', desc: 'West Lake', latitude: 30.2428, longitude: 120.149 },
    ],
  },
  platforms: {
    ...example,
    to: { group: 'demo-group' },
    offlinePush: {
      ...example.offlinePush,
      android: {
        title: "I'm title for android",
        desc: "I'm desc for android",
        sound: 'android.resource://com.example.app/raw/hualala',
      },
      ios: { title: "I'm title for iOS", desc: "I'm desc for iOS", badgeEnabled: true, sound: 'hualala.caf' },
    },
  },
  switchedOff: { ...example, offlinePush: { ...example.offlinePush, enabled: false } },
  system: {
    from: 'alice',
    to: { c2c: 'user-apns' },
    kind: 'system',
    elements: [{ type: 'custom', data: 'friend-added' }],
  },
};

export const PRESET_IDS = Object.keys(PRESETS) as readonly PresetId[];

import type { MessageInput } from '../../src/core/im/types.ts';

/** The message of the example program at the end of the specification. */
export const example = {
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
} as const satisfies MessageInput;

export const toDemoGroup = { ...example, to: { group: 'demo-group' } } as const satisfies MessageInput;

/** The phones of the built-in workspace, in the specification's order. */
export const PHONES = ['iphone', 'xiaomi', 'huawei', 'pixel', 'meizu', 'oppo', 'vivo'] as const;

/** A message with nothing but text. */
export const plain = (text = 'hello', to = 'user-apns'): MessageInput => ({
  from: 'alice',
  to: { c2c: to },
  kind: 'chat',
  elements: [{ type: 'text', text }],
});

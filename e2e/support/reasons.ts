import type { MessageInput } from '../../src/core/im/types.ts';
import type { ReasonCode } from '../../src/core/trace/types.ts';

/** How a test brings about a reason: calls of the API first, then a message. */
export interface ReasonCase {
  readonly reason: ReasonCode;
  readonly prepare: readonly (readonly [method: string, path: string, body: unknown])[];
  readonly send?: Partial<MessageInput>;
}

const DAY = 86_400_000;
const iphone = (action: unknown) => ['POST', '/devices/iphone/actions', action] as const;
const group = { to: { group: 'demo-group' } };

export const REASONS: readonly ReasonCase[] = [
  { reason: 'delivered', prepare: [] },
  { reason: 'system-message', prepare: [], send: { kind: 'system' } },
  { reason: 'push-flag-off', prepare: [], send: { offlinePush: { enabled: false } } },
  {
    reason: 'receive-opt',
    prepare: [['PUT', '/accounts/user-apns', { receiveOptions: { 'demo-group': 'receiveNotNotify' } }]],
    send: group,
  },
  {
    reason: 'global-switch-off',
    prepare: [['PUT', '/accounts/user-apns/offline-push-settings', { enabled: false }]],
  },
  { reason: 'no-text', prepare: [], send: { elements: [{ type: 'custom', data: 'x' }] } },
  { reason: 'logged-out', prepare: [iphone({ action: 'logout' })] },
  { reason: 'kicked', prepare: [iphone({ action: 'kick' })] },
  { reason: 'never-logged-in', prepare: [['PUT', '/accounts/bob', {}]], send: { to: { c2c: 'bob' } } },
  { reason: 'expired', prepare: [['PUT', '/workspace', { clock: { offsetMs: 8 * DAY } }]] },
  { reason: 'instance-foreground', prepare: [iphone({ action: 'launch' })] },
  { reason: 'instance-online', prepare: [iphone({ action: 'launch' }), iphone({ action: 'background' })] },
  { reason: 'no-token', prepare: [['PATCH', '/devices/iphone', { token: null }]] },
  { reason: 'requirement-not-met', prepare: [['PATCH', '/devices/iphone', { system: { name: 'Android' } }]] },
  { reason: 'vendor-rejected', prepare: [iphone({ action: 'unregister' })] },
  { reason: 'device-offline', prepare: [iphone({ action: 'offline' })] },
  {
    reason: 'device-waiting',
    prepare: [['PATCH', '/devices/pixel', { settings: { battery: 'restricted' }, conditions: { doze: 'deep' } }]],
    send: { to: { c2c: 'user-fcm' } },
  },
  { reason: 'device-suppressed', prepare: [['PATCH', '/devices/iphone', { permission: 'denied' }]] },
];

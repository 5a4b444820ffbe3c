import type { SystemSwitches } from '../device/phone-settings.ts';
import { appSettings, phoneConditions } from '../device/phone-settings.ts';
import type { PushTarget } from '../device/types.ts';
import type { WaitingPush } from '../simulator/waiting-types.ts';
import type { DeviceSettingsView, DeviceSwitchView, WaitingView } from '../views.ts';
import type { ViewContext } from './context.ts';

const switchesOf = (table: SystemSwitches): readonly DeviceSwitchView[] =>
  Object.entries(table).map(([name, { on, ...one }]) => ({ ...one, name, on: on ?? null }));

/** What can be set of a phone and of the app in its settings, with every value: the same for all phones. */
export const presentDeviceSettings = (): DeviceSettingsView => ({
  conditions: switchesOf(phoneConditions),
  settings: switchesOf(appSettings),
});

/** A phone's registrations, the one in force first, then by when they ended. */
export const presentRegistrations = (targets: readonly PushTarget[]): readonly PushTarget[] =>
  targets.toSorted((a, b) => Number(b.state === 'active') - Number(a.state === 'active') || b.since - a.since);

/** A push that is kept from its phone, with the sentence that says why. */
export const presentWaiting = (one: WaitingPush, { explain }: ViewContext): WaitingView => ({
  kind: one.kind,
  pushId: one.push.id,
  title: one.push.title,
  body: one.push.body,
  acceptedAt: one.push.acceptedAt,
  expiresAt: one.push.expiresAt,
  nextAt: one.nextAt,
  exchangeId: one.exchangeId,
  outcomeId: one.outcomeId,
  step: one.step === null ? null : explain(one.step),
});

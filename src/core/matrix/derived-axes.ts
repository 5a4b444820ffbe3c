import type { Switch } from '../channels/kit/switches.ts';
import { CHANNEL_IDS, type ChannelId } from '../channels/types.ts';
import { appSettings, phoneConditions, type SystemSwitches } from '../device/phone-settings.ts';
import type { Platform } from '../device/types.ts';
import { imSwitches } from '../im/switches.ts';
import { CHANNEL_SWITCHES, type RuleProfile } from '../profile.ts';
import { CHANNEL_NAMES } from '../trace/explain.ts';
import type { LocalText } from '../trace/types.ts';
import type { Axis, AxisValue, NamedValue, PhoneSituation } from './types.ts';

const ON: LocalText = { en: 'on', zh: '开' };
const OFF: LocalText = { en: 'off', zh: '关' };

/** The values of a switch that are worth a column: of an amount its ends and where it stands by itself. */
export function valuesOf(one: Switch): readonly NamedValue[] {
  if (one.kind === 'choice') return one.options;
  if (one.kind === 'flag') {
    return [
      { value: true, text: ON },
      { value: false, text: OFF },
    ];
  }
  const amounts = [...new Set([one.min, one.default, one.max])].sort((a, b) => a - b);
  return amounts.map((value) => ({ value, text: { en: String(value), zh: String(value) } }));
}

const SYSTEMS: Readonly<Record<Platform, LocalText>> = {
  ios: { en: 'iOS knows no such thing.', zh: 'iOS 没有这一项。' },
  android: { en: 'Android knows no such thing.', zh: 'Android 没有这一项。' },
};

function axisOf(
  id: string,
  group: Axis['group'],
  one: Switch & { readonly on?: Platform },
  apply: (situation: PhoneSituation, value: AxisValue) => PhoneSituation,
): Axis {
  return {
    id,
    group,
    text: one.text,
    values: valuesOf(one),
    ...(one.on === undefined ? {} : { on: one.on }),
    apply: (situation, value) =>
      one.on === undefined || one.on === situation.device.platform
        ? apply(situation, value)
        : { impossible: SYSTEMS[situation.device.platform] },
  };
}

const conditionAxes = Object.entries<SystemSwitches[string]>(phoneConditions).map(([name, one]) =>
  axisOf(`conditions.${name}`, 'phone', one, (situation, value) => {
    const { device, message } = situation;
    const since = name === 'doze' ? { dozeSince: message.at } : {};
    return { ...situation, device: { ...device, ...since, conditions: { ...device.conditions, [name]: value } } };
  }),
);

const settingAxes = Object.entries<SystemSwitches[string]>(appSettings).map(([name, one]) =>
  axisOf(`settings.${name}`, 'settings', one, (situation, value) => {
    const { device } = situation;
    return { ...situation, device: { ...device, settings: { ...device.settings, [name]: value } } };
  }),
);

const withSwitch = (situation: PhoneSituation, profile: RuleProfile): PhoneSituation => ({ ...situation, profile });

const imAxes = Object.entries<Switch>(imSwitches).map(([name, one]) =>
  axisOf(`workspace.${name}`, 'workspace', one, (situation, value) =>
    withSwitch(situation, { ...situation.profile, [name]: value }),
  ),
);

function vendorAxes(channel: ChannelId): readonly Axis[] {
  const vendor = CHANNEL_NAMES[channel] ?? { en: channel, zh: channel };
  return Object.entries<Switch>(CHANNEL_SWITCHES[channel]).map(([name, one]) => {
    const text = { en: `${vendor.en}: ${one.text.en}`, zh: `${vendor.zh}：${one.text.zh}` };
    return axisOf(`workspace.${channel}.${name}`, 'workspace', { ...one, text }, (situation, value) => {
      // To the phones of other vendors it makes no difference.
      if (situation.device.channel !== channel) return situation;
      const { profile } = situation;
      return withSwitch(situation, { ...profile, [channel]: { ...profile[channel], [name]: value } });
    });
  });
}

const DERIVED = {
  phone: conditionAxes,
  settings: settingAxes,
  workspace: [...imAxes, ...CHANNEL_IDS.flatMap(vendorAxes)],
} as const;

/** The axes that stand in the tables of conditions, of the app's switches and of the workspace's. */
export const derivedAxes = (group: keyof typeof DERIVED): readonly Axis[] => DERIVED[group];

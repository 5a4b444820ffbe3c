import type { ChannelId } from '../channels/types.ts';
import type { NewDevice } from '../simulator-types.ts';
import type { AppSound, Device, Platform, PushTarget, SystemFacts } from './types.ts';

/** The app under test when nothing else is said. */
export const DEFAULT_APP = 'com.example.app';
export const DEFAULT_APP_LABEL = 'Example';

interface Model {
  readonly name: string;
  readonly model: string;
  readonly platform: Platform;
  readonly system: SystemFacts;
}

const facts = (name: string, version: string, rest: Partial<SystemFacts> = {}): SystemFacts => ({
  name,
  version,
  android: null,
  hmsVersion: null,
  playServices: null,
  mainlandChina: null,
  modelSupported: null,
  sdkVersion: null,
  ...rest,
});

/** A phone of each maker as the specification's table would have it; values that meet the requirement. */
export const MODELS: Readonly<Record<ChannelId, Model>> = {
  apns: { name: 'iPhone', model: 'iPhone', platform: 'ios', system: facts('iOS', '18') },
  xiaomi: {
    name: 'Xiaomi 14',
    model: 'Xiaomi 14',
    platform: 'android',
    system: facts('MIUI', '14', { android: '13', mainlandChina: true, sdkVersion: '3_6_12' }),
  },
  huawei: {
    name: 'Huawei',
    model: 'Huawei P40',
    platform: 'android',
    system: facts('EMUI', '10', { android: '10', hmsVersion: 20401301, mainlandChina: true, sdkVersion: '2.6.3.301' }),
  },
  fcm: {
    name: 'Pixel',
    model: 'Pixel 9',
    platform: 'android',
    system: facts('Android', '15', { android: '15', playServices: true, mainlandChina: false }),
  },
  meizu: {
    name: 'Meizu',
    model: 'Meizu 20',
    platform: 'android',
    system: facts('Flyme', '10', { android: '13', mainlandChina: true, sdkVersion: '3.6.0' }),
  },
  oppo: {
    name: 'OPPO',
    model: 'OPPO Find X6',
    platform: 'android',
    system: facts('ColorOS', '13', { android: '13', mainlandChina: true, modelSupported: true, sdkVersion: '2.0.2' }),
  },
  vivo: {
    name: 'vivo',
    model: 'vivo X90',
    platform: 'android',
    system: facts('FuntouchOS', '13', {
      android: '13',
      mainlandChina: true,
      modelSupported: true,
      sdkVersion: '2.3.1',
    }),
  },
};

/** Length of the two sounds that come with the app, seconds; the files in `resources/sounds` are made to it. */
export const BUILT_IN_SOUNDS = { dudulu: 1.2, hualala: 2 } as const;

/** The sounds inside the app: iOS bundles them as CAF and WAV files, Android as raw resources. */
export function builtInSounds(platform: Platform): readonly AppSound[] {
  return (Object.entries(BUILT_IN_SOUNDS) as [keyof typeof BUILT_IN_SOUNDS, number][]).flatMap(([name, duration]) =>
    platform === 'ios'
      ? (['caf', 'wav'] as const).map(
          (container): AppSound => ({
            name: `${name}.${container}`,
            soundId: `${name}-${container}`,
            container,
            codec: 'pcm',
            duration,
          }),
        )
      : [{ name, soundId: `${name}-wav`, container: 'wav', codec: 'pcm', duration } satisfies AppSound],
  );
}

export function createTarget(
  token: string,
  app: string,
  now: number,
  environment: PushTarget['environment'] = 'production',
): PushTarget {
  return {
    token,
    app,
    topic: app,
    environment,
    state: 'active',
    since: now,
    aliases: [],
    userAccounts: [],
    topics: [],
  };
}

/** A phone fresh out of the box: app installed and killed by its user, nobody logged in, no registration. */
export function createDevice(id: string, spec: NewDevice, now: number): Device {
  const model = MODELS[spec.channel];
  const platform = spec.platform ?? model.platform;
  return {
    id,
    name: model.name,
    channel: spec.channel,
    platform,
    model: model.model,
    system: model.system,
    online: true,
    app: {
      name: spec.app ?? DEFAULT_APP,
      label: DEFAULT_APP_LABEL,
      installed: true,
      process: 'killed',
      killedBy: 'user',
      backgroundMode: true,
    },
    session: { state: 'never', userId: null, since: now },
    permission: 'granted',
    ringer: 'normal',
    locked: false,
    badge: 0,
    badgeBase: 0,
    targets: [],
    sounds: builtInSounds(platform),
    shade: [],
    soundLog: [],
    badgeLog: [],
    android: platform === 'android' ? { seenKeys: [], lastAlertAt: null, channels: {} } : null,
  };
}

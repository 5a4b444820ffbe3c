import type { ChannelId } from '../channels/types.ts';
import type { SystemFacts } from '../device/types.ts';
import { specification, tencent } from '../trace/sources.ts';
import type { LocalText, RuleSource, TraceStep } from '../trace/types.ts';

/** One row of the specification's table: what a device must be for the vendor's channel to reach it. */
export interface Requirement {
  readonly channel: ChannelId;
  /** Column "system requirement", in words. */
  readonly system: LocalText;
  /** Column "conditions", in words. */
  readonly condition: LocalText;
  /** The system that the table names. `Android` is met by every system built on Android. */
  readonly systemName: string;
  /** Later names of the same system, which the table could not know yet. */
  readonly successors: readonly string[];
  /** Lowest Android version. */
  readonly android: string | null;
  /** Lowest version of Huawei Mobile Services. */
  readonly hmsVersion: number | null;
  readonly playServices: boolean;
  readonly outsideMainlandChina: boolean;
  /** Not every model and version is supported. */
  readonly modelDependent: boolean;
  /** Client SDK that the table names; an older one is only noted. */
  readonly sdk: { readonly artefact: string; readonly version: string } | null;
  readonly sources: readonly RuleSource[];
}

const base = {
  successors: [],
  android: null,
  hmsVersion: null,
  playServices: false,
  outsideMainlandChina: false,
  modelDependent: false,
  sdk: null,
} as const;

const ANDROID_SYSTEMS = new Set(
  ['Android', 'MIUI', 'HyperOS', 'EMUI', 'HarmonyOS', 'MagicOS', 'Flyme', 'ColorOS', 'FuntouchOS', 'OriginOS', 'OneUI']
    .concat(['OxygenOS', 'realmeUI'])
    .map(normalize),
);

/** The specification's table of channels, in its order. */
export const requirements: readonly Requirement[] = [
  {
    ...base,
    channel: 'apns',
    system: { en: 'iOS', zh: 'iOS' },
    condition: {
      en: "The system's own push channel, and the only one there is for iOS.",
      zh: 'iOS 系统自带的推送通道，iOS 上没有别的推送通道。',
    },
    systemName: 'iOS',
    successors: ['iPadOS'],
    sources: [specification('channels'), tencent.iosPush],
  },
  {
    ...base,
    channel: 'xiaomi',
    system: { en: 'MIUI', zh: 'MIUI' },
    condition: {
      en: 'The app contains MiPush_SDK_Client_3_6_12.jar.',
      zh: '应用内集成 MiPush_SDK_Client_3_6_12.jar。',
    },
    systemName: 'MIUI',
    successors: ['HyperOS'],
    sdk: { artefact: 'MiPush_SDK_Client_3_6_12.jar', version: '3.6.12' },
    sources: [specification('channels'), tencent.xiaomi],
  },
  {
    ...base,
    channel: 'huawei',
    system: { en: 'EMUI', zh: 'EMUI' },
    condition: {
      en: 'Huawei Mobile Services 20401300 or later on the phone, push:2.6.3.301 in the app.',
      zh: '手机上的华为移动服务版本不低于 20401300，应用内集成 push:2.6.3.301。',
    },
    systemName: 'EMUI',
    successors: ['HarmonyOS'],
    hmsVersion: 20401300,
    sdk: { artefact: 'push:2.6.3.301', version: '2.6.3.301' },
    sources: [specification('channels'), tencent.huawei],
  },
  {
    ...base,
    channel: 'fcm',
    system: { en: 'Android 4.1 or later', zh: 'Android 4.1 及更高版本' },
    condition: {
      en: 'Google Play services on the phone, and the phone is outside mainland China.',
      zh: '手机装有 Google Play 服务，并且在中国大陆以外使用。',
    },
    systemName: 'Android',
    android: '4.1',
    playServices: true,
    outsideMainlandChina: true,
    sources: [specification('channels'), tencent.fcm],
  },
  {
    ...base,
    channel: 'meizu',
    system: { en: 'Flyme', zh: 'Flyme' },
    condition: { en: 'The app contains push-internal:3.6.+.', zh: '应用内集成 push-internal:3.6.+。' },
    systemName: 'Flyme',
    sdk: { artefact: 'push-internal:3.6.+', version: '3.6' },
    sources: [specification('channels'), tencent.meizu],
  },
  {
    ...base,
    channel: 'oppo',
    system: { en: 'ColorOS', zh: 'ColorOS' },
    condition: {
      en: 'A model and version that OPPO push supports, which is not all of them; mcssdk-2.0.2.jar in the app.',
      zh: '机型和系统版本须在 OPPO 推送的支持范围内（并非全部支持），应用内集成 mcssdk-2.0.2.jar。',
    },
    systemName: 'ColorOS',
    modelDependent: true,
    sdk: { artefact: 'mcssdk-2.0.2.jar', version: '2.0.2' },
    sources: [specification('channels'), tencent.oppo],
  },
  {
    ...base,
    channel: 'vivo',
    system: { en: 'FuntouchOS', zh: 'FuntouchOS' },
    condition: {
      en: 'A model and version that vivo push supports, which is not all of them; vivo_pushsdk_v2.3.1.jar in the app.',
      zh: '机型和系统版本须在 vivo 推送的支持范围内（并非全部支持），应用内集成 vivo_pushsdk_v2.3.1.jar。',
    },
    systemName: 'FuntouchOS',
    successors: ['OriginOS'],
    modelDependent: true,
    sdk: { artefact: 'vivo_pushsdk_v2.3.1.jar', version: '2.3.1' },
    sources: [specification('channels'), tencent.vivo],
  },
];

const byChannel = new Map(requirements.map((requirement) => [requirement.channel, requirement]));

/** What the specification asks of a device on this channel. */
export function requirementOf(channel: ChannelId): Requirement {
  const requirement = byChannel.get(channel);
  if (requirement === undefined) throw new Error(`No requirement is tabled for channel "${channel}".`);
  return requirement;
}

const PASS: TraceStep = { stage: 'offline', rule: 'requirement-not-met', verdict: 'pass' };

/**
 * Checks a device against the table. What the device does not state counts as met. Notes (a successor of the named
 * system, a client SDK older than the named one) go to `notes`; the result is the pass, or the one fact that stops.
 */
export function checkRequirement(channel: ChannelId, system: SystemFacts, notes: TraceStep[] = []): TraceStep {
  const requirement = requirementOf(channel);
  const stop = failedFact(requirement, system);
  if (stop !== undefined) return stop;
  if (!isNamed(requirement, system) && isSuccessor(requirement, system)) {
    notes.push(step('successor-system', 'note', channel, requirement.systemName, system.name));
  }
  const { sdk } = requirement;
  if (sdk !== null && system.sdkVersion !== null && isOlder(system.sdkVersion, sdk.version)) {
    notes.push(step('client-sdk-older', 'note', channel, sdk.artefact, system.sdkVersion));
  }
  return PASS;
}

function failedFact(requirement: Requirement, system: SystemFacts): TraceStep | undefined {
  const { channel, android, hmsVersion } = requirement;
  if (!isNamed(requirement, system) && !isSuccessor(requirement, system)) {
    return step('requirement-system', 'stop', channel, requirement.systemName, system.name);
  }
  if (android !== null && system.android !== null && isOlder(system.android, android)) {
    return step('requirement-android-version', 'stop', channel, android, system.android);
  }
  if (hmsVersion !== null && system.hmsVersion !== null && system.hmsVersion < hmsVersion) {
    return step('requirement-hms', 'stop', channel, hmsVersion, system.hmsVersion);
  }
  if (requirement.playServices && system.playServices === false) {
    return { stage: 'offline', rule: 'requirement-play-services', verdict: 'stop', params: { channel } };
  }
  if (requirement.outsideMainlandChina && system.mainlandChina === true) {
    return { stage: 'offline', rule: 'requirement-region', verdict: 'stop', params: { channel } };
  }
  if (requirement.modelDependent && system.modelSupported === false) {
    return { stage: 'offline', rule: 'requirement-model', verdict: 'stop', params: { channel } };
  }
  return undefined;
}

function step(
  rule: string,
  verdict: 'stop' | 'note',
  channel: ChannelId,
  needed: string | number,
  received: string | number,
): TraceStep {
  return { stage: 'offline', rule, verdict, params: { channel, needed, received } };
}

function isNamed(requirement: Requirement, system: SystemFacts): boolean {
  if (system.name === '' || system.name === requirement.systemName) return true;
  const name = normalize(system.name);
  return (
    name === normalize(requirement.systemName) || (requirement.systemName === 'Android' && ANDROID_SYSTEMS.has(name))
  );
}

function isSuccessor(requirement: Requirement, system: SystemFacts): boolean {
  const name = normalize(system.name);
  return requirement.successors.some((successor) => normalize(successor) === name);
}

/** `Funtouch OS` and `FuntouchOS` are the same system. */
function normalize(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** Compares the numbers in two versions: `3_6_11` is older than `3.6.12`; what has no number is not older. */
function isOlder(version: string, than: string): boolean {
  const numbers = version.match(/\d+/g);
  if (numbers === null) return false;
  const wanted = than.match(/\d+/g) ?? [];
  for (let i = 0; i < wanted.length; i++) {
    const difference = Number(numbers[i] ?? 0) - Number(wanted[i]);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

import { describe, expect, it } from 'vitest';
import { CHANNEL_IDS, type ChannelId } from '../channels/types.ts';
import { MODELS } from '../device/create.ts';
import type { SystemFacts } from '../device/types.ts';
import type { TraceStep } from '../trace/types.ts';
import { checkRequirement, requirementOf, requirements } from './requirements.ts';

function check(channel: ChannelId, facts: Partial<SystemFacts>): { answer: TraceStep; notes: TraceStep[] } {
  const notes: TraceStep[] = [];
  return { answer: checkRequirement(channel, { ...MODELS[channel].system, ...facts }, notes), notes };
}

const unknown: SystemFacts = {
  name: '',
  version: null,
  android: null,
  hmsVersion: null,
  playServices: null,
  mainlandChina: null,
  modelSupported: null,
  sdkVersion: null,
};

describe('requirement table', () => {
  it('has one row for each channel, in both languages', () => {
    expect(requirements.map((row) => row.channel).sort()).toEqual([...CHANNEL_IDS].sort());
    for (const row of requirements) {
      expect(row.condition.zh).toMatch(/\p{Script=Han}/u);
      expect(row.condition.en).toMatch(/^[A-Z].*\.$/);
      expect(row.sources[0]?.title).toBe('Specification');
    }
  });

  it('holds the numbers of the specification', () => {
    expect(requirementOf('huawei')).toMatchObject({ systemName: 'EMUI', hmsVersion: 20401300 });
    expect(requirementOf('fcm')).toMatchObject({ android: '4.1', playServices: true, outsideMainlandChina: true });
    expect(requirementOf('oppo').modelDependent && requirementOf('vivo').modelDependent).toBe(true);
    expect(requirements.map((row) => row.sdk?.artefact ?? null)).toEqual([
      null,
      'MiPush_SDK_Client_3_6_12.jar',
      'push:2.6.3.301',
      null,
      'push-internal:3.6.+',
      'mcssdk-2.0.2.jar',
      'vivo_pushsdk_v2.3.1.jar',
    ]);
  });
});

describe('checkRequirement', () => {
  it.each(CHANNEL_IDS)('passes the usual phone of %s, and one that states nothing', (channel) => {
    expect(check(channel, {})).toEqual({ answer: expect.objectContaining({ verdict: 'pass' }), notes: [] });
    expect(check(channel, unknown).answer.verdict).toBe('pass');
  });

  it.each<[ChannelId, Partial<SystemFacts>, string, object]>([
    ['apns', { name: 'Android' }, 'requirement-system', { needed: 'iOS', received: 'Android' }],
    ['xiaomi', { name: 'ColorOS' }, 'requirement-system', { needed: 'MIUI', received: 'ColorOS' }],
    ['fcm', { name: 'iOS' }, 'requirement-system', { needed: 'Android', received: 'iOS' }],
    ['huawei', { hmsVersion: 20401299 }, 'requirement-hms', { needed: 20401300, received: 20401299 }],
    ['fcm', { android: '4.0.4' }, 'requirement-android-version', { needed: '4.1', received: '4.0.4' }],
    ['fcm', { playServices: false }, 'requirement-play-services', {}],
    ['fcm', { mainlandChina: true }, 'requirement-region', {}],
    ['oppo', { modelSupported: false }, 'requirement-model', {}],
    ['vivo', { modelSupported: false }, 'requirement-model', {}],
  ])('stops %s with %o: %s', (channel, facts, rule, params) => {
    expect(check(channel, facts).answer).toEqual({
      stage: 'offline',
      rule,
      verdict: 'stop',
      params: { channel, ...params },
    });
  });

  it.each<[ChannelId, Partial<SystemFacts>]>([
    ['huawei', { hmsVersion: 20401300 }],
    ['fcm', { android: '4.1' }],
    ['fcm', { android: '13' }],
    ['fcm', { name: 'MIUI' }],
    ['vivo', { name: 'Funtouch OS' }],
    ['xiaomi', { mainlandChina: false, modelSupported: false, playServices: false }],
  ])('passes %s with %o', (channel, facts) => {
    expect(check(channel, facts)).toEqual({ answer: expect.objectContaining({ verdict: 'pass' }), notes: [] });
  });

  it.each<[ChannelId, string]>([
    ['apns', 'iPadOS'],
    ['xiaomi', 'HyperOS'],
    ['huawei', 'HarmonyOS'],
    ['vivo', 'OriginOS'],
  ])('takes the successor of the system that %s names, with a note: %s', (channel, name) => {
    const { answer, notes } = check(channel, { name });
    expect(answer.verdict).toBe('pass');
    expect(notes).toEqual([expect.objectContaining({ rule: 'successor-system', verdict: 'note' })]);
  });

  it.each<[ChannelId, string, boolean]>([
    ['xiaomi', '3_6_11', true],
    ['xiaomi', '3_6_12', false],
    ['xiaomi', '3_10_0', false],
    ['xiaomi', '4', false],
    ['huawei', '2.6.3.300', true],
    ['meizu', '3.5.9', true],
    ['meizu', '3.6.2', false],
    ['vivo', 'v2.3', true],
    ['vivo', 'v3.0.0', false],
    ['oppo', 'unknown', false],
  ])('%s with client SDK %s is older than tabled: %s, which is only noted', (channel, sdkVersion, older) => {
    const { answer, notes } = check(channel, { sdkVersion });
    expect(answer.verdict).toBe('pass');
    expect(notes.map((step) => step.rule)).toEqual(older ? ['client-sdk-older'] : []);
  });
});

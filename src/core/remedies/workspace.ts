import type { Switch } from '../channels/kit/switches.ts';
import type { ChannelId } from '../channels/types.ts';
import { imSwitches } from '../im/switches.ts';
import { valuesOf } from '../matrix/derived-axes.ts';
import { CHANNEL_SWITCHES, type RuleProfile } from '../profile.ts';
import type { Fault } from '../simulator/fault-types.ts';
import type { ClockSetting } from '../simulator-types.ts';
import type { LocalText } from '../trace/types.ts';
import { orderOf } from './phone.ts';
import type { Candidate, ChangeCommand, Scene } from './types.ts';

const FAULT = 5;
const WAITING = 60;
const SWITCH = 80;

const MINUTE = 60_000;
const DELAYS: readonly { readonly ms: number; readonly text: LocalText }[] = [
  { ms: MINUTE, text: { en: 'Let a minute pass', zh: '等待一分钟' } },
  { ms: 60 * MINUTE, text: { en: 'Let an hour pass', zh: '等待一小时' } },
  { ms: 24 * 60 * MINUTE, text: { en: 'Let a day pass', zh: '等待一天' } },
];

const put = (body: unknown): ChangeCommand => ({ method: 'PUT', path: '/workspace', body });

/** What the workspace itself has to do with it: faults that were set up, its switches, its clock. */
export const workspaceCandidates = (
  channel: ChannelId | null,
  profile: RuleProfile,
  clock: ClockSetting,
  faults: readonly Fault[],
): readonly Candidate[] => [
  ...faults.filter((one) => one.channel === channel).map(without),
  ...DELAYS.map(({ ms, text }) => later(ms, text, clock)),
  ...switchesOf(imSwitches, null, profile),
  ...(channel === null ? [] : switchesOf(CHANNEL_SWITCHES[channel], channel, profile[channel])),
];

function without({ id }: Fault): Candidate {
  const command = { method: 'DELETE', path: `/faults/${encodeURIComponent(id)}`, body: null } as const;
  const text = { en: `Remove the fault ${id}`, zh: `移除故障 ${id}` };
  return {
    changes: [{ id: 'fault', text, by: 'simulator', command }],
    rank: FAULT,
    apply(scene) {
      const { faults = [] } = scene.supposition;
      return { ...scene, supposition: { ...scene.supposition, faults: faults.filter((one) => one.id !== id) } };
    },
  };
}

function later(ms: number, text: LocalText, clock: ClockSetting): Candidate {
  const moved = clock.stoppedAt === null ? { offsetMs: clock.offsetMs + ms } : { stoppedAt: clock.stoppedAt + ms };
  return {
    changes: [{ id: 'clock', text, by: 'simulator', command: put({ clock: moved }) }],
    rank: WAITING,
    apply(scene) {
      const { message } = scene.situation;
      return { ...scene, situation: { ...scene.situation, message: { ...message, at: message.at + ms } } };
    },
  };
}

function switchesOf(
  table: Readonly<Record<string, Switch>>,
  channel: ChannelId | null,
  values: Readonly<Record<string, unknown>>,
): Candidate[] {
  return Object.entries(table).flatMap(([name, one]) =>
    valuesOf(one)
      .filter(({ value }) => value !== values[name])
      .map(({ value }) => {
        const body = channel === null ? { [name]: value } : { [channel]: { [name]: value } };
        const id = channel === null ? `workspace.${name}` : `workspace.${channel}.${name}`;
        return {
          changes: [{ id, text: orderOf(one, one.text, value), by: 'simulator', command: put(body) }],
          rank: SWITCH,
          apply: (scene: Scene) => turned(scene, channel, name, value),
        } satisfies Candidate;
      }),
  );
}

function turned(scene: Scene, channel: ChannelId | null, name: string, value: unknown): Scene {
  const { profile } = scene.situation;
  const next =
    channel === null
      ? { ...profile, [name]: value }
      : { ...profile, [channel]: { ...profile[channel], [name]: value } };
  return { ...scene, situation: { ...scene.situation, profile: next } };
}

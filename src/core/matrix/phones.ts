import { createAccount, defaultWorkspace } from '../default-workspace.ts';
import { recount } from '../device/badge.ts';
import type { Device } from '../device/types.ts';
import type { Account, Message } from '../im/types.ts';
import { validateMessage } from '../im/validate.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Workspace } from '../simulator-types.ts';
import type { MatrixWorld } from './plan.ts';
import type { MatrixSpec, PhoneSituation } from './types.ts';

/** The phones of a matrix at rest, each with a message to its account. Failures as for `planMatrix`. */
export function phonesOf(spec: MatrixSpec, { simulator, channels }: MatrixWorld): Result<readonly PhoneSituation[]> {
  const now = simulator.now();
  const ids = channels.map((channel) => channel.definition.id);
  const workspace = simulator.workspace();
  // New phones come with accounts and a group of their own; the switches are those of the workspace.
  const world = spec.phones === 'builtIn' ? { ...defaultWorkspace(now, ids), profile: workspace.profile } : workspace;
  const strange = spec.devices?.find((id) => !world.devices.some((device) => device.id === id));
  if (strange !== undefined) return unknownDevice(strange, world.devices);
  const message = messageOf(spec, now);
  // Unless somebody asks for them, the sender's own phones are left out: they get messages by sync.
  const chosen =
    spec.devices === undefined
      ? world.devices.filter(({ session }) => session.userId !== message.from)
      : world.devices.filter(({ id }) => spec.devices?.includes(id));
  const situations: PhoneSituation[] = [];
  for (const device of chosen) {
    const situation = situationOf(message, atRest(device, now), spec.message?.group, world);
    if (!situation.ok) return situation;
    situations.push(situation.value);
  }
  return ok(situations);
}

function unknownDevice(id: string, fleet: readonly Device[]) {
  const known = fleet.map((device) => device.id);
  return fail('unknown_device', {
    en: `There is no device "${id}". Devices: ${known.join(', ') || 'none'}.`,
    zh: `没有设备“${id}”。现有设备：${known.join('、') || '无'}。`,
  });
}

type Content = Omit<Message, 'to'>;

function messageOf(spec: MatrixSpec, at: number): Content {
  const { from = 'alice', kind = 'chat', elements, offlinePush } = spec.message ?? {};
  const text = [{ type: 'text', text: 'a new msg from alice' }] as const;
  return { id: 'preview', at, from, kind, elements: elements ?? text, offlinePush };
}

/** A message that the IM server would refuse is refused here as well. */
function situationOf(
  content: Content,
  device: Device,
  groupId: string | undefined,
  { accounts, groups, profile }: Workspace,
): Result<PhoneSituation> {
  const { state, userId: owner } = device.session;
  const userId = owner ?? `user-of-${device.id}`;
  const account = accounts.find((one) => one.userId === userId) ?? createAccount(userId, null, state);
  const recipient: Account = { ...account, session: state };
  const message: Message = { ...content, to: groupId === undefined ? { c2c: userId } : { group: groupId } };
  const valid = validateMessage(message, {
    accounts: new Map([...accounts, recipient].map((one) => [one.userId, one])),
    groups: new Map(groups.map((one) => [one.groupId, one])),
  });
  if (!valid.ok) return valid;
  return ok({ message, sender: valid.value.sender, recipient, group: valid.value.group, device, profile });
}

/** The same phone with nothing in its shade and nothing heard lately, so that a cell does not depend on the last push. */
function atRest(device: Device, now: number): Device {
  const { lastAudibleAt: _heard, updates: _updates, ...android } = device.android ?? { channels: {} };
  const rested = { ...android, seenKeys: [], lastAlertAt: null };
  return recount({ ...device, shade: [], wakes: [], android: device.android === null ? null : rested }, now);
}

import type { Device } from '../device/types.ts';
import type { Account, Group } from '../im/types.ts';
import type { AccountView, GroupView } from '../views.ts';

/** An account, its session already worked out from its phones, with the devices that hold one. */
export function presentAccount(account: Account, devices: readonly Device[]): AccountView {
  return {
    userId: account.userId,
    nickName: account.nickName,
    session: account.session,
    devices: devices.filter((device) => device.session.userId === account.userId).map((device) => device.id),
    receiveOptions: account.receiveOptions,
  };
}

/** A group with its members. */
export function presentGroup(group: Group): GroupView {
  return {
    groupId: group.groupId,
    name: group.name,
    members: group.members.map(({ userId, nameCard }) => ({ userId, nameCard })),
  };
}

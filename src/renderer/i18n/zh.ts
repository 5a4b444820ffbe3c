import type { Messages } from './types.ts';
import { common } from './zh/common.ts';
import { connect } from './zh/connect.ts';
import { device } from './zh/device.ts';
import { faults } from './zh/faults.ts';
import { matrix } from './zh/matrix.ts';
import { message } from './zh/message.ts';
import { palette } from './zh/palette.ts';
import { phones } from './zh/phones.ts';
import { push } from './zh/push.ts';
import { shell } from './zh/shell.ts';
import { traffic } from './zh/traffic.ts';
import { why } from './zh/why.ts';
import { workspace } from './zh/workspace.ts';

export const zh: Messages = {
  ...shell,
  ...common,
  ...message,
  ...push,
  ...why,
  ...traffic,
  ...phones,
  ...device,
  ...matrix,
  ...workspace,
  ...faults,
  ...connect,
  ...palette,
};

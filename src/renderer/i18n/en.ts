import { common } from './en/common.ts';
import { connect } from './en/connect.ts';
import { device } from './en/device.ts';
import { faults } from './en/faults.ts';
import { matrix } from './en/matrix.ts';
import { message } from './en/message.ts';
import { palette } from './en/palette.ts';
import { phones } from './en/phones.ts';
import { push } from './en/push.ts';
import { shell } from './en/shell.ts';
import { traffic } from './en/traffic.ts';
import { why } from './en/why.ts';
import { workspace } from './en/workspace.ts';

/** The English texts: one file a page or concern, and English defines the keys. */
export const en = {
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
} as const;

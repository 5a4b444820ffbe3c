import type { workspace as english } from '../en/workspace.ts';
import type { Texts } from '../types.ts';

export const workspace: Texts<typeof english> = {
  workspace: {
    switches: '解读与时期',
    switchesText: '公开资料没有说清、或规则随年份变化之处，Pushpit 取了一种解读，可在此切换。',
    im: 'IM 侧',
    toDefault: '将 {{name}} 恢复默认',
  },
};

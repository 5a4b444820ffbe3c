import type { Workspace } from '../simulator-types.ts';
import type { WorkspaceView } from '../views.ts';
import { presentGroup } from './account.ts';

/** The rule profile, the clock and the groups; `now` is the simulator's time, ms. */
export function presentWorkspace(workspace: Workspace, now: number): WorkspaceView {
  return {
    ...workspace.profile,
    clock: { ...workspace.clock, now },
    groups: workspace.groups.map(presentGroup),
  };
}

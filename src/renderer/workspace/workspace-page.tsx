import { FaultsPane } from './faults-pane.tsx';
import { SwitchesPane } from './switches-pane.tsx';

/** What Pushpit takes for granted, and how the vendors misbehave on request. */
export function WorkspacePage() {
  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_minmax(24rem,38%)]">
      <SwitchesPane />
      <div className="min-w-0 border-l border-line">
        <FaultsPane />
      </div>
    </div>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { WorkspaceView } from '../../core/views.ts';
import type { SwitchView } from '../../server/api/views.ts';
import type { WorkspacePatch } from '../api/client.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { putWorkspace, useServices, useWorld } from '../stores/services.ts';
import { Pane } from '../ui/pane.tsx';
import { SwitchRow, type SwitchValue } from './switch-row.tsx';
import { useAnswer } from './use-answer.ts';

/** How a switch stands. The workspace holds the IM side's at its top, each vendor's under its name. */
function standingOf(workspace: WorkspaceView, { channel, name, default: standard }: SwitchView): SwitchValue {
  const holder: Readonly<Record<string, unknown>> = channel === null ? { ...workspace } : { ...workspace[channel] };
  const value = holder[name];
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' ? value : standard;
}

/** The names come from the API's own table, which the same API checks. */
const patchOf = ({ channel, name }: SwitchView, value: SwitchValue): WorkspacePatch =>
  (channel === null ? { [name]: value } : { [channel]: { [name]: value } }) as WorkspacePatch;

function grouped(switches: readonly SwitchView[]): readonly (readonly [ChannelId | null, readonly SwitchView[]])[] {
  const groups = new Map<ChannelId | null, SwitchView[]>();
  for (const one of switches) groups.set(one.channel, [...(groups.get(one.channel) ?? []), one]);
  return [...groups];
}

/** Readings that no public text settles, and eras: what Pushpit takes for granted, and what the user made of it. */
export function SwitchesPane() {
  const { t } = useTranslation();
  const say = useFailureText();
  const services = useServices();
  const { loaded } = useAnswer(services.api.switches);
  const workspace = useWorld((world) => world.workspace);
  const groups = useMemo(() => (loaded.state === 'ready' ? grouped(loaded.value) : []), [loaded]);
  return (
    <Pane testId="switches-pane" title={t('workspace.switches')}>
      <p className="px-3 pt-2.5 pb-1 text-ink-2">{t('workspace.switchesText')}</p>
      {loaded.state === 'failed' && <p className="px-3 py-2 text-bad">{say(loaded.error)}</p>}
      {workspace !== null &&
        groups.map(([channel, switches]) => (
          <section key={channel ?? 'im'} className="hairline-t mt-2 pt-2">
            <h3 className="px-3 pb-1 text-sm font-semibold text-ink-2">
              {channel === null ? t('workspace.im') : t(`channel.${channel}`)}
            </h3>
            <ul>
              {switches.map((one) => (
                <SwitchRow
                  key={one.name}
                  one={one}
                  value={standingOf(workspace, one)}
                  onChange={(value) => void putWorkspace(services, patchOf(one, value))}
                />
              ))}
            </ul>
          </section>
        ))}
    </Pane>
  );
}

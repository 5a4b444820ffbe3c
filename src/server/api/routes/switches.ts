import { z } from 'zod';
import type { Switches } from '../../../core/channels/kit/switches.ts';
import { CHANNEL_IDS, type ChannelId } from '../../../core/channels/types.ts';
import { imSwitches } from '../../../core/im/switches.ts';
import { CHANNEL_SWITCHES } from '../../../core/profile.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { json } from '../problem.ts';
import { switchView } from '../schemas/switches.ts';
import type { SwitchView } from '../views.ts';

const viewsOf = (channel: ChannelId | null, switches: Switches): readonly SwitchView[] =>
  Object.entries(switches).map(([name, one]) => ({ channel, name, ...one }));

const ALL: readonly SwitchView[] = [
  ...viewsOf(null, imSwitches),
  ...CHANNEL_IDS.flatMap((id) => viewsOf(id, CHANNEL_SWITCHES[id])),
];

export const switchEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/switches',
    tag: 'workspace',
    summary: 'Every switch of the workspace: what it decides, its values and its default',
    description: 'How they stand is in `GET /workspace`; `PUT /workspace` sets them.',
    answers: { 200: { description: 'The switches', schema: z.strictObject({ switches: z.array(switchView) }) } },
    handle: () => json({ switches: ALL }),
  }),
];

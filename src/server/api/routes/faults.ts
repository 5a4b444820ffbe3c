import { z } from 'zod';
import type { Channel, ResultCode } from '../../../core/channels/types.ts';
import type { ChannelView, ResultCodeView } from '../../../core/views.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { exact } from '../exact.ts';
import { json, refuse } from '../problem.ts';
import { channel, fault, newFault } from '../schemas/fault.ts';

export const faultEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/channels',
    tag: 'server',
    summary: 'The vendors: host names, limits and every result code',
    description: 'The codes are what a fault of type `code` can give, except those that mean success.',
    answers: { 200: { description: 'The vendors', schema: z.strictObject({ channels: z.array(channel) }) } },
    handle: (_input, deps) => json({ channels: deps.channels().map(channelView) }),
  }),
  endpoint({
    method: 'get',
    path: '/faults',
    tag: 'faults',
    summary: 'What goes wrong at the vendors because you said so',
    answers: {
      200: {
        description: 'In the order in which they are looked at',
        schema: z.strictObject({ faults: z.array(fault) }),
      },
    },
    handle: (_input, deps) => json({ faults: deps.simulator.faults() }),
  }),
  endpoint({
    method: 'post',
    path: '/faults',
    tag: 'faults',
    summary: 'Lets something go wrong',
    description:
      'The first fault that fits a request decides its answer, and nothing of it is delivered; delays add up. A fault whose ' +
      '`times` are used up is gone, and `/reset` takes all away.',
    body: newFault,
    bodyLimit: 2 * 1024 * 1024,
    answers: { 201: { description: 'The fault', schema: fault } },
    refusals: [409, 422],
    handle: ({ body }, deps) => {
      const added = deps.simulator.addFault({ ...exact(body), match: exact(body.match ?? {}) });
      return added.ok ? json(added.value, 201) : refuse(added.error);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/faults/{id}',
    tag: 'faults',
    summary: 'Takes a fault away',
    params: z.strictObject({ id: z.string() }),
    answers: { 200: { description: 'The fault as it was', schema: fault } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const removed = deps.simulator.removeFault(id);
      return removed.ok ? json(removed.value) : refuse(removed.error);
    },
  }),
];

const channelView = ({ definition, codes }: Channel): ChannelView => ({
  id: definition.id,
  name: definition.name,
  hosts: definition.hosts,
  limits: definition.limits,
  gaps: definition.gaps ?? [],
  codes: codes.map(codeView),
});

const codeView = ({ success, ...code }: ResultCode): ResultCodeView => ({ ...code, success: success === true });

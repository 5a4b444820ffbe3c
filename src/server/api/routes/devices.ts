import { z } from 'zod';
import type { Device } from '../../../core/device/types.ts';
import { presentDevice, presentScreen } from '../../../core/present/device.ts';
import type { Result } from '../../../core/result.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { exact } from '../exact.ts';
import { json, problem, refuse } from '../problem.ts';
import { deviceAction, devicePatch, newDevice } from '../schemas/device.ts';
import { device, screen } from '../schemas/views.ts';

const params = z.strictObject({ id: z.string() });

export const deviceEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/devices',
    tag: 'devices',
    summary: 'The fleet',
    answers: { 200: { description: 'All phones', schema: z.strictObject({ devices: z.array(device) }) } },
    handle: (_input, deps) => json({ devices: deps.simulator.workspace().devices.map((one) => view(deps, one)) }),
  }),
  endpoint({
    method: 'post',
    path: '/devices',
    tag: 'devices',
    summary: 'Adds a phone',
    body: newDevice,
    answers: { 201: { description: 'The phone', schema: device } },
    refusals: [409, 422],
    handle: ({ body }, deps) => answer(deps, deps.simulator.addDevice({ ...body, system: systemOf(body) }), 201),
  }),
  endpoint({
    method: 'get',
    path: '/devices/{id}',
    tag: 'devices',
    summary: 'One phone',
    params,
    answers: { 200: { description: 'The phone', schema: device } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const found = findDevice(deps, id);
      return found === undefined ? noDevice(deps, id) : json(view(deps, found));
    },
  }),
  endpoint({
    method: 'patch',
    path: '/devices/{id}',
    tag: 'devices',
    summary: "Changes a phone's state",
    description: 'What is absent stays.',
    params,
    body: devicePatch,
    answers: { 200: { description: 'The phone', schema: device } },
    refusals: [404, 409],
    handle: ({ params: { id }, body }, deps) =>
      answer(deps, deps.simulator.patchDevice(id, { ...body, system: systemOf(body) })),
  }),
  endpoint({
    method: 'delete',
    path: '/devices/{id}',
    tag: 'devices',
    summary: 'Takes a phone out of the fleet',
    params,
    answers: { 200: { description: 'The phone as it was', schema: device } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => answer(deps, deps.simulator.removeDevice(id)),
  }),
  endpoint({
    method: 'post',
    path: '/devices/{id}/actions',
    tag: 'devices',
    summary: 'What a user or the system does to a phone',
    params,
    body: deviceAction,
    answers: { 200: { description: 'The phone afterwards', schema: device } },
    refusals: [404, 409, 422],
    handle: ({ params: { id }, body }, deps) => answer(deps, deps.simulator.act(id, body)),
  }),
  endpoint({
    method: 'get',
    path: '/devices/{id}/screen',
    tag: 'devices',
    summary: 'What the phone shows now',
    params,
    answers: { 200: { description: 'Badge, shade and sounds', schema: screen } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const found = findDevice(deps, id);
      return found === undefined ? noDevice(deps, id) : json(presentScreen(found, deps.simulator.appsBeside(id)));
    },
  }),
];

const systemOf = (patch: z.infer<typeof devicePatch>) => (patch.system === undefined ? undefined : exact(patch.system));

const view = (deps: ApiDeps, one: Device) => presentDevice(one, deps.simulator.storedFor(one.id));

export const findDevice = (deps: ApiDeps, id: string): Device | undefined =>
  deps.simulator.workspace().devices.find((one) => one.id === id);

export function answer(deps: ApiDeps, result: Result<Device>, status = 200): Response {
  return result.ok ? json(view(deps, result.value), status) : refuse(result.error);
}

export function noDevice(deps: ApiDeps, id: string): Response {
  const known = deps.simulator.workspace().devices.map((one) => one.id);
  return problem(404, 'not_found', {
    en: `There is no device "${id}". Devices: ${known.join(', ') || 'none'}.`,
    zh: `没有设备“${id}”。现有设备：${known.join('、') || '无'}。`,
  });
}

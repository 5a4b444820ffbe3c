import { z } from 'zod';
import { nextWindow } from '../../../core/device/doze.ts';
import { presentDeviceSettings, presentRegistrations, presentWaiting } from '../../../core/present/device-life.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { json } from '../problem.ts';
import { deviceSettings, registration, waitingPush } from '../schemas/views.ts';
import { findDevice, noDevice } from './devices.ts';

const waiting = z.strictObject({
  waiting: z.array(waitingPush),
  nextWindow: z
    .number()
    .nullable()
    .meta({ description: 'When Doze next lets the phone take what waits, ms; null = it is awake' }),
});
const params = z.strictObject({ id: z.string() });

export const deviceLifeEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/device-settings',
    tag: 'devices',
    summary: 'What can be set of a phone and of the app in its settings: values and defaults',
    description: 'How they stand is in `GET /devices/{id}`; `PATCH /devices/{id}` sets them.',
    answers: { 200: { description: 'Conditions of the phone, switches of the app', schema: deviceSettings } },
    handle: () => json(presentDeviceSettings()),
  }),
  endpoint({
    method: 'get',
    path: '/devices/{id}/registrations',
    tag: 'devices',
    summary: "A phone's registrations, past ones too; the one in force comes first",
    params,
    answers: { 200: { description: 'All of them', schema: z.strictObject({ registrations: z.array(registration) }) } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const found = findDevice(deps, id);
      return found === undefined ? noDevice(deps, id) : json({ registrations: presentRegistrations(found.targets) });
    },
  }),
  endpoint({
    method: 'get',
    path: '/devices/{id}/waiting',
    tag: 'devices',
    summary: 'Pushes that are on their way to a phone and not to be seen there yet, each with what keeps it',
    params,
    answers: { 200: { description: 'All of them', schema: waiting } },
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const found = findDevice(deps, id);
      if (found === undefined) return noDevice(deps, id);
      return json({
        waiting: deps.simulator.waitingFor(id).map((one) => presentWaiting(one, deps.views)),
        nextWindow: nextWindow(found, deps.simulator.now()),
      });
    },
  }),
];

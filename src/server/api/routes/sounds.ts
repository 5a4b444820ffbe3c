import { z } from 'zod';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { problem, refuse } from '../problem.ts';
import { newSound } from '../schemas/device.ts';
import { device } from '../schemas/views.ts';
import { answer, findDevice, noDevice } from './devices.ts';

const deviceParams = z.strictObject({ id: z.string() });
const soundParams = z.strictObject({ id: z.string(), name: z.string() });

/** Base64 of an 8 MiB file: more than 30 s of 48 kHz stereo PCM. */
const UPLOAD_LIMIT = 12 * 1024 * 1024;

export const soundEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/sounds/{id}',
    tag: 'devices',
    summary: 'A sound as browsers can play it',
    params: deviceParams,
    answers: { 200: { description: 'The audio', mediaType: 'audio/wav' } },
    refusals: [404],
    handle: async ({ params: { id } }, deps) => {
      const audio = await deps.sounds.audio(id);
      if (audio === null) {
        return problem(404, 'not_found', { en: `There is no sound "${id}".`, zh: `没有声音“${id}”。` });
      }
      return new Response(audio.bytes, {
        headers: {
          'content-type': audio.contentType,
          'content-length': String(audio.bytes.length),
          'cache-control': 'private, max-age=3600',
        },
      });
    },
  }),
  endpoint({
    method: 'post',
    path: '/devices/{id}/sounds',
    tag: 'devices',
    summary: 'Puts a sound file into the app on a phone',
    description: 'Any audio file can be added; the phone decides at playing time whether it can play it.',
    params: deviceParams,
    body: newSound,
    bodyLimit: UPLOAD_LIMIT,
    answers: { 201: { description: 'The phone afterwards', schema: device } },
    refusals: [404, 422],
    handle: async ({ params: { id }, body }, deps) => {
      if (findDevice(deps, id) === undefined) return noDevice(deps, id);
      const sound = await deps.sounds.import(body.name, Buffer.from(body.base64, 'base64'));
      if (!sound.ok) return refuse(sound.error);
      return answer(deps, deps.simulator.addSound(id, sound.value), 201);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/devices/{id}/sounds/{name}',
    tag: 'devices',
    summary: 'Takes a sound file out of the app',
    params: soundParams,
    answers: { 200: { description: 'The phone afterwards', schema: device } },
    refusals: [404],
    handle: ({ params: { id, name } }, deps) => answer(deps, deps.simulator.act(id, { action: 'removeSound', name })),
  }),
];

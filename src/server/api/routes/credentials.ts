import { z } from 'zod';
import { presentUserCredential, type UserCredentialView } from '../../credentials/user/present.ts';
import type { UserCredential } from '../../credentials/user/types.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { exact } from '../exact.ts';
import { json, refuse } from '../problem.ts';
import { channelId } from '../schemas/common.ts';
import { credential, credentialInput } from '../schemas/credentials.ts';

const vendorParams = z.strictObject({ vendor: channelId });
const entryParams = z.strictObject({ vendor: channelId, id: z.string().min(1) });

export const credentialEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/credentials',
    tag: 'connection',
    summary: 'Your own keys, certificates, accounts and apps, as far as they were given',
    description: "Pushpit's own are in `GET /connection`.",
    answers: { 200: { description: 'The list', schema: z.strictObject({ credentials: z.array(credential) }) } },
    handle: (_input, deps) => json({ credentials: deps.credentials.list().map((one) => view(one, deps)) }),
  }),
  endpoint({
    method: 'put',
    path: '/credentials/{vendor}',
    tag: 'connection',
    summary: 'Adds one of your own credentials, or replaces the one of the same id',
    description:
      'A backend then needs no other configuration than the one that it has. Of keys and certificates only the public half is kept. ' +
      'All are left out of the saved workspace.',
    params: vendorParams,
    body: credentialInput,
    answers: { 200: { description: 'What is kept of it', schema: credential } },
    refusals: [409, 422],
    handle: async ({ params: { vendor }, body }, deps) => {
      const result = await deps.credentials.put(vendor, exact(body), new Date(deps.simulator.now()));
      return result.ok ? json(view(result.value, deps)) : refuse(result.error);
    },
  }),
  endpoint({
    method: 'delete',
    path: '/credentials/{vendor}/{id}',
    tag: 'connection',
    summary: 'Takes one of your own credentials away again',
    params: entryParams,
    answers: { 200: { description: 'What was taken away', schema: credential } },
    refusals: [404],
    handle: async ({ params: { vendor, id } }, deps) => {
      const result = await deps.credentials.remove(vendor, id);
      return result.ok ? json(view(result.value, deps)) : refuse(result.error);
    },
  }),
];

/** A push for an app that no phone has cannot be shown anywhere, so the phones that have it are named. */
function view(
  one: UserCredential,
  { simulator }: ApiDeps,
): UserCredentialView & { readonly phones: readonly string[] } {
  const shown = presentUserCredential(one);
  const phones = simulator
    .workspace()
    .devices.filter(
      ({ channel, targets }) => channel === one.vendor && targets.some(({ app }) => shown.apps.includes(app)),
    )
    .map(({ id }) => id);
  return { ...shown, phones };
}

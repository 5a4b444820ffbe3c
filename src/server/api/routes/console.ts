import type { z } from 'zod';
import { CONSOLE_EXAMPLES } from '../../credentials/console/examples.ts';
import { consoleNotes } from '../../credentials/console/notes.ts';
import {
  CONSOLE_VENDORS,
  type ConsoleVendor,
  consoleSchemas,
  type VendorSettings,
} from '../../credentials/console/schema.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { exact } from '../exact.ts';
import { json, refuse } from '../problem.ts';
import { consoleList, consoleView } from '../schemas/console.ts';
import type { ConsoleView } from '../views.ts';

const bodyOf = (vendor: ConsoleVendor): z.ZodType<VendorSettings> => consoleSchemas[vendor];

/** One for each vendor, so that each is checked and documented by its own schema. */
const replace = (vendor: ConsoleVendor): Endpoint =>
  endpoint({
    method: 'put',
    path: `/console/${vendor}`,
    tag: 'connection',
    summary: `Sets up what the console of ${vendor} holds, for all apps`,
    description: 'Replaces all that was set up for the vendor; `{}` takes it away. It holds from the next request on.',
    body: bodyOf(vendor),
    answers: { 200: { description: 'What is set up now', schema: consoleView(vendor) } },
    refusals: [422],
    handle: async ({ body }, deps) => {
      const result = await deps.console.put(vendor, exact(body));
      return result.ok ? json(view(vendor, deps)) : refuse(result.error);
    },
  });

export const consoleEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/console',
    tag: 'connection',
    summary: "What is set up in the vendors' web consoles and in Tencent IM's",
    description:
      'Receipt addresses, channels, templates, blocked apps, revoked certificates, service accounts that are off.',
    answers: { 200: { description: 'Vendor by vendor, with an example of each', schema: consoleList } },
    handle: (_input, deps) => json({ console: CONSOLE_VENDORS.map((vendor) => view(vendor, deps)) }),
  }),
  ...CONSOLE_VENDORS.map(replace),
];

function view(vendor: ConsoleVendor, { console, simulator }: ApiDeps): ConsoleView {
  const shown = console.shown();
  const vivoIdReceipts = simulator.workspace().profile.vivo.idReceipts !== 'none';
  const serviceAccounts = simulator.credentials().fcm.serviceAccounts.map(({ clientEmail }) => clientEmail);
  return {
    vendor,
    settings: shown[vendor] ?? {},
    // The account that is there, since any other would do nothing.
    example: vendor === 'fcm' ? { disabledAccounts: serviceAccounts.slice(0, 1) } : CONSOLE_EXAMPLES[vendor],
    notes: consoleNotes(vendor, shown, { allowHosts: console.allowHosts, vivoIdReceipts, serviceAccounts }),
  };
}

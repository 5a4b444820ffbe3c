import { z } from 'zod';
import { CONSOLE_VENDORS, type ConsoleVendor, consoleSchemas } from '../../credentials/console/schema.ts';
import { localText } from './common.ts';

/** The answer about one vendor. */
export const consoleView = (vendor: ConsoleVendor) =>
  z.strictObject({
    vendor: z.literal(vendor),
    settings: consoleSchemas[vendor],
    example: consoleSchemas[vendor],
    notes: z.array(localText).meta({ description: 'Why settings may have no effect yet' }),
  });

export const consoleList = z.strictObject({ console: z.array(z.union(CONSOLE_VENDORS.map(consoleView))) });

import { createChannels } from '../../core/channels/registry.ts';
import type { ServedVendor } from './recipes/types.ts';

/** The registered channels with their host names. */
export const registeredVendors = (): readonly ServedVendor[] =>
  createChannels().map(({ definition: { id, hosts } }) => ({ id, hosts }));

/** Host names of all registered channels: what the CA vouches for. */
export const registeredHosts = (): readonly string[] => registeredVendors().flatMap(({ hosts }) => hosts);

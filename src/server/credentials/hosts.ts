import { createChannels } from '../../core/channels/registry.ts';

/** Host names of all registered channels: what the CA vouches for. */
export const registeredHosts = (): readonly string[] => createChannels().flatMap(({ definition }) => definition.hosts);

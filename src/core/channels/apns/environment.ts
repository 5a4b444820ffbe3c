import type { ApnsEnvironment } from '../../device/types.ts';
import type { RuleProfile } from '../../profile.ts';
import type { VendorRequest } from '../types.ts';
import { PRODUCTION_HOSTS } from './definition.ts';

/** `either`: the address names none, so tokens, keys and certificates of both are good. */
export type RequestEnvironment = ApnsEnvironment | 'either';

/**
 * The environment that a request addresses: by `:authority` or `host`, else by the TLS server name. A name with
 * `sandbox` or `development` in it is the sandbox, Apple's other names are production, and for any other name
 * or address the workspace's switch decides.
 */
export function requestEnvironment(request: VendorRequest, profile: RuleProfile): RequestEnvironment {
  const name = request.host ?? request.connection.serverName;
  if (name === null) return profile.apns.addressEnvironment;
  if (PRODUCTION_HOSTS.has(name)) return 'production';
  if (name.includes('sandbox') || name.includes('development')) return 'sandbox';
  return profile.apns.addressEnvironment;
}

export const fits = (environment: RequestEnvironment, having: readonly ApnsEnvironment[]): boolean =>
  environment === 'either' || having.includes(environment);

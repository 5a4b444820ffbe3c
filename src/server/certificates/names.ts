import { isIP } from 'node:net';

/** Names under which Pushpit is reached without a vendor's name. */
export const LOCAL_NAMES: readonly string[] = ['localhost'];
export const LOCAL_ADDRESSES: readonly string[] = ['127.0.0.1', '::1'];

/** What the CA may sign for: whole DNS subtrees, and single addresses beside the loopback ones. */
export interface Constraints {
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * The narrowest DNS subtrees that hold all hosts: a host with four labels or more gives its parent domain
 * (`api.push.apple.com` → `push.apple.com`), a shorter one only itself. Sorted, without subtrees of others.
 */
export function constraintsFor(hosts: readonly string[], extraNames: readonly string[]): Constraints {
  const domains = new Set<string>(LOCAL_NAMES);
  for (const host of hosts) domains.add(parentDomain(host));
  for (const name of extraNames) if (isIP(name) === 0) domains.add(name.toLowerCase());
  const all = [...domains];
  return {
    domains: all.filter((domain) => !all.some((other) => other !== domain && domain.endsWith(`.${other}`))).sort(),
    addresses: extraNames.filter((name) => isIP(name) !== 0).sort(),
  };
}

/** May a CA with these constraints sign for everything that `wanted` needs? */
export function covers(constraints: Constraints, wanted: Constraints): boolean {
  return (
    wanted.domains.every((domain) => inSubtrees(domain, constraints.domains)) &&
    wanted.addresses.every((address) => constraints.addresses.includes(address))
  );
}

/** Is the name one of the domains or below one? */
export function inSubtrees(name: string, domains: readonly string[]): boolean {
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}

function parentDomain(host: string): string {
  const labels = host.toLowerCase().split('.');
  return labels.length >= 4 ? labels.slice(1).join('.') : labels.join('.');
}

/** Host names of all registered channels: what the CA vouches for. */
export const registeredHosts = (): readonly string[] => [
  'api.push.apple.com',
  'api.sandbox.push.apple.com',
  'api.xmpush.xiaomi.com',
];

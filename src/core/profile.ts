import type { RuleProfile } from './channels/types.ts';

/** The readings that hold unless the user switches them: the specification first, then the references' recommendation. */
export const defaultProfile: RuleProfile = {
  globalOffMessageOn: 'message',
  pushInBackground: false,
  apns: {
    strictStreams: false,
    strictBackground: false,
    environmentKeyReason: 'BadEnvironmentKeyInToken',
    strictTokenUpdates: false,
    requestsPerSecond: 0,
    addressEnvironment: 'either',
    idleTimeoutMs: 0,
  },
  xiaomi: { messageClasses: false, requestsPerSecond: 0, wrongPackageCode: 10017, scheduleDays: 7 },
};

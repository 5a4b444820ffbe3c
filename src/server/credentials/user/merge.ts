import { randomBytes } from 'node:crypto';
import type {
  ApnsCredentials,
  Credentials,
  FcmCredentials,
  HuaweiApp,
  MeizuApp,
  OppoApp,
  VivoApp,
  XiaomiApp,
} from '../../../core/channels/credentials.ts';
import { numberFor } from './read.ts';
import { appsOf, type UserCredential, type UserCredentialOf } from './types.ts';

/**
 * The installation's credentials with the user's behind them. The IM side takes the first that fits, so wherever it has
 * to sign it goes on using keys whose private half is here.
 */
export function withUserCredentials(own: Credentials, entries: readonly UserCredential[]): Credentials {
  if (entries.length === 0) return own;
  const of = <V extends UserCredential['vendor'], K extends UserCredential['kind']>(
    vendor: V,
    kind: K,
  ): UserCredentialOf<V, K>[] =>
    entries.filter((one): one is UserCredentialOf<V, K> => one.vendor === vendor && one.kind === kind);
  const accounts = of('huawei', 'account').map(({ keyId, subAccount, projectId }) => ({
    keyId,
    subAccount,
    projectId,
  }));
  return {
    apns: apnsWith(own.apns, of('apns', 'key'), of('apns', 'certificate')),
    xiaomi: { apps: [...own.xiaomi.apps, ...of('xiaomi', 'app').map(xiaomiApp)] },
    huawei: {
      apps: [...own.huawei.apps, ...of('huawei', 'app').map(huaweiApp)],
      serviceAccounts: [...own.huawei.serviceAccounts, ...accounts],
    },
    fcm: fcmWith(own.fcm, of('fcm', 'account'), of('fcm', 'project')),
    meizu: { apps: [...own.meizu.apps, ...of('meizu', 'app').map(meizuApp)] },
    oppo: { apps: [...own.oppo.apps, ...of('oppo', 'app').map(oppoApp)] },
    vivo: { apps: [...own.vivo.apps, ...of('vivo', 'app').map(vivoApp)] },
  };
}

const xiaomiApp = ({ appId, appSecret, packageNames }: UserCredentialOf<'xiaomi', 'app'>): XiaomiApp => ({
  appId,
  appSecret,
  packageNames,
  blacklisted: false,
  channels: [],
});

const huaweiApp = ({ appId, appSecret, packageName, projectId }: UserCredentialOf<'huawei', 'app'>): HuaweiApp => ({
  appId,
  appSecret,
  packageName,
  // Without one the app can be addressed by its own id only, as v1 does.
  projectId: projectId ?? '',
  receipts: [],
});

const meizuApp = ({ appId, appKey, appSecret, packageName }: UserCredentialOf<'meizu', 'app'>): MeizuApp => ({
  appId,
  appKey,
  appSecret,
  packageName,
  blacklisted: false,
});

const oppoApp = ({ appId, appKey, masterSecret, packageName }: UserCredentialOf<'oppo', 'app'>): OppoApp => ({
  appId,
  appKey,
  masterSecret,
  packageName,
  blacklisted: false,
  channels: [],
});

const vivoApp = ({ appId, appKey, appSecret, packageName }: UserCredentialOf<'vivo', 'app'>): VivoApp => ({
  appId,
  appKey,
  appSecret,
  packageName,
  blacklisted: false,
  receipts: [],
});

/** The user's bundle ids also belong to the installation's team, whose key the IM side signs with. */
function apnsWith(
  own: ApnsCredentials,
  keys: readonly UserCredentialOf<'apns', 'key'>[],
  certificates: readonly UserCredentialOf<'apns', 'certificate'>[],
): ApnsCredentials {
  const ownTeam = own.keys.find(({ keyId }) => keyId === own.imKeyId)?.teamId;
  const apps = [...keys, ...certificates].flatMap((one) =>
    appsOf(one).flatMap((bundleId) =>
      [one.teamId, ownTeam].flatMap((teamId) => (typeof teamId === 'string' ? [{ bundleId, teamId }] : [])),
    ),
  );
  // A team-scoped key may push to the built-in app too, so that it can be tried at once.
  const builtIn = keys.flatMap(({ teamId, topics }) =>
    topics === null ? own.apps.map(({ bundleId }) => ({ bundleId, teamId })) : [],
  );
  const all = [...own.apps, ...apps, ...builtIn];
  return {
    ...own,
    keys: [
      ...own.keys,
      ...keys.map(({ keyId, teamId, environments, topics }) => ({ keyId, teamId, environments, topics })),
    ],
    apps: all.filter(
      (one, index) =>
        all.findIndex((other) => other.bundleId === one.bundleId && other.teamId === one.teamId) === index,
    ),
  };
}

/** The user's package names also belong to the installation's project, whose service account the IM side signs with. */
function fcmWith(
  own: FcmCredentials,
  accounts: readonly UserCredentialOf<'fcm', 'account'>[],
  projects: readonly UserCredentialOf<'fcm', 'project'>[],
): FcmCredentials {
  const named = [...accounts, ...projects];
  const shared = own.projects.map((project, index) =>
    index === 0 ? { ...project, packageNames: [...new Set([...project.packageNames, ...namesOf(named)])] } : project,
  );
  const added = [...new Set(named.map(({ projectId }) => projectId))].map((projectId) => {
    const project = projects.find((one) => one.projectId === projectId);
    return {
      projectId,
      projectNumber: project?.projectNumber ?? numberFor(projectId),
      packageNames: namesOf(named.filter((one) => one.projectId === projectId)),
      // A project without a legacy key has one that nobody can know.
      serverKey: project?.serverKey ?? randomBytes(32).toString('base64url'),
    };
  });
  const serviceAccounts = accounts.map(({ keyId, clientEmail, projectId }) => ({
    keyId,
    clientEmail,
    projectId,
    disabled: false,
  }));
  return {
    projects: [...shared, ...added],
    serviceAccounts: [...own.serviceAccounts, ...serviceAccounts],
  };
}

const namesOf = (entries: readonly { readonly packageNames: readonly string[] }[]): string[] => [
  ...new Set(entries.flatMap(({ packageNames }) => packageNames)),
];

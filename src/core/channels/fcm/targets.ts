import type { FcmProject } from '../credentials.ts';
import { shorten } from '../kit/steps.ts';
import type { Directory, FoundTarget, ReceiveContext } from '../types.ts';
import type { Target } from './checks.ts';
import { senderMismatch, unregistered, wrongPackage } from './errors.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { FcmMessage } from './schema.ts';

/** A live registration of an installed app. */
export const isLive = ({ target, device }: FoundTarget): boolean =>
  target.state === 'active' && (device.app.installed || device.app.name !== target.app);

const belongsTo = ({ target }: FoundTarget, project: FcmProject): boolean => project.packageNames.includes(target.app);

/** The Firebase installation id is the first part of a registration token. */
export const findByFid = (directory: Directory, fid: string): FoundTarget | undefined =>
  directory.all().find(({ target }) => target.token.startsWith(`${fid}:`));

/** A registration by token or installation id, as the path and `fid` name it. */
export const findRegistration = (directory: Directory, name: string): FoundTarget | undefined =>
  name.includes(':') ? directory.byToken(name) : name === '' ? undefined : findByFid(directory, name);

export type Resolved =
  | { readonly found: readonly FoundTarget[] }
  | { readonly refusal: Refusal; readonly dead?: FoundTarget };

function resolveOne(named: string, found: FoundTarget | undefined, project: FcmProject, message: FcmMessage): Resolved {
  if (found !== undefined && !belongsTo(found, project))
    return { refusal: refuse('fcm-sender', senderMismatch(), { app: found.target.app, project: project.projectId }) };
  if (found === undefined || !isLive(found)) {
    const why = found === undefined ? 'unknown' : found.device.app.installed ? found.target.state : 'uninstalled';
    const refusal = refuse('fcm-registered', unregistered(), {
      received: named === '' ? '–' : shorten(named),
      state: why,
    });
    return found === undefined ? { refusal } : { refusal, dead: found };
  }
  const parts = [
    ['message.android.restricted_package_name', message.android?.restricted_package_name],
    ['message.android_v2.restricted_package_name', message.android_v2?.restricted_package_name],
  ] as const;
  for (const [field, wanted] of parts) {
    if (wanted !== undefined && wanted !== '' && wanted !== found.target.app)
      return {
        refusal: refuse('fcm-package', wrongPackage(field), { received: shorten(wanted), app: found.target.app }),
      };
  }
  return { found: [found] };
}

/** Subscribers among the project's apps; nobody is as good as many. */
export function subscribers(
  directory: Directory,
  project: FcmProject,
  matches: (topics: readonly string[]) => boolean,
): readonly FoundTarget[] {
  return directory.all().filter((one) => isLive(one) && belongsTo(one, project) && matches(one.target.topics));
}

/** Looks up what a checked message addresses. */
export function resolve(target: Target, project: FcmProject, message: FcmMessage, context: ReceiveContext): Resolved {
  const { directory } = context;
  const { kind, value } = target;
  if (kind === 'token') return resolveOne(value, directory.byToken(value), project, message);
  if (kind === 'fid')
    return resolveOne(value, value === '' ? undefined : findByFid(directory, value), project, message);
  if (kind === 'condition') return { found: subscribers(directory, project, target.condition.matches) };
  return { found: subscribers(directory, project, (topics) => topics.includes(value)) };
}

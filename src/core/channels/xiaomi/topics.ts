import { field, listField } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import { reasonAnswer } from './answers.ts';
import type { Call, Handler, Refused } from './call.ts';
import { type Refusal, refuse } from './refusal.ts';
import { channelStep } from './steps.ts';
import { checkTargetCount, checkTargetsPresent, resolveTargets, type TargetRequest } from './targets.ts';

/** Packages that a call names and that belong to the app; all of the app's when it names none. */
export function packagesOf(call: Call): { readonly packages: readonly string[] } | { readonly refusal: Refusal } {
  const named = listField(call.form, 'restricted_package_name');
  const foreign = named.find((name) => !call.app.packageNames.includes(name));
  if (foreign !== undefined)
    return {
      refusal: refuse('xiaomi-package-known', call.context.profile.xiaomi.wrongPackageCode, 'Invalid package name.', {
        received: shorten(foreign),
        app: call.app.appId,
        expected: call.app.packageNames.join(', '),
      }),
    };
  return { packages: named.length === 0 ? call.app.packageNames : named };
}

function readRequest(call: Call, by: 'regid' | 'alias'): TargetRequest {
  const names = listField(call.form, by === 'regid' ? 'registration_id' : 'aliases');
  return { kind: by, names, topicOp: null };
}

/** Subscribes or unsubscribes the registrations that regids or aliases name; the registrations change at once. */
export const topicHandler =
  (action: 'subscribe' | 'unsubscribe', by: 'regid' | 'alias'): Handler =>
  (call) => {
    const request = readRequest(call, by);
    const topic = field(call.form, 'topic');
    const target = `topic ${topic}`;
    const fail = (refusal: Refusal): Refused => ({ refusal, target });
    const count = checkTargetsPresent(request) ?? checkTargetCount(request);
    if (count) return fail(count);
    if (topic.trim() === '') return fail(refuse('xiaomi-target-required', 65013, 'topic is empty', { name: 'topic' }));
    const packages = packagesOf(call);
    if ('refusal' in packages) return fail(packages.refusal);
    const resolution = resolveTargets(request, call.context.directory, packages.packages);
    if (resolution.valid === 0)
      return fail(
        refuse('xiaomi-subscribe-targets', action === 'subscribe' ? 20215 : 20216, 'No valid targets!', {
          received: shorten(request.names.join(', ')),
        }),
      );
    const effects = resolution.addressed.map(({ found }) => {
      const others = found.target.topics.filter((item) => item !== topic);
      const topics = action === 'subscribe' ? [...others, topic] : others;
      return { type: 'target' as const, token: found.target.token, patch: { topics } };
    });
    const bad = resolution.bad.length;
    const note = { count: bad, targets: shorten(resolution.bad.join(', ')) };
    return {
      response: reasonAnswer(call.context),
      steps: [
        channelStep('xiaomi-done', 'pass'),
        ...(bad > 0 ? [channelStep('xiaomi-bad-targets', 'note', note)] : []),
      ],
      effects,
      target,
    };
  };

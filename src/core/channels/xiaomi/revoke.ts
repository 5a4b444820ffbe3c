import { plainAnswer } from './answers.ts';
import type { Handler } from './call.ts';
import { parseLong, toInt32 } from './draft.ts';
import { replaceKeyOf } from './identity.ts';
import { type Form, field, listField } from './parameters.ts';
import { invalid, missing } from './refusal.ts';
import { shownWith } from './schedule.ts';
import { channelStep, shorten } from './steps.ts';
import { checkTargetCount, checkTargetsPresent, readTargets, resolveTargets, type TargetRequest } from './targets.ts';
import { packagesOf } from './topics.ts';

export type RevokeKind = 'regid' | 'alias' | 'user_account' | 'miid' | 'imeimd5' | 'topic' | 'multi_topic';

const PLURALS: Readonly<Record<Exclude<RevokeKind, 'topic' | 'multi_topic'>, readonly string[]>> = {
  regid: ['registration_ids', 'registration_id'],
  alias: ['aliases', 'alias'],
  user_account: ['user_accounts', 'user_account'],
  miid: ['miids', 'miid'],
  imeimd5: ['imeimd5s', 'imeimd5'],
};

function readRequest(kind: RevokeKind, form: Form): TargetRequest {
  if (kind === 'topic' || kind === 'multi_topic') return readTargets(kind, form);
  const names = PLURALS[kind].flatMap((name) => listField(form, name));
  // No phone here has a miid or IMEI digest: both lead to nobody.
  return { kind: kind === 'imeimd5' ? 'miid' : kind, names: [...new Set(names)], topicOp: null };
}

/**
 * Takes notifications with a notify_id out of the shades of the targets. Finding none is still code 0. Versions 1
 * and 2 end on 2026-12-01; version 3 takes the same parameters here, since its own are not published.
 */
export const revokeHandler =
  (kind: RevokeKind, version: 1 | 3): Handler =>
  (call) => {
    const { form, context } = call;
    const request = readRequest(kind, form);
    const target = `revoke ${shorten(request.names.join(', '))}`;
    const parameter = kind === 'topic' ? 'topic' : kind === 'multi_topic' ? 'topics' : (PLURALS[kind][0] ?? kind);
    if (request.names.length === 0) {
      const refusal = kind === 'topic' || kind === 'multi_topic' ? checkTargetsPresent(request) : null;
      return { refusal: refusal ?? missing('xiaomi-target-required', parameter), target };
    }
    const count = checkTargetCount(request);
    if (count) return { refusal: count, target };
    const packages = packagesOf(call);
    if ('refusal' in packages) return { refusal: packages.refusal, target };
    const text = field(form, 'notify_id');
    if (text === '') return { refusal: missing('xiaomi-parameter-required', 'notify_id'), target };
    const id = parseLong(text);
    if (id === null)
      return { refusal: invalid('xiaomi-parameter-value', 'notify_id', shorten(text), 'an integer', 'int64'), target };
    const { addressed } = resolveTargets(request, context.directory, packages.packages);
    const effects = addressed.flatMap(({ found }) => {
      const replaceKey = replaceKeyOf(found.target.app, toInt32(id));
      const shown = found.device.shade.some((item) => item.replaceKey === replaceKey);
      return shown ? [{ type: 'revoke' as const, deviceId: found.device.id, replaceKey }] : [];
    });
    return {
      response: plainAnswer(context),
      effects,
      target,
      steps: [
        channelStep('xiaomi-done', 'pass'),
        channelStep('xiaomi-revoked', 'note', { count: effects.length }),
        ...(version === 1 ? [channelStep('xiaomi-revoke-ending', 'note')] : []),
      ],
    };
  };

/** Version 2: by message id or job key. */
export const revokeMessage: Handler = (call) => {
  const { form, state, app } = call;
  const ids = ['id', 'msg_id', 'msg_ids'].flatMap((name) => listField(form, name));
  const keys = ['jobkey', 'job_key', 'job_keys'].flatMap((name) => listField(form, name));
  if (ids.length + keys.length === 0) return { refusal: missing('xiaomi-parameter-required', 'msg_id') };
  const wanted = new Set(ids);
  for (const record of state.messages)
    if (record.appId === app.appId && record.jobkey !== null && keys.includes(record.jobkey)) wanted.add(record.id);
  const effects = shownWith(call, (pushId) => wanted.has(pushId));
  return {
    response: plainAnswer(call.context),
    effects,
    target: `revoke ${shorten([...ids, ...keys].join(', '))}`,
    steps: [
      channelStep('xiaomi-done', 'pass'),
      channelStep('xiaomi-revoked', 'note', { count: effects.length }),
      channelStep('xiaomi-revoke-ending', 'note'),
    ],
  };
};

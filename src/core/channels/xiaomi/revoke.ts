import { type Form, field, listField } from '../kit/form.ts';
import { entries } from '../kit/log.ts';
import { shorten } from '../kit/steps.ts';
import { plainAnswer } from './answers.ts';
import type { Handler } from './call.ts';
import { parseLong, toInt32 } from './draft.ts';
import { replaceKeyOf } from './identity.ts';
import { invalid, missing, type Refusal } from './refusal.ts';
import { shownWith } from './schedule.ts';
import { channelStep } from './steps.ts';
import {
  type Addressed,
  checkTargetCount,
  checkTargetsPresent,
  readTargets,
  resolveTargets,
  type TargetRequest,
} from './targets.ts';
import { packagesOf } from './topics.ts';
import { withdrawal } from './withdraw.ts';

export type RevokeKind = 'regid' | 'alias' | 'user_account' | 'miid' | 'imeimd5' | 'topic' | 'multi_topic';

const PLURALS: Readonly<Record<Exclude<RevokeKind, 'topic' | 'multi_topic'>, readonly string[]>> = {
  regid: ['registration_ids', 'registration_id'],
  alias: ['aliases', 'alias'],
  user_account: ['user_accounts', 'user_account'],
  miid: ['miids', 'miid'],
  imeimd5: ['imeimd5s', 'imeimd5'],
};

function readRequest(kind: RevokeKind, form: Form): TargetRequest {
  if (isTopics(kind)) return readTargets(kind, form);
  const names = PLURALS[kind].flatMap((name) => listField(form, name));
  // No phone here has a miid or IMEI digest: both lead to nobody.
  return { kind: kind === 'imeimd5' ? 'miid' : kind, names: [...new Set(names)], topicOp: null };
}

const isTopics = (kind: RevokeKind): kind is 'topic' | 'multi_topic' => kind === 'topic' || kind === 'multi_topic';

function checkRequest(kind: RevokeKind, request: TargetRequest): Refusal | null {
  if (request.names.length > 0) return checkTargetCount(request);
  return isTopics(kind) ? checkTargetsPresent(request) : missing('xiaomi-target-required', PLURALS[kind][0] ?? kind);
}

function readNotifyId(form: Form): { readonly id: number } | { readonly refusal: Refusal } {
  const text = field(form, 'notify_id');
  if (text === '') return { refusal: missing('xiaomi-parameter-required', 'notify_id') };
  const id = parseLong(text);
  return id === null
    ? { refusal: invalid('xiaomi-parameter-value', 'notify_id', shorten(text), 'an integer', 'int64') }
    : { id: toInt32(id) };
}

/** Revoke effects for the targets whose phones show a notification with this notify_id. */
const shownAt = (addressed: readonly Addressed[], notifyId: number) =>
  addressed.flatMap(({ found: { device, target } }) => {
    const replaceKey = replaceKeyOf(target.app, notifyId);
    const shown = device.shade.some((item) => item.replaceKey === replaceKey);
    return shown ? [{ type: 'revoke' as const, deviceId: device.id, replaceKey }] : [];
  });

/**
 * Takes notifications with a notify_id out of the shades of the targets. Finding none is still code 0. Versions 1
 * and 2 end on 2026-12-01; version 3 takes the same parameters here, since its own are not published.
 */
export const revokeHandler =
  (kind: RevokeKind, version: 1 | 3): Handler =>
  (call) => {
    const request = readRequest(kind, call.form);
    const target = `revoke ${shorten(request.names.join(', '))}`;
    const refusal = checkRequest(kind, request);
    if (refusal) return { refusal, target };
    const packages = packagesOf(call);
    if ('refusal' in packages) return { refusal: packages.refusal, target };
    const notifyId = readNotifyId(call.form);
    if ('refusal' in notifyId) return { refusal: notifyId.refusal, target };
    const { addressed } = resolveTargets(request, call.context.directory, packages.packages);
    const effects = shownAt(addressed, notifyId.id);
    return {
      response: plainAnswer(call.context),
      effects,
      target,
      steps: [
        channelStep('xiaomi-done', 'pass'),
        channelStep('xiaomi-revoked', 'note', { count: effects.length }),
        ...(version === 1 ? [channelStep('xiaomi-revoke-ending', 'note')] : []),
      ],
    };
  };

/** Version 2: by message id or job key; phones that are offline do not get the message any more. */
export const revokeMessage: Handler = (call) => {
  const { form, state, app } = call;
  const ids = ['id', 'msg_id', 'msg_ids'].flatMap((name) => listField(form, name));
  const keys = ['jobkey', 'job_key', 'job_keys'].flatMap((name) => listField(form, name));
  if (ids.length + keys.length === 0) return { refusal: missing('xiaomi-parameter-required', 'msg_id') };
  const wanted = new Set(ids);
  for (const record of entries(state.messages))
    if (record.appId === app.appId && record.jobkey !== null && keys.includes(record.jobkey)) wanted.add(record.id);
  const shown = shownWith(call, (pushId) => wanted.has(pushId));
  const kept = withdrawal(call, (record) => wanted.has(record.id));
  return {
    response: plainAnswer(call.context),
    effects: [...shown, ...kept.effects],
    target: `revoke ${shorten([...ids, ...keys].join(', '))}`,
    steps: [
      channelStep('xiaomi-done', 'pass'),
      channelStep('xiaomi-revoked', 'note', { count: shown.length }),
      ...kept.steps,
      channelStep('xiaomi-revoke-ending', 'note'),
    ],
  };
};

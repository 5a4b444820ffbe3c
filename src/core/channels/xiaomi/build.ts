import type { TraceStep } from '../../trace/types.ts';
import type { BuildInput, VendorCall } from '../types.ts';
import { xiaomiDefinition } from './definition.ts';
import { javaHash } from './identity.ts';
import { channelStep } from './steps.ts';

/** How long IM keeps an offline message. */
const LIFE_MS = 7 * 86_400_000;

/** A positive int32 that is different for different messages and the same whenever one is built again. */
const notifyIdFor = (messageId: string): number => javaHash(messageId) & 0x7fff_ffff || 1;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

const encodeForm = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

/**
 * The request that Tencent IM's server sends for one decision. Tencent does not publish it: the fields follow from
 * Xiaomi's interface and from where apps read them, and the trace says so.
 */
export function build(input: BuildInput): VendorCall {
  const { fields, target, message, credentials } = input;
  const app = credentials.xiaomi.apps.find((item) => item.packageNames.includes(target.app));
  const notifyId = notifyIdFor(message.id);
  const ext = fields.ext.value;
  const form: (readonly [string, string])[] = [
    ['restricted_package_name', target.app],
    ['registration_id', target.token],
    ['title', fields.title.value ?? ''],
    ['description', fields.body.value],
    ['payload', ext ?? ''],
    ['pass_through', '0'],
    ['notify_type', '-1'],
    ['notify_id', String(notifyId)],
    ['time_to_live', String(LIFE_MS)],
  ];
  const trace: TraceStep[] = [channelStep('xiaomi-build-notify-id', 'note', { value: notifyId })];
  if (ext !== null && ext !== '') {
    form.push(['extra.ext', ext]);
    trace.push(channelStep('xiaomi-build-ext', 'note'));
  }
  trace.push(channelStep('xiaomi-build-life', 'note'), channelStep('xiaomi-build-effect', 'note'));
  if (!app) trace.push(channelStep('xiaomi-build-no-app', 'note', { package: target.app }));
  return {
    channel: 'xiaomi',
    protocol: 'http/1.1',
    method: 'POST',
    host: xiaomiDefinition.hosts[0] ?? 'api.xmpush.xiaomi.com',
    path: '/v3/message/regid',
    headers: [
      ['authorization', `key=${app?.appSecret ?? ''}`],
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ],
    body: encodeForm(form),
    trace,
  };
}

import type { TraceStep } from '../../trace/types.ts';
import { codePoints } from '../kit/bytes.ts';
import type { BuildInput, VendorCall } from '../types.ts';
import { meizuDefinition } from './definition.ts';
import { PREFIX } from './endpoints.ts';
import { CONTENT_LIMIT, LIFE_MAX_HOURS, TITLE_LIMIT } from './read-message.ts';
import { signatureOf } from './sign.ts';
import { channelStep } from './steps.ts';

const encode = (text: string): string => encodeURIComponent(text);

const encodeForm = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

function lengthNotes(title: string, body: string): readonly TraceStep[] {
  const texts = [
    ['title', title, TITLE_LIMIT],
    ['content', body, CONTENT_LIMIT],
  ] as const;
  return texts.flatMap(([field, text, limit]) => {
    const received = codePoints(text);
    return received > limit ? [channelStep('meizu-build-length', 'note', { field, received, limit })] : [];
  });
}

/**
 * The request that Tencent IM's server sends for one decision. Tencent does not publish it: the members follow from
 * Meizu's interface and from where apps read them, and the trace says so.
 */
export function build(input: BuildInput): VendorCall {
  const { fields, target, ports, credentials } = input;
  const app = credentials.meizu.apps.find((one) => one.packageName === target.app);
  // Broken surrogates would make body and signature differ.
  const title = (fields.title.value ?? '').toWellFormed();
  const content = fields.body.value.toWellFormed();
  const ext = fields.ext.value;
  const hasExt = ext !== null && ext !== '';
  const message = {
    noticeBarInfo: { title, content },
    clickTypeInfo: { clickType: 0, ...(hasExt ? { parameters: { ext: ext.toWellFormed() } } : {}) },
    pushTimeInfo: { offLine: 1, validTime: LIFE_MAX_HOURS },
  };
  const form: (readonly [string, string])[] = [
    ['appId', app?.appId ?? ''],
    ['pushIds', target.token.toWellFormed()],
    ['messageJson', JSON.stringify(message)],
  ];
  form.push(['sign', signatureOf(ports.crypto, new Map(form), app?.appSecret ?? '')]);
  const trace: TraceStep[] = [channelStep('meizu-build-click', 'note'), channelStep('meizu-build-life', 'note')];
  if (hasExt) trace.push(channelStep('meizu-build-ext', 'note'));
  trace.push(...lengthNotes(title, content));
  if (!app) trace.push(channelStep('meizu-build-no-app', 'note', { package: target.app }));
  return {
    channel: 'meizu',
    protocol: 'http/1.1',
    method: 'POST',
    host: meizuDefinition.hosts[0] ?? 'server-api-push.meizu.com',
    path: `${PREFIX}/push/varnished/pushByPushId`,
    headers: [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']],
    body: encodeForm(form),
    trace,
  };
}

import type { PushTarget } from '../../device/types.ts';
import { field, listField } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import { listAnswer, plainAnswer } from './answers.ts';
import type { Handler } from './call.ts';
import { missing } from './refusal.ts';
import { channelStep } from './steps.ts';
import { packagesOf } from './topics.ts';

const DONE = channelStep('xiaomi-done', 'pass');

/** What is bound to one registration: aliases, topics, accounts. */
export const boundList =
  (pick: (target: PushTarget) => readonly string[]): Handler =>
  (call) => {
    const regid = field(call.form, 'registration_id');
    if (regid === '') return { refusal: missing('xiaomi-parameter-required', 'registration_id') };
    const packages = packagesOf(call);
    if ('refusal' in packages) return { refusal: packages.refusal, target: regid };
    const found = call.context.directory.byToken(regid);
    const own = found && found.target.state === 'active' && packages.packages.includes(found.target.app);
    return {
      response: listAnswer(own ? pick(found.target) : []),
      steps: own ? [DONE] : [DONE, channelStep('xiaomi-regid-unknown', 'note', { received: shorten(regid) })],
      target: regid,
    };
  };

/** Calls whose answer nobody has published: parameters are checked, success carries no data. */
export const bareCall =
  (parameter: string): Handler =>
  (call) => {
    const names = listField(call.form, parameter);
    if (names.length === 0) return { refusal: missing('xiaomi-parameter-required', parameter) };
    return {
      response: plainAnswer(call.context),
      steps: [DONE, channelStep('xiaomi-answer-form-unknown', 'note')],
      target: shorten(names.join(', ')),
    };
  };

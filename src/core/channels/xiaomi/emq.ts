import { field } from '../kit/form.ts';
import { entries, logOf } from '../kit/log.ts';
import { shorten } from '../kit/steps.ts';
import { listAnswer } from './answers.ts';
import type { Handler } from './call.ts';
import { missing, refuse } from './refusal.ts';
import { QUEUED_KEPT, type QueuedReceipt } from './state.ts';
import { channelStep } from './steps.ts';

/**
 * Polls one of the receipt queues of a package; what was read is gone. The answer's form is not published: a list of
 * message ids, targets and times.
 */
export const pollQueue =
  (queue: QueuedReceipt['queue']): Handler =>
  ({ form, app, state, context }) => {
    const name = field(form, 'package_name');
    if (name === '') return { refusal: missing('xiaomi-package-required', 'package_name') };
    if (!app.packageNames.includes(name))
      return {
        refusal: refuse('xiaomi-package-known', context.profile.xiaomi.wrongPackageCode, 'Invalid package name.', {
          received: shorten(name),
          app: app.appId,
          expected: app.packageNames.join(', '),
        }),
      };
    const mine = (item: QueuedReceipt): boolean => item.appId === app.appId && item.queue === queue;
    const queued = entries(state.queued);
    const list = queued
      .filter(mine)
      .map((item) => ({ msg_id: item.messageId, target: item.target, timestamp: item.at }));
    return {
      response: listAnswer(list),
      steps: [channelStep('xiaomi-done', 'pass'), channelStep('xiaomi-answer-form-unknown', 'note')],
      ...(list.length > 0
        ? {
            state: {
              ...state,
              queued: logOf(
                QUEUED_KEPT,
                queued.filter((item) => !mine(item)),
              ),
            },
          }
        : {}),
      target: name,
    };
  };

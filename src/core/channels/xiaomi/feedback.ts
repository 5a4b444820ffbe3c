import { feedbackAnswer } from './answers.ts';
import type { Handler } from './call.ts';
import { refuse } from './refusal.ts';
import { channelStep } from './steps.ts';

const PAGE = 1000;

const STEPS = [channelStep('xiaomi-done', 'pass'), channelStep('xiaomi-feedback-offline', 'note')];

/** Invalid regids or aliases of the app: at most 1000 a call, and what was fetched is gone. */
export const invalidTargets =
  (list: 'invalidRegids' | 'invalidAliases'): Handler =>
  (call) => {
    const { state, app } = call;
    const waiting = state[list][app.appId] ?? [];
    if (list === 'invalidAliases' && waiting.length === 0)
      return {
        refusal: refuse('xiaomi-no-invalid-alias', 10035, 'no more invalid alias', {}),
        notes: STEPS.slice(1),
      };
    const left = waiting.slice(PAGE);
    return {
      response: feedbackAnswer(waiting.slice(0, PAGE)),
      steps: STEPS,
      state: waiting.length === 0 ? state : { ...state, [list]: { ...state[list], [app.appId]: left } },
    };
  };

/** No phone here has a miid, so none can be invalid. */
export const invalidMiids: Handler = () => ({ response: feedbackAnswer([]), steps: STEPS });

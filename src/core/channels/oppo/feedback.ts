import { chinaDayNumber } from '../kit/china.ts';
import { find, put } from '../kit/shelf.ts';
import { sendSuccess } from './answers.ts';
import type { Call, Reply } from './call.ts';
import { dayOf } from './state.ts';
import { channelStep } from './steps.ts';

export const FETCH_LIMIT = 500;
/** What an app with fewer than 50,000 users may send in a day. */
const USUAL_QUOTA = 100_000;

/** Registrations of the app that died and were not fetched yet, at most 500; each is handed out once. */
export function fetchInvalid(call: Call): Reply {
  const { context, app, state } = call;
  const ids: string[] = [];
  let fetched = state.fetched;
  for (const { target } of context.directory.all()) {
    if (target.app !== app.packageName || target.state === 'active') continue;
    const key = `${target.token} ${target.since}`;
    if (ids.length === FETCH_LIMIT || find(fetched, key)) continue;
    ids.push(target.token);
    fetched = put(fetched, key, true);
  }
  const data = { registration_ids: ids, totalCount: ids.length };
  return {
    response: sendSuccess(context.profile, JSON.stringify(data)),
    ...(ids.length === 0 ? {} : { state: { ...state, fetched } }),
    steps: [channelStep('oppo-done', 'pass')],
  };
}

/** Today's quota of public messages, and what is left of it. */
export function fetchPermit({ context, app, state }: Call): Reply {
  const total = context.profile.oppo.appDailyMessages || USUAL_QUOTA;
  const pushed = dayOf(state, app.appId, chinaDayNumber(context.now)).messages;
  const data = { total_count: total, push_count: pushed, remain_count: Math.max(0, total - pushed) };
  return {
    response: sendSuccess(context.profile, JSON.stringify(data)),
    steps: [channelStep('oppo-done', 'pass')],
  };
}

import { chinaTime, DAY_MS } from '../kit/china.ts';
import { field } from '../kit/form.ts';
import { entries } from '../kit/log.ts';
import { shorten } from '../kit/steps.ts';
import { dataAnswer, plainAnswer, statsAnswer } from './answers.ts';
import { appQuota } from './audience.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { parseLong } from './draft.ts';
import { invalid, missing } from './refusal.ts';
import { unknownMessage } from './schedule.ts';
import { chinaDay, dayCounters, type MessageRecord } from './state.ts';
import { channelStep } from './steps.ts';

const DONE = channelStep('xiaomi-done', 'pass');

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100}%`;

/** Counters of one message in the vendor's words. */
function statusOf(record: MessageRecord): object {
  return {
    id: record.id,
    create_time: chinaTime(record.at),
    create_timestamp: record.at,
    time_to_live: `${Math.trunc(record.ttlMs / 1000)}s`,
    msg_type: 'Common',
    raw_counter: record.addressed,
    resolved: record.resolved,
    delivered: record.delivered,
    delivery_rate: percent(record.delivered, record.resolved),
    click: record.click,
    click_rate: percent(record.click, record.delivered),
    bar_closed: record.barClosed,
    invalid_target: record.invalidTarget,
    app_not_register: record.notRegistered,
    device_condition_unmatch: record.unmatched,
  };
}

const own = (call: Call): readonly MessageRecord[] =>
  entries(call.state.messages).filter((record) => record.appId === call.app.appId);

const listReply = (call: Call, records: readonly MessageRecord[]): Reply => ({
  response: dataAnswer(call.context, { data: records.map(statusOf) }),
  steps: [DONE],
});

function byRange(call: Call): Reply | Refused {
  const range: number[] = [];
  for (const name of ['begin_time', 'end_time']) {
    const text = field(call.form, name);
    if (text === '') return { refusal: missing('xiaomi-parameter-required', name) };
    const value = parseLong(text);
    if (value === null)
      return {
        refusal: invalid('xiaomi-parameter-value', name, shorten(text), 'an integer (ms since 1970)', 'int64 ms'),
      };
    range.push(call.context.senderTime(Number(value)));
  }
  const [begin = 0, end = 0] = range;
  return listReply(
    call,
    own(call).filter((record) => record.at >= begin && record.at <= end),
  );
}

/**
 * Status of one message (`msg_id`), of the messages of a job key (`job_key`), or of a range of time. Known clients
 * send the range to either path, so both serve all three.
 */
export const messageStatus: Handler = (call) => {
  const { form } = call;
  const id = field(form, 'msg_id');
  if (id !== '') {
    const record = own(call).findLast((item) => item.id === id);
    if (!record) return { refusal: unknownMessage(id), target: `message ${id}` };
    return { response: dataAnswer(call.context, { data: statusOf(record) }), steps: [DONE], target: `message ${id}` };
  }
  const key = field(form, 'job_key') || field(form, 'jobkey');
  if (key !== '') {
    const records = own(call).filter((record) => record.jobkey === key);
    return { ...listReply(call, records), target: `jobkey ${shorten(key)}` };
  }
  if (field(form, 'begin_time') !== '' || field(form, 'end_time') !== '') return byRange(call);
  return { refusal: missing('xiaomi-parameter-required', 'msg_id') };
};

const SPAN_MAX = 30;

/** `yyyyMMdd` as ms of its midnight UTC; null when it is no day of the calendar. */
function parseDay(text: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return chinaDay(ms) === text ? ms : null;
}

/** Daily counters of the app between two days, fewer than 30 apart. */
export const messageCounters: Handler = (call) => {
  const days: number[] = [];
  for (const name of ['start_date', 'end_date']) {
    const text = field(call.form, name);
    if (text === '') return { refusal: missing('xiaomi-parameter-required', name) };
    const day = parseDay(text);
    if (day === null)
      return { refusal: invalid('xiaomi-parameter-value', name, shorten(text), 'a day as yyyyMMdd', 'yyyyMMdd') };
    days.push(day);
  }
  const [start = 0, end = 0] = days;
  const span = Math.round((end - start) / DAY_MS);
  if (span < 0 || span >= SPAN_MAX)
    return {
      refusal: invalid(
        'xiaomi-parameter-value',
        'end_date',
        `start_date + ${span} d`,
        `0 to ${SPAN_MAX - 1} days after start_date`,
        `start_date … start_date + ${SPAN_MAX - 1} d`,
      ),
    };
  const data = Array.from({ length: span + 1 }, (_, index) => {
    const date = chinaDay(start + index * DAY_MS);
    const day = dayCounters(call.state, call.app.appId, date);
    return {
      date,
      single_recipients: day.regid + day.alias + day.userAccount,
      broadcast_recipients: day.broadcast,
      regid_recipients: day.regid,
      alias_recipients: day.alias,
      useraccount_recipients: day.userAccount,
      received: day.received,
      click: day.click,
    };
  });
  return { response: statsAnswer({ data }), steps: [DONE] };
};

/** Quota of the day; only told while message classes are on, since no app has one otherwise. */
export const quotaStatus: Handler = (call) => {
  const { context, app, state } = call;
  const steps = [DONE, channelStep('xiaomi-answer-form-unknown', 'note')];
  const use = context.profile.xiaomi.messageClasses
    ? appQuota(state, app.appId, app.packageNames, 'default', context)
    : null;
  if (!use) return { response: plainAnswer(context), steps };
  return { response: dataAnswer(context, { day_quota: String(use.limit), day_acked: String(use.used) }), steps };
};

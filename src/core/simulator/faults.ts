import type {
  Channel,
  Effect,
  ReceiveContext,
  ReceiveResult,
  ResultCode,
  VendorRequest,
  VendorResponse,
} from '../channels/types.ts';
import { closest } from '../present/closest.ts';
import { fail, ok, type Result } from '../result.ts';
import type { LocalText, TraceStep } from '../trace/types.ts';
import type { Fault, FaultAction, NewFault } from './fault-types.ts';
import { emit, type State } from './state.ts';

/** Longest time that an answer is held back, however many faults say so. */
export const LONGEST_DELAY_MS = 600_000;

/** An endpoint's result after the faults that met its request. */
export interface Injection {
  readonly result: ReceiveResult;
  readonly used: readonly Fault[];
}

/** Sets a fault up. Failures: `already_exists`, `channel_not_available`, `unknown_code`. */
export function addFault(state: State, input: NewFault): Result<Fault> {
  const { id = freeId(state), channel, match = {}, times = null, action } = input;
  if (state.faults.some((one) => one.id === id)) {
    return fail('already_exists', {
      en: `There is a fault "${id}" already. Choose another id, or remove that one first.`,
      zh: `已经有故障“${id}”。请换一个 id，或先移除它。`,
    });
  }
  const found = state.channels.get(channel);
  if (found === undefined) {
    const known = [...state.channels.keys()];
    return fail('channel_not_available', {
      en: `There is no channel "${channel}" to disturb. Channels: ${known.join(', ')}.`,
      zh: `没有可以注入故障的通道“${channel}”。现有通道：${known.join('、')}。`,
    });
  }
  const problem = action.type === 'code' ? codeProblem(found, action.code) : null;
  if (problem !== null) return fail('unknown_code', problem.text, { codes: problem.codes });
  const fault: Fault = { id, channel, match, times, used: 0, action };
  setFaults(state, [...state.faults, fault]);
  return ok(fault);
}

/** Takes a fault away. Failure: `not_found`. */
export function removeFault(state: State, id: string): Result<Fault> {
  const fault = state.faults.find((one) => one.id === id);
  if (fault === undefined) {
    const known = state.faults.map((one) => one.id);
    return fail('not_found', {
      en: `There is no fault "${id}". Faults: ${known.join(', ') || 'none'}.`,
      zh: `没有故障“${id}”。现有故障：${known.join('、') || '无'}。`,
    });
  }
  setFaults(
    state,
    state.faults.filter((one) => one !== fault),
  );
  return ok(fault);
}

/** Counts a request against the faults that met it; those that are used up are gone. */
export function countFaults(state: State, used: readonly Fault[]): void {
  if (used.length === 0) return;
  const counted = state.faults.map((one) => (used.includes(one) ? { ...one, used: one.used + 1 } : one));
  setFaults(
    state,
    counted.filter((one) => one.times === null || one.used < one.times),
  );
}

/**
 * What a request gets under the faults that are set up. The first that fits decides the answer, delays add up. A request
 * that got no regular answer has no effect but on what the endpoint remembers of its connection.
 */
export function injectFaults(
  faults: readonly Fault[],
  channel: Channel,
  request: VendorRequest,
  result: ReceiveResult,
  context: ReceiveContext,
): Injection {
  if (faults.length === 0) return { result, used: [] };
  const fitting = faults.filter((one) => one.channel === channel.definition.id && fits(one, request, result));
  const refused = result.trace.some((step) => step.verdict === 'stop');
  const deciding = fitting.find(({ action }) =>
    // A saved fault may name a code that this version does not know.
    action.type === 'code' ? !refused && codeOf(channel, action.code) !== undefined : action.type !== 'delay',
  );
  const disturbed = deciding === undefined ? result : disturb(channel, request, result, context, deciding);
  const delays = fitting.filter((one) => one.action.type === 'delay');
  return {
    result: delays.reduce(holdBack, disturbed),
    used: deciding === undefined ? delays : [deciding, ...delays],
  };
}

function fits({ match }: Fault, request: VendorRequest, result: ReceiveResult): boolean {
  const { target, path } = match;
  return (
    (path === undefined || fitsPath(path, request.path)) &&
    (target === undefined || result.target === target || tokensIn(result.effects).includes(target))
  );
}

function fitsPath(wanted: string, given: string): boolean {
  const path = given.split('?')[0] ?? given;
  return wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted;
}

const tokensIn = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) => {
    if (effect.type === 'push') return [effect.push.token];
    return effect.type === 'schedule' ? effect.pushes.map((push) => push.token) : [];
  });

function disturb(
  channel: Channel,
  request: VendorRequest,
  result: ReceiveResult,
  context: ReceiveContext,
  { id, action }: Fault,
): ReceiveResult {
  const { response, answer } = answerOf(channel, request, context, action);
  const passed = result.trace.filter((step) => step.verdict !== 'stop');
  const step: TraceStep = {
    stage: 'channel',
    rule: 'scripted-fault',
    verdict: 'stop',
    params: { fault: id, answer },
  };
  return {
    response,
    effects: result.effects.filter((effect) => effect.type === 'memory'),
    trace: [...passed, step],
    target: result.target,
    title: result.title ?? titleIn(result.effects),
  };
}

/** The answer that a fault gives, and how a trace names it in any language. */
function answerOf(
  channel: Channel,
  request: VendorRequest,
  context: ReceiveContext,
  action: FaultAction,
): { readonly response: VendorResponse; readonly answer: string } {
  const silent = { status: 0, headers: [], body: '' };
  switch (action.type) {
    case 'code': {
      const code = codeOf(channel, action.code);
      if (code === undefined) break;
      const response = channel.answerWith(code, request, context);
      return { response, answer: response.status === 0 ? code.code : `${code.code} (${response.status})` };
    }
    case 'status':
      return {
        response: { status: action.status, headers: action.headers ?? [], body: action.body ?? '' },
        answer: String(action.status),
      };
    case 'goaway':
      return {
        response: { ...silent, goaway: { debugData: action.debugData ?? '', lastStreamId: 0 } },
        answer: action.debugData === undefined ? 'GOAWAY' : `GOAWAY ${action.debugData}`,
      };
    case 'reset':
      return { response: { ...silent, drop: 'reset' }, answer: 'RST' };
    case 'delay':
      break;
  }
  return { response: silent, answer: '–' };
}

function holdBack(result: ReceiveResult, { id, action }: Fault): ReceiveResult {
  const ms = action.type === 'delay' ? action.ms : 0;
  const delayMs = Math.min((result.response.delayMs ?? 0) + ms, LONGEST_DELAY_MS);
  const step: TraceStep = {
    stage: 'channel',
    rule: 'scripted-delay',
    verdict: 'note',
    params: { fault: id, ms },
  };
  return { ...result, response: { ...result.response, delayMs }, trace: [...result.trace, step] };
}

/** Text of the first push, for the traffic list. */
export function titleIn(effects: readonly Effect[]): string | null {
  for (const effect of effects) if (effect.type === 'push') return effect.push.title ?? effect.push.body;
  return null;
}

const codeOf = (channel: Channel, code: string): ResultCode | undefined =>
  channel.codes.find((one) => one.code === code && one.success !== true);

/** Why a code cannot be given; null when it can. */
function codeProblem(
  channel: Channel,
  code: string,
): { readonly text: LocalText; readonly codes: readonly string[] } | null {
  if (codeOf(channel, code) !== undefined) return null;
  const { name } = channel.definition;
  const codes = channel.codes.filter((one) => one.success !== true).map((one) => one.code);
  const near = closest(code, codes);
  const success = channel.codes.some((one) => one.code === code);
  const hint =
    near === null || success ? { en: '', zh: '' } : { en: ` Did you mean "${near}"?`, zh: `是不是想写“${near}”？` };
  const what = success
    ? { en: `"${code}" means success at ${name.en}.`, zh: `“${code}”在${name.zh}表示成功。` }
    : { en: `${name.en} has no code "${code}".`, zh: `${name.zh}没有返回码“${code}”。` };
  const text = {
    en: `${what.en}${hint.en} Choose one of: ${codes.join(', ')}.`,
    zh: `${what.zh}${hint.zh}请从这些里选：${codes.join('、')}。`,
  };
  return { text, codes };
}

function freeId(state: State): string {
  let n = state.faults.length + 1;
  while (state.faults.some((one) => one.id === `fault-${n}`)) n++;
  return `fault-${n}`;
}

function setFaults(state: State, faults: readonly Fault[]): void {
  state.faults = faults;
  emit(state, { type: 'faults', faults });
}

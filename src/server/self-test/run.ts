import { randomBytes } from 'node:crypto';
import type { AnswerReading, BuildInput, Channel, ChannelId, VendorCall } from '../../core/channels/types.ts';
import type { Device, PushTarget } from '../../core/device/types.ts';
import type { ResolvedField, ResolvedFields } from '../../core/im/fields.ts';
import type { Ports } from '../../core/ports.ts';
import { SELF_TEST_MARK } from '../../core/simulator/self-test.ts';
import type { Delivery, Simulator } from '../../core/simulator-types.ts';
import type { LocalText } from '../../core/trace/types.ts';
import type { TraceStepView } from '../../core/views.ts';
import { type SelfTestAnswer, sendBy } from './send.ts';
import { type Doors, SELF_TEST_WAYS, type SelfTestWay } from './sockets.ts';

/** One push of the self-test and what came of it. */
export interface SelfTestRow {
  readonly vendor: ChannelId;
  readonly way: SelfTestWay;
  /** The vendor took the push. */
  readonly ok: boolean;
  /** HTTP status of the vendor's answer; null when none came. */
  readonly status: number | null;
  /** What the phone made of it; null when the push was not taken. */
  readonly outcome: Delivery['result'] | null;
  /** From opening the connection to the end of the answer, access token included. */
  readonly ms: number;
  /** Why not, in English; null when all is well. */
  readonly error: string | null;
  /** The same in both languages. */
  readonly texts: LocalText | null;
  /** The phone that was pushed to. */
  readonly deviceId: string | null;
  readonly exchangeId: string | null;
  /** A command line that does the same, with places for the secrets; null where there is none. */
  readonly recipe: string | null;
}

export interface SelfTestDeps {
  readonly simulator: Simulator;
  readonly channels: readonly Channel[];
  /** Clock, ids and keys with which requests are made. */
  readonly ports: Ports;
  doors(): Doors;
  explain(step: AnswerReading['trace'][number]): TraceStepView;
  recipe(vendor: ChannelId, way: SelfTestWay): string | null;
}

/**
 * Sends one push for each registered vendor in every way to that vendor's first phone with an active registration,
 * with the requests that the IM side would make. Rows in the order of vendors, then ways.
 */
export async function runSelfTest(deps: SelfTestDeps): Promise<readonly SelfTestRow[]> {
  const run = randomBytes(4).toString('hex');
  const rows: SelfTestRow[] = [];
  for (const channel of deps.channels) {
    // One after the other: vendors count pushes per second, and times stay comparable.
    for (const way of SELF_TEST_WAYS) {
      const mark = `${SELF_TEST_MARK}${run}-${rows.length + 1}`;
      rows.push({ ...(await testOne(deps, channel, way, mark)), recipe: deps.recipe(channel.definition.id, way) });
    }
  }
  return rows;
}

type Row = Omit<SelfTestRow, 'recipe'>;

async function testOne(deps: SelfTestDeps, channel: Channel, way: SelfTestWay, mark: string): Promise<Row> {
  const vendor = channel.definition.id;
  const found = phoneOf(deps.simulator, vendor);
  const none = { vendor, way, ok: false, status: null, outcome: null, deviceId: found?.device.id ?? null } as const;
  if (found === null) return { ...none, ms: 0, exchangeId: null, ...because(NO_PHONE) };
  const began = performance.now();
  const { answer, step } = await pushTo(deps, channel, way, mark, found);
  const ms = performance.now() - began;
  const exchange = deps.simulator.exchanges().find(({ selfTest }) => selfTest === mark);
  const exchangeId = exchange?.id ?? null;
  if ('error' in answer) return { ...none, ms, exchangeId, ...because(noAnswer(answer.error)) };
  const { status, body } = answer;
  if (step === 'token') return { ...none, status, ms, exchangeId, ...because(NO_TOKEN) };
  const { accepted, trace } = channel.readAnswer(status, body);
  const stop = [...(exchange?.trace ?? []), ...trace].find(({ verdict }) => verdict === 'stop');
  const texts = accepted ? null : stop === undefined ? refused(status) : deps.explain(stop).texts;
  return {
    ...none,
    ok: accepted,
    status,
    outcome: exchange?.deliveries.find(({ deviceId }) => deviceId === found.device.id)?.result ?? null,
    ms,
    exchangeId,
    ...because(texts),
  };
}

const because = (texts: LocalText | null): Pick<Row, 'error' | 'texts'> => ({ error: texts?.en ?? null, texts });

const NO_PHONE: LocalText = {
  en: 'There is no phone of this vendor with an active registration. Add one, or reset the workspace.',
  zh: '没有该厂商的、注册仍有效的手机。请添加一部，或重置工作区。',
};
const NO_TOKEN: LocalText = {
  en: 'The vendor gave no access token. The request for it is in the traffic list.',
  zh: '厂商没有给出访问令牌。该请求可在流量列表中查看。',
};
const noAnswer = (error: string): LocalText => ({ en: `No answer: ${error}.`, zh: `没有应答：${error}。` });
const refused = (status: number): LocalText => ({ en: `Refused with ${status}.`, zh: `被拒绝（${status}）。` });

interface Phone {
  readonly device: Device;
  readonly target: PushTarget;
}

function phoneOf(simulator: Simulator, vendor: ChannelId): Phone | null {
  for (const device of simulator.workspace().devices) {
    const target = device.channel === vendor ? device.targets.find(({ state }) => state === 'active') : undefined;
    if (target !== undefined) return { device, target };
  }
  return null;
}

/** The push, behind the request for an access token where the vendor wants one; both go the same way. */
async function pushTo(
  { simulator, ports, doors }: SelfTestDeps,
  { definition, authorization, build }: Channel,
  way: SelfTestWay,
  mark: string,
  { device, target }: Phone,
): Promise<{ readonly answer: SelfTestAnswer; readonly step: 'token' | 'push' }> {
  const now = simulator.now();
  const credentials = simulator.credentials();
  const { profile } = simulator.workspace();
  const send = (call: VendorCall) => sendBy(way, call, doors(), mark);
  let accessToken: string | null = null;
  if (authorization !== undefined) {
    const answer = await send(
      authorization.build({ app: target.app, senderNow: ports.clock.now(), ports, credentials }),
    );
    if ('error' in answer) return { answer, step: 'token' };
    const token = authorization.read(answer.status, answer.body, now);
    if (token === null) return { answer, step: 'token' };
    accessToken = token.value;
  }
  const message = messageOf(definition.name, way, mark, now);
  const senderNow = ports.clock.now();
  const input: BuildInput = {
    ...message,
    device,
    target,
    badge: null,
    accessToken,
    now,
    senderNow,
    profile,
    ports,
    credentials,
  };
  return { answer: await send(build(input)), step: 'push' };
}

const WAY_NAMES: Readonly<Record<SelfTestWay, LocalText>> = {
  address: { en: 'base address', zh: '更换地址' },
  names: { en: 'name resolution', zh: '域名解析' },
  proxy: { en: 'HTTP proxy', zh: 'HTTP 代理' },
  plain: { en: 'without TLS', zh: '不用 TLS' },
};

function messageOf(
  vendor: LocalText,
  way: SelfTestWay,
  mark: string,
  now: number,
): { readonly message: BuildInput['message']; readonly fields: ResolvedFields } {
  const set = <T>(value: T): ResolvedField<T> => ({ value, from: 'message', overridden: [] });
  // Both languages: the phones belong to no language.
  const body = `${vendor.en} · ${WAY_NAMES[way].en} · ${WAY_NAMES[way].zh}`;
  return {
    message: {
      id: mark,
      at: now,
      from: 'self-test',
      to: { c2c: 'self-test' },
      kind: 'chat',
      elements: [{ type: 'text', text: body }],
    },
    fields: {
      title: set('Self-test 自检'),
      body: set(body),
      sound: { value: 'default', from: 'default', overridden: [] },
      badge: set(false),
      ext: { value: null, from: 'default', overridden: [] },
    },
  };
}

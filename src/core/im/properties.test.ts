import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideInput } from '../testing/arbitraries.ts';
import { createRuleRegistry, placesOf } from '../trace/registry.ts';
import { type FieldName, type Layer, type Overridden, REASON_CODES } from '../trace/types.ts';
import { type DecideInput, decideOffline } from './decide.ts';
import { resolveFields } from './resolve.ts';
import { imRules } from './rules.ts';

const registry = createRuleRegistry([imRules]);
const RUNS = { numRuns: 1500 };
const NAMES: readonly FieldName[] = ['title', 'body', 'sound', 'badge', 'ext'];

/** The layers of a field that have a value, highest first, read from the settings without the code under test. */
function setLayers(input: DecideInput, field: FieldName): readonly { readonly from: Layer; readonly value: unknown }[] {
  const push = input.message.offlinePush;
  const platform = input.device?.platform;
  const isGroup = 'group' in input.message.to;
  const custom = push ? undefined : input.message.elements.find((element) => element.type === 'custom');
  const { settings } = input.recipient;
  const blockValue = (ios: unknown, android: unknown): unknown =>
    platform === 'ios' ? ios : platform === 'android' ? android : undefined;
  const block: Layer = platform === 'ios' ? 'message.ios' : 'message.android';
  const all: Record<FieldName, readonly { from: Layer; value: unknown }[]> = {
    title: [
      { from: block, value: blockValue(push?.ios?.title, push?.android?.title) },
      { from: 'message', value: push?.title },
    ],
    body: [
      { from: block, value: blockValue(push?.ios?.desc, push?.android?.desc) },
      { from: 'message', value: push?.descr },
    ],
    sound: [
      { from: block, value: blockValue(push?.ios?.sound, push?.android?.sound) },
      { from: 'message', value: custom?.sound },
      { from: 'global', value: isGroup ? settings.groupSound : settings.c2cSound },
    ],
    badge: [{ from: block, value: platform === 'ios' ? push?.ios?.badgeEnabled : undefined }],
    ext: [
      { from: 'message', value: push?.ext },
      { from: 'message', value: custom?.ext },
    ],
  };
  return all[field].filter(({ value }) => value !== undefined && value !== null && value !== '');
}

const resolve = (input: DecideInput) =>
  resolveFields({
    message: input.message,
    sender: input.sender,
    group: input.group,
    platform: input.device?.platform ?? null,
    channel: input.device?.channel ?? null,
    settings: input.recipient.settings,
    badgeBase: input.device?.badgeBase,
  });

describe('resolution', () => {
  it('is total and deterministic, and explains every field exactly once', () => {
    fc.assert(
      fc.property(decideInput, (input) => {
        const first = resolve(input);
        expect(resolve(input)).toEqual(first);
        const told = first.trace.flatMap((step) => (step.overridden === undefined ? [] : [step.field]));
        expect(told).toEqual(NAMES);
        for (const step of first.trace) {
          if (step.overridden === undefined || step.field === undefined) continue;
          expect({ value: step.value, from: step.from, overridden: step.overridden }).toEqual(first.fields[step.field]);
        }
      }),
      RUNS,
    );
  });

  it('lets the first set layer win and lists the others in order', () => {
    fc.assert(
      fc.property(decideInput, (input) => {
        const { fields } = resolve(input);
        for (const name of NAMES) {
          const layers = setLayers(input, name);
          if (name === 'sound' && input.device?.platform === 'android') {
            expect(fields.sound).toEqual({ value: 'default', from: 'default', overridden: layers });
            continue;
          }
          const [winner, ...lost] = layers;
          expect(fields[name].from).toBe(winner?.from ?? 'default');
          if (winner !== undefined) expect(fields[name].value).toBe(winner.value);
          expect(fields[name].overridden).toEqual(lost);
        }
      }),
      RUNS,
    );
  });

  it('never lets a message setting lose to a global one', () => {
    fc.assert(
      fc.property(decideInput, (input) => {
        for (const field of Object.values(resolve(input).fields)) {
          if (field.from !== 'global') continue;
          expect(field.overridden.filter((one: Overridden) => one.from.startsWith('message'))).toEqual([]);
        }
      }),
      RUNS,
    );
  });
});

describe('decision', () => {
  it('has exactly one stop and one reason when it does not push, and none when it does', () => {
    fc.assert(
      fc.property(decideInput, (input) => {
        const decision = decideOffline(input);
        const stops = decision.trace.filter((step) => step.verdict === 'stop');
        if (decision.verdict === 'push') {
          expect(stops).toEqual([]);
          expect(decision).toMatchObject({ reason: 'delivered', via: 'push' });
          return;
        }
        expect(stops.map((step) => step.rule)).toEqual([decision.cause]);
        expect(REASON_CODES).toContain(decision.reason);
        expect(decision.reason).not.toBe('delivered');
        expect(registry.get(decision.cause)?.reason ?? decision.cause).toBe(decision.reason);
        const after = decision.trace.slice(decision.trace.findIndex((step) => step.verdict === 'stop') + 1);
        expect(after.every((step) => step.verdict === 'skip')).toBe(true);
        expect(after.at(-1)?.rule).toBe('offline-push');
      }),
      RUNS,
    );
  });

  it('names rules only that exist, with a sentence for the verdict and a value for each of its places', () => {
    fc.assert(
      fc.property(decideInput, (input) => {
        for (const step of decideOffline(input).trace) {
          const rule = registry.get(step.rule);
          expect(rule?.stage).toBe(step.stage);
          if (step.verdict === 'skip') continue;
          const text = rule?.text[step.verdict];
          expect(text, `${step.rule}, ${step.verdict}`).toBeDefined();
          const fix = step.verdict === 'pass' ? '' : (rule?.fix?.en ?? '');
          const given = [
            ...Object.keys(step.params ?? {}),
            ...(step.value === undefined ? [] : ['value']),
            ...(step.from === undefined ? [] : ['from']),
          ];
          expect(given).toEqual(expect.arrayContaining([...placesOf(`${text?.en}${fix}`)]));
        }
      }),
      RUNS,
    );
  });

  it('reaches a running app over its connection unless the message itself does not go there', () => {
    fc.assert(
      fc.property(decideInput, (input) => {
        const { device, group, recipient, message } = input;
        const live =
          device?.online === true &&
          device.app.process !== 'killed' &&
          device.session.state === 'loggedIn' &&
          device.session.userId === 'bob';
        const stopped =
          'group' in message.to &&
          (!group?.members.some((member) => member.userId === 'bob') || recipient.receiveOptions.team === 'notReceive');
        const decision = decideOffline(input);
        const expected = decision.verdict === 'push' ? 'push' : live && !stopped ? 'online' : 'none';
        expect(decision.via).toBe(expected);
      }),
      RUNS,
    );
  });

  it('covers every reason of the IM side', () => {
    const seen = new Set(
      fc.sample(decideInput, { numRuns: 20_000, seed: 7 }).map((input) => decideOffline(input).reason),
    );
    const beyond = [
      'vendor-unreachable',
      'vendor-rejected',
      'device-offline',
      'device-waiting',
      'device-suppressed',
      'device-revoked',
    ];
    expect([...seen].sort()).toEqual(REASON_CODES.filter((code) => !beyond.includes(code)).sort());
  });
});

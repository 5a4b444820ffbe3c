import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageInput } from '../../core/im/types.ts';
import { isMessage } from './check.ts';
import { messageToText, textToMessage } from './json.ts';
import { PRESET_IDS, PRESETS } from './presets.ts';

const text = fc.oneof(fc.constant(null), fc.string());
const optional = (members: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []): fc.Arbitrary<unknown> =>
  fc.record(members, { requiredKeys });
const element = fc.oneof(
  fc.record({ type: fc.constant('text'), text: fc.string() }),
  fc.record({ type: fc.constant('image') }),
  optional({ type: fc.constant('voice'), seconds: fc.nat(60) }, ['type']),
  optional({ type: fc.constant('file'), fileName: fc.string() }, ['type']),
  optional({ type: fc.constant('face'), index: fc.nat(), data: fc.string() }, ['type']),
  optional({ type: fc.constant('location'), desc: fc.string(), latitude: fc.integer(), longitude: fc.integer() }, [
    'type',
  ]),
  optional({ type: fc.constant('video'), seconds: fc.nat(60) }, ['type']),
  optional(
    { type: fc.constant('custom'), data: fc.string(), desc: fc.string(), ext: fc.string(), sound: fc.string() },
    ['type'],
  ),
);
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), arbitrary);
const offlinePush = optional({
  enabled: fc.boolean(),
  title: text,
  descr: text,
  ext: text,
  android: nullable(optional({ title: text, desc: text, sound: text, notifyMode: fc.constantFrom(0, 1) })),
  ios: nullable(optional({ title: text, desc: text, sound: text, badgeEnabled: fc.boolean() })),
});
const anyMessage = optional(
  {
    from: fc.string(),
    to: fc.oneof(fc.record({ c2c: fc.string() }), fc.record({ group: fc.string() })),
    kind: fc.constantFrom('chat', 'system'),
    elements: fc.array(element, { maxLength: 4 }),
    offlinePush: nullable(offlinePush),
  },
  ['from', 'to', 'kind', 'elements'],
) as fc.Arbitrary<MessageInput>;

describe('message and JSON', () => {
  it('comes back from the text exactly as it went in: absent, null and empty stay apart', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const parsed = textToMessage(messageToText(message));
        expect(parsed).toEqual({ ok: true, message });
        if (parsed.ok) expect(Object.keys(parsed.message)).toEqual(Object.keys(message));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the text back unchanged', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const first = messageToText(message);
        const parsed = textToMessage(first);
        expect(parsed.ok && messageToText(parsed.message)).toBe(first);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (typed) => {
        const parsed = textToMessage(typed);
        if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('takes every preset', () => {
    for (const id of PRESET_IDS) expect(isMessage(PRESETS[id]), id).toBe(true);
  });

  it('fills in the kind that the API assumes', () => {
    const parsed = textToMessage('{"from":"a","to":{"c2c":"b"},"elements":[]}');
    expect(parsed).toMatchObject({ ok: true, message: { kind: 'chat' } });
  });
});

const problemOf = (json: string) => {
  const parsed = textToMessage(json);
  if (parsed.ok) throw new Error('expected a problem');
  return parsed.problems.map(({ line, problem }) => [
    line,
    problem.code,
    'name' in problem ? problem.name : problem.found,
  ]);
};

describe('problems in the text', () => {
  it('stand at the line they concern', () => {
    const json = `{
  "from": 7,
  "to": { "c2c": "b" },
  "kind": "chat",
  "colour": "red",
  "elements": [
    { "type": "txt" },
    { "type": "text" }
  ],
  "offlinePush": { "title": 1 }
}`;
    expect(problemOf(json)).toEqual([
      [2, 'wrong_type', 'from'],
      [5, 'unknown_member', 'colour'],
      [10, 'wrong_type', 'title'],
      [7, 'unknown_element', 'type'],
      [8, 'missing_member', 'text'],
    ]);
  });

  it('name exactly one receiver', () => {
    expect(problemOf('{"from":"a","to":{"c2c":"b","group":"g"},"elements":[]}')).toEqual([[1, 'one_target', 'to']]);
    expect(problemOf('{"from":"a","to":{},"elements":[]}')).toEqual([[1, 'one_target', 'to']]);
  });

  it('say where the text stops being JSON', () => {
    expect(problemOf('{\n  "from": "a",\n  oops\n}')).toEqual([[3, 'syntax', 'oops']]);
    expect(problemOf('{"from": "a"')).toEqual([[1, 'syntax', '']]);
  });

  it('are not fooled by names that every object has', () => {
    expect(problemOf('{"from":"a","to":{"c2c":"b"},"elements":[],"toString":1}')).toEqual([
      [1, 'unknown_member', 'toString'],
    ]);
  });
});

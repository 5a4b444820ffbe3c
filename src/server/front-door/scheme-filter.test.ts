import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SchemeFilter } from './scheme-filter.ts';

const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');
const END_HEADERS = 0x04;
const PADDED = 0x08;
const PRIORITY = 0x20;

function frame(type: number, flags: number, payload: Buffer, stream = 1): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** A literal field: `first` byte(s), an optional name, the value. `huffman` values are given as bytes. */
const raw = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')]);
const coded = (hex: string): Buffer => Buffer.concat([Buffer.from([0x80 | (hex.length / 2)]), Buffer.from(hex, 'hex')]);
const field = (first: number, ...strings: Buffer[]): Buffer => Buffer.concat([Buffer.from([first]), ...strings]);

/** RFC 7541 appendix B by hand: `https:` and `https.`, five bytes each. */
const HTTPS_COLON = '9d29ad173f';
const HTTPS_DOT = '9d29ad0bff';
const NAME = 'b8824e5a4b';

function through(filter: SchemeFilter, bytes: Buffer, cuts: readonly number[] = []): Buffer {
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const chunks = [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
  return Buffer.concat(chunks.flatMap((chunk) => filter.push(chunk)));
}

const repaired = (bytes: Buffer): Buffer => through(new SchemeFilter(), Buffer.concat([PREFACE, bytes])).subarray(24);

describe('a header block', () => {
  it.each<[string, Buffer, Buffer]>([
    ['indexed name 6, added to the table, raw', field(0x46, raw('https:')), field(0x46, raw('https.'))],
    ['indexed name 7, added to the table, Huffman', field(0x47, coded(HTTPS_COLON)), field(0x47, coded(HTTPS_DOT))],
    ['indexed name, not added', field(0x06, raw('https:')), field(0x06, raw('https.'))],
    ['indexed name, never added', field(0x17, coded(HTTPS_COLON)), field(0x17, coded(HTTPS_DOT))],
    ['name spelt out', field(0x40, raw(':scheme'), raw('https:')), field(0x40, raw(':scheme'), raw('https.'))],
    [
      'name spelt out, both Huffman',
      field(0x00, coded(NAME), coded(HTTPS_COLON)),
      field(0x00, coded(NAME), coded(HTTPS_DOT)),
    ],
  ])('is repaired: %s', (_what, before, after) => {
    // Around it: a table size, indexed fields (one with a long index) and a literal with a long value.
    const long = raw('x'.repeat(100));
    const around = (middle: Buffer): Buffer =>
      Buffer.concat([
        Buffer.from([0x3f, 0xe1, 0x1f, 0x83, 0xff, 0x80, 0x01]),
        field(0x41, long),
        middle,
        field(0x7f, Buffer.from([0x00]), long),
      ]);
    expect(repaired(frame(1, END_HEADERS, around(before)))).toEqual(frame(1, END_HEADERS, around(after)));
  });

  it.each<[string, Buffer]>([
    ['a good scheme', field(0x46, raw('https'))],
    ['the same value of another name', field(0x41, raw('https:'))],
    ['another malformed scheme', field(0x46, raw('httpx:'))],
    ['the same text inside another value', field(0x44, raw('/https:'))],
    ['a string longer than its block', field(0x46, Buffer.from([0x7f, 0xff, 0x01]), Buffer.from('https:'))],
    ['a number without end', Buffer.from([0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['a block that ends in a name', field(0x40, raw(':scheme'))],
    ['nothing', Buffer.alloc(0)],
  ])('is left alone: %s', (_what, block) => {
    const bytes = frame(1, END_HEADERS, block);
    expect(repaired(bytes)).toEqual(bytes);
  });

  const block = Buffer.concat([Buffer.from([0x83]), field(0x46, coded(HTTPS_COLON)), field(0x44, raw('/p'))]);
  const good = Buffer.concat([Buffer.from([0x83]), field(0x46, coded(HTTPS_DOT)), field(0x44, raw('/p'))]);
  const withPriority = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 0, 15]), bytes]);
  const padded = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([7]), bytes, Buffer.from([0x46, 6, 1, 1, 1, 1, 1])]);

  it('is found behind priority and before padding', () => {
    const flags = END_HEADERS | PADDED | PRIORITY;
    const make = (bytes: Buffer): Buffer => frame(1, flags, padded(withPriority(bytes)));
    // The padding's length stands before the priority.
    expect(repaired(make(block))).toEqual(make(good));
  });

  it.each(Array.from({ length: block.length + 1 }, (_, cut) => cut))(
    'is repaired when it goes on in another frame after %i bytes',
    (cut) => {
      const make = (bytes: Buffer): Buffer =>
        Buffer.concat([
          frame(1, 0, bytes.subarray(0, cut)),
          frame(9, 0, Buffer.alloc(0)),
          frame(9, END_HEADERS, bytes.subarray(cut)),
        ]);
      expect(repaired(make(block))).toEqual(make(good));
    },
  );
});

describe('a connection', () => {
  const bad = frame(1, END_HEADERS, field(0x46, coded(HTTPS_COLON)));
  const fixed = frame(1, END_HEADERS, field(0x46, coded(HTTPS_DOT)));
  const others = [
    frame(4, 0, Buffer.alloc(12)),
    frame(0, 1, Buffer.concat([Buffer.from([0x46, 6]), Buffer.from('https:')])),
    frame(8, 0, Buffer.alloc(4), 0),
  ];
  const flow = (headers: Buffer): Buffer =>
    Buffer.concat([PREFACE, ...others, headers, ...others, headers, headers, ...others]);

  it('is repaired whatever the chunks in which it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (cuts) => {
        expect(through(new SchemeFilter(), flow(bad), cuts)).toEqual(flow(fixed));
      }),
      { numRuns: 200 },
    );
  });

  it('passes byte by byte too, holding nothing back but unfinished header blocks', () => {
    const filter = new SchemeFilter();
    const bytes = flow(bad);
    const out = [...bytes].flatMap((byte) => filter.push(Buffer.from([byte])));
    expect(Buffer.concat(out)).toEqual(flow(fixed));
    expect(filter.push(frame(1, 0, Buffer.from([0x83])))).toEqual([]);
    // DATA passes at once, before its frame is complete.
    const data = new SchemeFilter();
    data.push(PREFACE);
    const begun = frame(0, 0, Buffer.alloc(1000)).subarray(0, 500);
    expect(Buffer.concat(data.push(begun))).toEqual(begun);
  });

  it('passes unchanged and completely, whatever else it sends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.array(fc.nat(), { maxLength: 8 }), (noise, cuts) => {
        const bytes = Buffer.concat([PREFACE, frame(1, END_HEADERS, Buffer.from([0x83])), Buffer.from(noise)]);
        const out = through(new SchemeFilter(), bytes, cuts);
        expect(bytes.subarray(0, out.length)).toEqual(out);
        // What is held back is one unfinished frame, or an unfinished block.
        expect(out.length).toBeGreaterThanOrEqual(24 + 10);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, Buffer]>([
    ['a frame longer than announced', frame(1, END_HEADERS, Buffer.alloc(20_000, 0x83))],
    [
      'a block without end',
      Buffer.concat(Array.from({ length: 20 }, (_, i) => frame(i === 0 ? 1 : 9, 0, Buffer.alloc(16_000, 0x83)))),
    ],
  ])('is not read any further, and not held back, after %s', (_what, bytes) => {
    const filter = new SchemeFilter();
    filter.push(PREFACE);
    expect(Buffer.concat(filter.push(bytes))).toEqual(bytes);
    expect(Buffer.concat(filter.push(bad))).toEqual(bad);
  });

  it('hands an unfinished block on when another frame comes into it', () => {
    const filter = new SchemeFilter();
    filter.push(PREFACE);
    const half = frame(1, 0, Buffer.from([0x83]));
    const ping = frame(6, 0, Buffer.alloc(8), 0);
    expect(Buffer.concat(filter.push(Buffer.concat([half, ping])))).toEqual(Buffer.concat([half, ping]));
  });
});

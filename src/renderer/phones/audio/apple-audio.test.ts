import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAppleAudio } from './apple-audio.ts';
import { aLawSample, imaPacket, muLawSample } from './codecs.ts';

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const u16 = (value: number) => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const f64 = (value: number) => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return [...bytes];
};

function caf(
  format: string,
  flags: number,
  bits: number,
  data: readonly number[],
  channels = 1,
  size?: number,
): Uint8Array {
  const desc = [...f64(8000), ...ascii(format), ...u32(flags), ...u32(0), ...u32(1), ...u32(channels), ...u32(bits)];
  const length = size ?? data.length + 4;
  return Uint8Array.from([
    ...[...ascii('caff'), ...u16(1), ...u16(0)],
    ...[...ascii('desc'), ...u32(0), ...u32(32), ...desc],
    ...[...ascii('free'), ...u32(0), ...u32(2), 9, 9],
    ...[...ascii('data'), ...u32(length < 0 ? 0xffffffff : 0), ...u32(length), ...u32(0), ...data],
  ]);
}

function aiff(compression: string | null, bits: number, data: readonly number[]): Uint8Array {
  const rate = [0x40, 0x0b, 0xfa, 0, 0, 0, 0, 0, 0, 0]; // 8000 as 80-bit floating point
  const comm = [...u16(1), ...u32(2), ...u16(bits), ...rate, ...(compression === null ? [] : ascii(compression))];
  const ssnd = [...u32(0), ...u32(0), ...data];
  const body = [
    ...[...ascii(compression === null ? 'AIFF' : 'AIFC')],
    ...[...ascii('COMM'), ...u32(comm.length), ...comm],
    ...[...ascii('SSND'), ...u32(ssnd.length), ...ssnd],
  ];
  return Uint8Array.from([...ascii('FORM'), ...u32(body.length), ...body]);
}

const samples = (bytes: Uint8Array) => decodeAppleAudio(bytes)?.channels.map((channel) => [...channel]);

describe('codecs', () => {
  it('decodes µ-law', () => {
    expect(muLawSample(0xff)).toBeCloseTo(0);
    expect(muLawSample(0x00) * 32768).toBe(-32124);
    expect(muLawSample(0x80) * 32768).toBe(32124);
    expect(muLawSample(0xfe) * 32768).toBe(8);
  });

  it('decodes A-law', () => {
    expect(aLawSample(0xd5) * 32768).toBe(8);
    expect(aLawSample(0x55) * 32768).toBe(-8);
    expect(aLawSample(0xaa) * 32768).toBe(32256);
    expect(aLawSample(0x2a) * 32768).toBe(-32256);
  });

  it('decodes an IMA packet from its state on', () => {
    const packet = new Uint8Array(34);
    packet[0] = 0x40; // predictor 0x4000, index 0
    packet[2] = 0x74; // first nibble 4: + 7; index 2: step 9, nibble 7: + 9 + 4 + 2 + 1
    const out = new Float32Array(64);
    imaPacket(packet, out, 0);
    expect((out[0] ?? 0) * 32768).toBe(0x4000 + 7);
    expect((out[1] ?? 0) * 32768).toBe(0x4000 + 7 + 16);
  });

  it('takes the sign of the predictor', () => {
    const out = new Float32Array(64);
    imaPacket(
      Uint8Array.from({ length: 34 }, (_, at) => (at === 0 ? 0x80 : 0)),
      out,
      0,
    );
    expect(out[0]).toBe(-1);
  });
});

describe('decodeAppleAudio', () => {
  it('reads CAF with 16-bit PCM of either byte order, past chunks it does not know', () => {
    expect(decodeAppleAudio(caf('lpcm', 0, 16, [0x40, 0x00, 0xc0, 0x00]))?.sampleRate).toBe(8000);
    expect(samples(caf('lpcm', 0, 16, [0x40, 0x00, 0xc0, 0x00]))).toEqual([[0.5, -0.5]]);
    expect(samples(caf('lpcm', 2, 16, [0x00, 0x40, 0x00, 0xc0]))).toEqual([[0.5, -0.5]]);
  });

  it('reads 8, 24 and 32 bits and floating point', () => {
    expect(samples(caf('lpcm', 0, 8, [0x40, 0xc0]))).toEqual([[0.5, -0.5]]);
    expect(samples(caf('lpcm', 0, 24, [0x40, 0, 0, 0xc0, 0, 0]))).toEqual([[0.5, -0.5]]);
    expect(samples(caf('lpcm', 2, 24, [0, 0, 0x40, 0, 0, 0xc0]))).toEqual([[0.5, -0.5]]);
    expect(samples(caf('lpcm', 0, 32, [0x40, 0, 0, 0]))).toEqual([[0.5]]);
    expect(samples(caf('lpcm', 1, 32, [0x3f, 0, 0, 0]))).toEqual([[0.5]]);
  });

  it('takes channels apart and reads to the end where the size is open', () => {
    expect(samples(caf('lpcm', 0, 8, [0x40, 0xc0, 0, 0x40], 2))).toEqual([
      [0.5, 0],
      [-0.5, 0.5],
    ]);
    expect(samples(caf('lpcm', 0, 8, [0x40, 0xc0], 1, -1))).toEqual([[0.5, -0.5]]);
  });

  it('reads CAF with µ-law, A-law and IMA4', () => {
    expect(samples(caf('ulaw', 0, 0, [0x00]))).toEqual([[-32124 / 32768]]);
    expect(samples(caf('alaw', 0, 0, [0xaa]))).toEqual([[32256 / 32768]]);
    expect(samples(caf('ima4', 0, 0, new Array<number>(34).fill(0)))?.[0]).toHaveLength(64);
  });

  it('reads AIFF and AIFF-C', () => {
    expect(decodeAppleAudio(aiff(null, 16, [0x40, 0, 0xc0, 0]))?.sampleRate).toBe(8000);
    expect(samples(aiff(null, 16, [0x40, 0, 0xc0, 0]))).toEqual([[0.5, -0.5]]);
    expect(samples(aiff('sowt', 16, [0, 0x40, 0, 0xc0]))).toEqual([[0.5, -0.5]]);
    expect(samples(aiff('ulaw', 16, [0x00, 0x80]))).toEqual([[-32124 / 32768, 32124 / 32768]]);
  });

  it('leaves other files, unknown codings and broken ones alone', () => {
    expect(decodeAppleAudio(Uint8Array.from(ascii('RIFF....WAVE')))).toBeNull();
    expect(decodeAppleAudio(caf('aac ', 0, 16, [1, 2]))).toBeNull();
    expect(decodeAppleAudio(caf('lpcm', 0, 16, []))).toBeNull();
    expect(decodeAppleAudio(caf('lpcm', 0, 16, [1, 2]).slice(0, 30))).toBeNull();
    expect(decodeAppleAudio(aiff('MAC3', 16, [1, 2]))).toBeNull();
    expect(decodeAppleAudio(new Uint8Array())).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('caff', 'FORM0000AIFF', 'FORM0000AIFC'),
        fc.uint8Array({ maxLength: 200 }),
        (head, rest) => {
          decodeAppleAudio(Uint8Array.from([...ascii(head), ...rest]));
        },
      ),
    );
  });
});

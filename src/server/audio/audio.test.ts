import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInSounds } from '../../core/device/create.ts';
import { decode, fromAlaw, fromUlaw } from './decode.ts';
import { toCaf, toWav } from './encode.ts';
import { createSoundLibrary } from './library.ts';
import { probe } from './probe.ts';

const resourcesDir = join(import.meta.dirname, '..', '..', '..', 'resources');
const library = () => createSoundLibrary({ resourcesDir, dataDir: mkdtempSync(join(tmpdir(), 'pushpit-sounds-')) });
const tone = (seconds: number) => ({
  sampleRate: 8000,
  channels: 1,
  samples: Int16Array.from({ length: seconds * 8000 }, (_, i) => Math.round(9000 * Math.sin(i / 3))),
});

/** An AIFF or AIFF-C file around the given sample bytes. */
function aiff(compression: string | null, frames: number, bits: number, samples: Uint8Array): Uint8Array {
  const common = Buffer.alloc(compression === null ? 18 : 24);
  common.writeUInt16BE(1, 0);
  common.writeUInt32BE(frames, 2);
  common.writeUInt16BE(bits, 6);
  // 8000 Hz as an 80-bit extended number: 8000 / 2^12 = 1.953125.
  common.writeUInt16BE(16383 + 12, 8);
  common.writeUInt32BE(0xfa000000, 10);
  if (compression !== null) common.write(compression, 18, 'latin1');
  const chunk = (id: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(id, 0, 'latin1');
    head.writeUInt32BE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from(compression === null ? 'AIFF' : 'AIFC'),
    chunk('COMM', common),
    chunk('SSND', Buffer.concat([Buffer.alloc(8), samples])),
  ]);
  return chunk('FORM', body);
}

describe('built-in sounds', () => {
  it.each([...builtInSounds('ios'), ...builtInSounds('android')])(
    '$name has the facts that the phone is told',
    async (sound) => {
      const file = join(resourcesDir, 'sounds', sound.soundId.replace(/-(caf|wav)$/, '.$1'));
      const facts = probe(readFileSync(file));
      expect({ container: facts.container, codec: facts.codec, duration: facts.duration }).toEqual({
        container: sound.container,
        codec: sound.codec,
        duration: sound.duration,
      });
      const audio = await library().audio(sound.soundId);
      expect(probe(audio?.bytes ?? new Uint8Array()).duration).toBe(sound.duration);
    },
  );

  it.each(['default-ios', 'default-android'])('%s can be heard', async (id) => {
    const audio = await library().audio(id);
    const facts = probe(audio?.bytes ?? new Uint8Array());
    const pcm = facts.layout === null ? null : decode(audio?.bytes ?? new Uint8Array(), facts.layout);
    expect(Math.max(...(pcm?.samples ?? []).map(Math.abs))).toBeGreaterThan(8000);
  });
});

describe('probe and decode', () => {
  it('reads back what was written as WAV and CAF', () => {
    const pcm = tone(1);
    for (const file of [toWav(pcm), toCaf(pcm)]) {
      const facts = probe(file);
      expect(facts.duration).toBe(1);
      expect(facts.layout === null ? [] : decode(file, facts.layout).samples).toEqual(pcm.samples);
    }
  });

  it('reads AIFF with big-endian samples and AIFF-C with µ-law, A-law and IMA4', () => {
    const linear = aiff(null, 2, 16, Buffer.from([0x12, 0x34, 0xff, 0xff]));
    const facts = probe(linear);
    expect(facts).toMatchObject({ container: 'aiff', codec: 'pcm' });
    expect(facts.layout?.sampleRate).toBe(8000);
    expect(facts.layout === null ? [] : [...decode(linear, facts.layout).samples]).toEqual([0x1234, -1]);
    expect(probe(aiff('ulaw', 8000, 8, new Uint8Array(8000)))).toMatchObject({ codec: 'ulaw', duration: 1 });
    expect(probe(aiff('alaw', 8000, 8, new Uint8Array(8000)))).toMatchObject({ codec: 'alaw', duration: 1 });
    expect(probe(aiff('ima4', 125, 16, new Uint8Array(125 * 34)))).toMatchObject({ codec: 'ima4', duration: 1 });
  });

  it('decodes G.711 at its corners', () => {
    expect([fromUlaw(0xff), fromUlaw(0x00), fromUlaw(0x80)]).toEqual([0, -32124, 32124]);
    expect([fromAlaw(0xd5), fromAlaw(0x2a), fromAlaw(0xaa)]).toEqual([8, -32256, 32256]);
  });

  it('decodes an IMA4 packet: silence stays silent, a rising code rises', () => {
    const silent = aiff('ima4', 1, 16, new Uint8Array(34));
    const rising = aiff(
      'ima4',
      1,
      16,
      Uint8Array.from({ length: 34 }, (_, i) => (i < 2 ? 0 : 0x77)),
    );
    const samples = [silent, rising].map((file) => {
      const { layout } = probe(file);
      return layout === null ? [] : [...decode(file, layout).samples];
    });
    expect(Math.max(...(samples[0] ?? []))).toBeLessThan(8);
    expect(samples[1]?.at(-1)).toBe(32767);
    expect(samples[1]).toHaveLength(64);
  });

  it.each([
    ['mp3', Buffer.from('ID3\u0004000000000000')],
    ['ogg', Buffer.from('OggS0000000000000000')],
    ['m4a', Buffer.from('0000ftypM4A 00000000')],
  ])('knows %s by its first bytes but not its length', (container, bytes) => {
    expect(probe(bytes)).toMatchObject({ container, duration: 0, layout: null });
  });

  it('survives any bytes, and any cut of a real file', () => {
    const real = [toWav(tone(1)), toCaf(tone(1)), aiff('ima4', 8, 16, new Uint8Array(272))];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), fc.constantFrom(...real), (noise, cut, file) => {
        for (const bytes of [noise, file.subarray(0, cut % file.length)]) {
          const facts = probe(bytes);
          expect(facts.duration).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('library', () => {
  it('keeps an imported file by its content and plays it again', async () => {
    const sounds = library();
    const file = toWav(tone(31));
    const imported = await sounds.import('long.wav', file);
    expect(imported).toMatchObject({
      ok: true,
      value: { name: 'long.wav', container: 'wav', codec: 'pcm', duration: 31 },
    });
    const id = imported.ok ? imported.value.soundId : '';
    expect((await sounds.audio(id))?.contentType).toBe('audio/wav');
  });

  it('refuses what is no audio, saying what it saw', async () => {
    const refused = await library().import('notes.txt', Buffer.from('hello there'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_audio' } });
    expect(refused.ok ? '' : refused.error.message).toContain('68656c6c6f207468');
  });

  it.each(['nothing', '../workspace', '..%2Fca', '0'.repeat(32)])('has no sound "%s"', async (id) => {
    expect(await library().audio(id)).toBeNull();
  });
});

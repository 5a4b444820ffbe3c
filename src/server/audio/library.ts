import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInSounds } from '../../core/device/create.ts';
import type { AppSound } from '../../core/device/types.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { decode } from './decode.ts';
import { toWav } from './encode.ts';
import { probe } from './probe.ts';
import { SOUNDS } from './synth.ts';

/** Audio files that phones play: the built-in ones beside the program, imported ones in the data directory. */
export interface SoundLibrary {
  /** Something that every browser plays: a WAV rendering, or the original where only the browser can decode it. */
  audio(id: string): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string } | null>;
  /** Keeps an audio file and reads what a phone would check. Fails with `not_audio` on anything else. */
  import(name: string, bytes: Uint8Array): Promise<Result<AppSound>>;
  /** The sounds that come with the app. */
  list(): readonly AppSound[];
}

const BUILT_IN_IDS: ReadonlySet<string> = new Set([
  ...Object.keys(SOUNDS),
  ...builtInSounds('ios').map((sound) => sound.soundId),
  ...builtInSounds('android').map((sound) => sound.soundId),
]);

const CONTENT_TYPES: Readonly<Record<AppSound['container'], string>> = {
  wav: 'audio/wav',
  aiff: 'audio/aiff',
  caf: 'audio/x-caf',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  unknown: 'application/octet-stream',
};

/** `resourcesDir` holds `sounds/`; imported files go to `dataDir/sounds/`, named by their content. */
export function createSoundLibrary(options: { readonly resourcesDir: string; readonly dataDir: string }): SoundLibrary {
  const builtIn = join(options.resourcesDir, 'sounds');
  const imported = join(options.dataDir, 'sounds');
  return {
    async audio(id) {
      const bytes = BUILT_IN_IDS.has(id)
        ? await readFile(join(builtIn, builtInFile(id)))
        : await readImported(imported, id);
      if (bytes === null) return null;
      const facts = probe(bytes);
      return facts.layout === null
        ? { bytes: Uint8Array.from(bytes), contentType: CONTENT_TYPES[facts.container] }
        : { bytes: Uint8Array.from(toWav(decode(bytes, facts.layout))), contentType: 'audio/wav' };
    },
    async import(name, bytes) {
      const facts = probe(bytes);
      if (facts.container === 'unknown') {
        const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
        return fail('not_audio', {
          en: `"${name}" is no audio file that Pushpit knows (${bytes.length} bytes, beginning with ${head || 'nothing'}). Import CAF, AIFF, WAV, MP3, Ogg or M4A.`,
          zh: `“${name}”不是 Pushpit 认识的音频文件（共 ${bytes.length} 字节，开头是 ${head || '空'}）。请导入 CAF、AIFF、WAV、MP3、Ogg 或 M4A。`,
        });
      }
      const soundId = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      await keep(imported, soundId, bytes);
      return ok({ name, soundId, container: facts.container, codec: facts.codec, duration: facts.duration });
    },
    list: () => [...builtInSounds('ios'), ...builtInSounds('android')],
  };
}

/** `dudulu-caf` is `dudulu.caf`; the systems' own tones are WAV files. */
const builtInFile = (id: string): string => (id in SOUNDS ? `${id}.wav` : id.replace(/-(caf|wav)$/, '.$1'));

async function readImported(folder: string, id: string): Promise<Uint8Array | null> {
  // Ids are hex digests; anything else could name a file elsewhere.
  if (!/^[0-9a-f]{32}$/.test(id)) return null;
  const names = await readdir(folder).catch((): string[] => []);
  return names.includes(id) ? readFile(join(folder, id)) : null;
}

async function keep(folder: string, id: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${id}.${process.pid}.tmp`);
  await writeFile(temporary, bytes);
  await rename(temporary, join(folder, id));
}

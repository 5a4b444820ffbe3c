// Renders the built-in sounds to resources/sounds. The files are committed; run this after changing `synth.ts`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toCaf, toWav } from '../src/server/audio/encode.ts';
import { SOUNDS, synthesize } from '../src/server/audio/synth.ts';

const folder = join(import.meta.dirname, '..', 'resources', 'sounds');
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(SOUNDS)) {
  const pcm = synthesize(name);
  writeFileSync(join(folder, `${name}.wav`), toWav(pcm));
  if (!name.startsWith('default-')) writeFileSync(join(folder, `${name}.caf`), toCaf(pcm));
}

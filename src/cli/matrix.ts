import { writeFile } from 'node:fs/promises';
import { post, readInput, refusal } from './call.ts';
import { EXIT, type Io } from './io.ts';
import { locateServer } from './locate.ts';
import { type Options, UsageError } from './options.ts';

/** `pushpit matrix`: one message on many phones in every combination of states, worked out by a running server. */
export async function matrix(options: Options, io: Io): Promise<number> {
  const json = options.flag('json');
  const query = json ? 'format=json' : `format=csv&locale=${localeOf(options)}`;
  if (json && options.text('locale') !== undefined) {
    throw new UsageError('JSON holds both languages; leave out --locale.');
  }
  const body = await specification(options, io);
  const server = await locateServer(options, io);
  const answer = await post(`${server}/api/v1/matrix?${query}`, body);
  if (!answer.ok) {
    io.err(json ? `${answer.text}\n` : `pushpit matrix: ${refusal(answer)}\n`);
    return EXIT.error;
  }
  const text = json ? `${answer.text}\n` : answer.text;
  const file = options.text('out');
  if (file === undefined) io.out(text);
  else await writeFile(file, text);
  return EXIT.ok;
}

function localeOf(options: Options): 'en' | 'zh' {
  const locale = options.text('locale') ?? 'en';
  if (locale !== 'en' && locale !== 'zh') throw new UsageError(`Choose --locale en or --locale zh, not "${locale}".`);
  return locale;
}

async function specification(options: Options, io: Io): Promise<string> {
  const file = options.text('file');
  const preset = options.text('preset');
  if (file === undefined) return JSON.stringify({ preset: preset ?? 'specification' });
  if (preset !== undefined) throw new UsageError('--file holds the whole matrix; leave out --preset.');
  return readInput(file, io, 'matrix');
}

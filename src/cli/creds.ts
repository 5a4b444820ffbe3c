import { resolve } from 'node:path';
import type { Usage } from '../server/credentials/usage.ts';
import { resolveDataDir } from '../server/data-dir.ts';
import { EXIT, type Io } from './io.ts';
import { runningServer } from './locate.ts';
import type { Options } from './options.ts';
import { serveSpec } from './specs/serve.ts';

/** `pushpit creds`: the files that a sender needs, and the lines that use them. Needs no running server. */
export async function creds(options: Options, io: Io): Promise<number> {
  // Reading or making keys takes the libraries for them; `--help` should not wait for those.
  const { openInstallation } = await import('../server/credentials/installation.ts');
  const { credentialsFile, writeCredentials } = await import('../server/credentials/write.ts');
  const { usageFor } = await import('../server/credentials/usage.ts');
  const dataDir = resolveDataDir(options.text('data-dir'), io.env);
  const running = await runningServer(dataDir);
  const listeners = running?.listeners ?? usualListeners();
  const installation = await openInstallation(dataDir);
  const out = options.text('out');
  const written = out === undefined ? null : await writeCredentials(installation, resolve(out), listeners);
  const usage = written?.usage ?? usageFor(installation.secrets, './pushpit-creds', listeners);
  if (options.flag('json')) {
    const credentials = credentialsFile(installation);
    io.out(
      `${JSON.stringify({ dataDir, listeners, running: running !== null, files: written?.files ?? [], credentials, usage })}\n`,
    );
    return EXIT.ok;
  }
  io.out(
    [
      ...(written === null
        ? ['Nothing was written. The lines below expect "pushpit creds --out ./pushpit-creds".']
        : ['Written:', ...written.files.map((file) => `  ${file}`)]),
      '',
      running === null
        ? `No server runs on ${dataDir}; the lines name the usual ports.`
        : `The server runs at ${listeners.tls} and ${listeners.plain}.`,
      '',
      ...usageLines(usage),
    ].join('\n'),
  );
  return EXIT.ok;
}

const WAYS: Readonly<Record<Usage['way'], string>> = {
  address: 'by another base address',
  names: 'by name resolution with our CA',
  proxy: 'through the HTTP proxy',
};

/** The recipes under a heading for each vendor and way. */
function usageLines(usage: readonly Usage[]): string[] {
  let heading = '';
  return usage.flatMap(({ vendor, way, client, code, note }) => {
    const title = `${vendor ?? 'any vendor'}, ${WAYS[way]}`;
    const above = title === heading ? [] : [`── ${title} ──`, ''];
    heading = title;
    const lines = [...code.split('\n'), ...(note === null ? [] : [`(${note.en})`])];
    return [...above, `${client}:`, ...lines.map((line) => `  ${line}`), ''];
  });
}

function usualListeners(): { tls: string; plain: string } {
  const port = (name: string): string => serveSpec.options.find((one) => one.name === name)?.fallback ?? '';
  return { tls: `https://127.0.0.1:${port('tls-port')}`, plain: `http://127.0.0.1:${port('plain-port')}` };
}

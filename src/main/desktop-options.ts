import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DesktopOptions {
  readonly dataDir: string;
  /** Where Electron keeps its own files and the window's place: one folder for each data directory, so that each may be open once. */
  readonly profileDir: string;
  readonly host: string;
  readonly tlsPort: number;
  readonly plainPort: number;
  readonly allowCallbackHosts: readonly string[];
}

const names = {
  'data-dir': { type: 'string' },
  host: { type: 'string' },
  'tls-port': { type: 'string' },
  'plain-port': { type: 'string' },
  'allow-callback-host': { type: 'string', multiple: true },
} as const;

/** @throws {Error} when it is no port; 0 means any free one */
function portNumber(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`--${name}: "${text}" is no port; give a number from 0 to 65535 (0: any free one).`);
}

/**
 * Options of the desktop program: the same names and defaults as those of `pushpit serve`, each also as `PUSHPIT_…`, as far as
 * they make sense where a window shows the page. Switches that Electron or Chromium understand are left alone.
 * @param args without the program; the entry that `electron .` names is no option and is passed over
 * @param defaultDataDir where both hosts keep their data when nothing is said
 * @throws {Error} with the option's name, when a value cannot be used
 */
export function desktopOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  defaultDataDir: string,
): DesktopOptions {
  const { values } = parseArgs({ args: [...args], options: names, strict: false, allowPositionals: true });
  const given = (name: keyof typeof names): string[] => {
    const texts = [values[name]].flat().filter((value) => typeof value === 'string');
    const fromEnv = env[`PUSHPIT_${name.replaceAll('-', '_').toUpperCase()}`];
    return texts.length > 0 || !fromEnv ? texts : fromEnv.split(',').map((text) => text.trim());
  };
  const dataDir = resolve(given('data-dir').at(-1) ?? defaultDataDir);
  return {
    dataDir,
    profileDir: join(dataDir, 'desktop'),
    host: given('host').at(-1) ?? '127.0.0.1',
    tlsPort: portNumber('tls-port', given('tls-port').at(-1), 8443),
    plainPort: portNumber('plain-port', given('plain-port').at(-1), 8180),
    allowCallbackHosts: given('allow-callback-host'),
  };
}

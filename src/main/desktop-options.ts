import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DesktopOptions {
  readonly dataDir: string;
  /** Where Electron keeps its own files and the window's place: one folder for each data directory, so that each may be open once. */
  readonly profileDir: string;
  readonly host?: string;
  readonly tlsPort?: number;
  readonly plainPort?: number;
}

const names = {
  'data-dir': { type: 'string' },
  host: { type: 'string' },
  'tls-port': { type: 'string' },
  'plain-port': { type: 'string' },
} as const;

/** @throws {Error} when it is no port; 0 means any free one */
function portNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`--${name}: "${text}" is no port; give a number from 0 to 65535 (0: any free one).`);
}

/**
 * Options of the desktop program: the same names as those of `pushpit serve`, each also as `PUSHPIT_…`, as far as they make
 * sense where a window shows the page. Switches that Electron or Chromium understand are left alone.
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
  const given = (name: keyof typeof names): string | undefined => {
    const value = values[name];
    if (typeof value === 'string') return value;
    return env[`PUSHPIT_${name.replaceAll('-', '_').toUpperCase()}`] || undefined;
  };
  const dataDir = resolve(given('data-dir') ?? defaultDataDir);
  const host = given('host');
  const tlsPort = portNumber('tls-port', given('tls-port'));
  const plainPort = portNumber('plain-port', given('plain-port'));
  return {
    dataDir,
    profileDir: join(dataDir, 'desktop'),
    ...(host === undefined ? {} : { host }),
    ...(tlsPort === undefined ? {} : { tlsPort }),
    ...(plainPort === undefined ? {} : { plainPort }),
  };
}

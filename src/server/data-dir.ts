import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Where each system keeps an application's data. */
export function defaultDataDir(platform: NodeJS.Platform, env: Env, home: string): string {
  switch (platform) {
    case 'win32':
      return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Pushpit');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Pushpit');
    default: {
      // The XDG base directory specification tells programs to ignore relative paths here.
      const base = env.XDG_DATA_HOME;
      return join(base?.startsWith('/') === true ? base : join(home, '.local', 'share'), 'pushpit');
    }
  }
}

/** The data directory that the user named, else the system's usual place. Absolute. */
export const resolveDataDir = (given: string | undefined, env: Env): string =>
  given === undefined ? defaultDataDir(process.platform, env, homedir()) : resolve(given);

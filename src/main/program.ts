import type { Pushpit, PushpitOptions } from '../server/pushpit.ts';
import type { DesktopOptions } from './desktop-options.ts';

export type StartPushpit = (options: PushpitOptions) => Promise<Pushpit>;

export interface ProgramFolders {
  readonly rendererDir: string;
  readonly resourcesDir: string;
}

/** What is asked when the program cannot start: whether to try again on free ports, or to give up. */
export type AskWhenNotStarted = (error: Error) => Promise<'free-ports' | 'quit'>;

/**
 * Starts the program that both hosts share, without a port for the page.
 * @returns nothing when it could not be started and the user gave up
 */
export async function startProgram(
  start: StartPushpit,
  options: DesktopOptions,
  folders: ProgramFolders,
  ask: AskWhenNotStarted,
): Promise<Pushpit | undefined> {
  let ports = { ...pick('tlsPort', options.tlsPort), ...pick('plainPort', options.plainPort) };
  for (;;) {
    try {
      return await start({
        dataDir: options.dataDir,
        ...pick('host', options.host),
        ...ports,
        ...folders,
        uiPort: null,
      });
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      if ((await ask(reason)) === 'quit') return undefined;
      ports = { tlsPort: 0, plainPort: 0 };
    }
  }
}

/** An option that is absent when it has no value: the program tells absent from undefined. */
function pick<Name extends string, Value>(name: Name, value: Value | undefined): { [K in Name]?: Value } {
  const result: { [K in Name]?: Value } = {};
  if (value !== undefined) result[name] = value;
  return result;
}

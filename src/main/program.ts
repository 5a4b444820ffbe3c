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
  { profileDir: _, ...options }: DesktopOptions,
  folders: ProgramFolders,
  ask: AskWhenNotStarted,
): Promise<Pushpit | undefined> {
  let { tlsPort, plainPort } = options;
  for (;;) {
    try {
      return await start({ ...options, ...folders, tlsPort, plainPort, uiPort: null, log: console.error });
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      if ((await ask(reason)) === 'quit') return undefined;
      tlsPort = 0;
      plainPort = 0;
    }
  }
}

import { connect } from 'node:net';
import type { Pushpit } from '../../server/pushpit.ts';
import { runningServer } from '../locate.ts';

/** A Pushpit to lead a command to. */
export interface Found {
  readonly listeners: { readonly tls: URL; readonly plain: URL; readonly ui: URL | null };
  /** The one that was started for the command; null = it ran before and goes on. */
  readonly own: Pushpit | null;
}

const ANSWER_MS = 2_000;

/** The server that runs on a data directory, else one that is started on it with free ports. */
export async function findOrStart(dataDir: string, log: (line: string) => void): Promise<Found> {
  const running = await runningServer(dataDir);
  if (running !== null && (await answers(new URL(running.listeners.plain)))) {
    return { listeners: asUrls(running.listeners), own: null };
  }
  const { startPushpit } = await import('../../server/pushpit.ts');
  const own = await startPushpit({ dataDir, uiPort: 0, log });
  return { listeners: asUrls(own.listeners), own };
}

const asUrls = ({
  tls,
  plain,
  ui,
}: Pushpit['listeners'] | { tls: string; plain: string; ui?: string | undefined }) => ({
  tls: new URL(tls),
  plain: new URL(plain),
  ui: ui === undefined ? null : new URL(ui),
});

/** A server that was killed leaves its file behind. */
function answers(url: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname.replace(/^\[|\]$/g, ''));
    const end = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(ANSWER_MS, () => end(false));
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}

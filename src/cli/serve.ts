import { resolveDataDir } from '../server/data-dir.ts';
import { type Pushpit, type PushpitOptions, startPushpit } from '../server/pushpit.ts';
import { VERSION } from '../server/version.ts';
import { EXIT, type Io, messageOf } from './io.ts';
import { openInBrowser } from './open-browser.ts';
import type { Options } from './options.ts';

/** `pushpit serve`: starts everything, says where, and runs until it is told to stop. */
export async function serve(options: Options, io: Io): Promise<number> {
  const pushpit = await start(options, io);
  if (pushpit === null) return EXIT.error;
  // Before anything is printed: whoever reads the line may stop us at once.
  const stopped = stopSignal();
  const { ui, tls, plain } = pushpit.listeners;
  io.out(options.flag('json') ? `${JSON.stringify({ ui, tls, plain })}\n` : banner(pushpit));
  if (options.flag('open') && ui !== undefined) openInBrowser(ui, (line) => io.err(`${line}\n`));
  await stopped;
  await pushpit.close();
  return EXIT.ok;
}

async function start(options: Options, io: Io): Promise<Pushpit | null> {
  const settings: PushpitOptions = {
    dataDir: resolveDataDir(options.text('data-dir'), io.env),
    host: options.text('host') ?? '127.0.0.1',
    uiPort: options.port('ui-port'),
    tlsPort: options.port('tls-port'),
    plainPort: options.port('plain-port'),
    allowCallbackHosts: [...options.list('allow-callback-host')],
    log: (line) => io.err(`${line}\n`),
  };
  try {
    return await startPushpit(settings);
  } catch (error) {
    io.err(`pushpit serve: ${explainStart(error)}\n`);
    return null;
  }
}

/** The listeners' messages do not know our flags. */
function explainStart(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  const hint =
    code === 'EADDRINUSE' ? ' The flags are --ui-port, --tls-port and --plain-port; see "pushpit doctor".' : '';
  return messageOf(error) + hint;
}

function banner({ listeners, dataDir }: Pushpit): string {
  return [
    `Pushpit ${VERSION} is ready.`,
    '',
    `  Page and API       ${listeners.ui ?? '-'}`,
    `  Vendors over TLS   ${listeners.tls}`,
    `  Vendors and proxy  ${listeners.plain}`,
    `  Data               ${dataDir}`,
    '',
    '"pushpit creds" shows how to point a sender here. Ctrl+C stops.',
    '',
  ].join('\n');
}

/** Resolves at the first SIGINT, SIGTERM or SIGHUP. A second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

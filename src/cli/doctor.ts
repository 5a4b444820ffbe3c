import { X509Certificate } from 'node:crypto';
import { resolveDataDir } from '../server/data-dir.ts';
import { checkDataDir, checkPort, type Finding } from './doctor-checks.ts';
import { checkBrowser, checkElectron } from './doctor-programs.ts';
import { EXIT, type Io, messageOf } from './io.ts';
import { runningServer } from './locate.ts';
import type { Options } from './options.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { ok: '✓', note: 'ℹ', bad: '✗' };

/** `pushpit doctor`: what Pushpit needs, whether it is there, and what to do where it is not. */
export async function doctor(options: Options, io: Io): Promise<number> {
  const dataDir = resolveDataDir(options.text('data-dir'), io.env);
  const host = options.text('host') ?? '127.0.0.1';
  const running = await runningServer(dataDir);
  const own = new Set(
    Object.values(running?.listeners ?? {}).flatMap((url) => (url === undefined ? [] : [Number(new URL(url).port)])),
  );
  const findings: Finding[] = [
    checkNode(process.versions.node),
    await checkDataDir(dataDir),
    ...(await Promise.all(
      (['ui-port', 'tls-port', 'plain-port'] as const).map((name) => checkPort(name, host, options.port(name), own)),
    )),
    await checkAuthority(dataDir),
    await checkElectron(),
    await checkBrowser(),
  ];
  io.out(options.flag('json') ? `${JSON.stringify({ dataDir, findings })}\n` : report(findings));
  return findings.some((one) => one.state === 'bad') ? EXIT.error : EXIT.ok;
}

function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map((one) => one.what.length));
  return findings
    .map((one) => {
      const fix = one.fix === undefined ? '' : `\n${' '.repeat(width + 6)}${one.fix}`;
      return `${MARKS[one.state]} ${one.what.padEnd(width)}  ${one.found}${fix}\n`;
    })
    .join('');
}

function checkNode(version: string): Finding {
  const enough = Number(version.split('.')[0]) >= 24;
  const fix = enough ? {} : { fix: 'Use the Node that comes with the project ("npm start"), or install Node 24.' };
  return { what: 'Node', state: enough ? 'ok' : 'bad', found: version, ...fix };
}

/** Opens the CA as the server would; a first run makes it. */
async function checkAuthority(dataDir: string): Promise<Finding> {
  try {
    const { openInstallation } = await import('../server/credentials/installation.ts');
    const { ca } = await openInstallation(dataDir);
    const until = new X509Certificate(ca.certPem).validTo;
    return { what: 'CA', state: 'ok', found: `${ca.file}, valid until ${until}` };
  } catch (error) {
    return { what: 'CA', state: 'bad', found: messageOf(error) };
  }
}

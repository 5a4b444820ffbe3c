import type { CommandSpec } from '../options.ts';
import { serveSpec } from './serve.ts';
import { dataDir, json } from './shared.ts';

const PORTS = new Set(['ui-port', 'tls-port', 'plain-port', 'host']);

export const doctorSpec: CommandSpec = {
  name: 'doctor',
  summary: 'Check ports, data directory, CA, Node, Electron and Chromium',
  usage: '[options]',
  options: [...serveSpec.options.filter((spec) => PORTS.has(spec.name)), dataDir, json],
  examples: [
    { says: 'Check everything', line: 'pushpit doctor' },
    { says: 'For a bug report', line: 'pushpit doctor --json' },
  ],
  exitCodes: ['0  Pushpit can run here', '1  something must be put right first', '2  wrong usage'],
};

import type { Io } from './io.ts';
import type { CommandSpec, Options } from './options.ts';
import { credsSpec } from './specs/creds.ts';
import { doctorSpec } from './specs/doctor.ts';
import { execSpec } from './specs/exec.ts';
import { matrixSpec } from './specs/matrix.ts';
import { sendSpec } from './specs/send.ts';
import { serveSpec } from './specs/serve.ts';

/** A command's table, and its code, which is loaded only when it runs: start-up time is a feature. */
export interface Command {
  readonly spec: CommandSpec;
  load(): Promise<(options: Options, io: Io) => Promise<number>>;
}

export const COMMANDS: readonly Command[] = [
  { spec: serveSpec, load: async () => (await import('./serve.ts')).serve },
  { spec: sendSpec, load: async () => (await import('./send.ts')).send },
  { spec: matrixSpec, load: async () => (await import('./matrix.ts')).matrix },
  { spec: execSpec, load: async () => (await import('./exec.ts')).exec },
  { spec: credsSpec, load: async () => (await import('./creds.ts')).creds },
  { spec: doctorSpec, load: async () => (await import('./doctor.ts')).doctor },
];

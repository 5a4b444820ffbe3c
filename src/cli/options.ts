import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { closest } from '../core/present/closest.ts';

/** One flag of a command; the same table parses the arguments, reads the environment and writes the help. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  readonly type: 'text' | 'flag' | 'port' | 'list';
  /** How the value is named in the help. */
  readonly value?: string;
  /** Environment variable that stands in when the flag is absent; `PUSHPIT_` and the name unless told. */
  readonly env?: string | null;
  readonly fallback?: string;
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What follows the name, e.g. `[options]`. */
  readonly usage: string;
  /** What follows the options, with or without `--`, is a command with arguments of its own. */
  readonly takesCommand?: true;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly says: string; readonly line: string }[];
  readonly exitCodes?: readonly string[];
}

export interface Options {
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  flag(name: string): boolean;
  port(name: string): number;
  /** The command behind the options, for commands that take one. */
  command(): readonly string[];
}

/** A mistake in how a command was called: told on stderr, exit code 2. */
export class UsageError extends Error {}

export const HELP: OptionSpec = { name: 'help', short: 'h', type: 'flag', env: null, help: 'Show this help' };

type Values = ReadonlyMap<string, readonly string[]>;

/** Reads arguments and environment by a command's table. Throws `UsageError` that says what would be right. */
export function parseOptions(
  command: CommandSpec,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const specs = [...command.options, HELP];
  const { own, rest } = command.takesCommand === true ? splitCommand(specs, args) : { own: args, rest: [] };
  const values = readArgs(command, specs, own);
  for (const spec of specs) {
    const fromEnv = values.has(spec.name) ? undefined : env[envName(spec) ?? ''];
    if (fromEnv !== undefined && fromEnv !== '') {
      values.set(spec.name, spec.type === 'list' ? fromEnv.split(',').map((part) => part.trim()) : [fromEnv]);
    }
  }
  return reader(specs, values, rest);
}

/** Options end at `--`, or at the first argument that is none. */
function splitCommand(specs: readonly OptionSpec[], args: readonly string[]) {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options: declaredBy(specs) });
  const first = tokens.find((token) => token.kind !== 'option');
  if (first === undefined) return { own: args, rest: [] };
  return { own: args.slice(0, first.index), rest: args.slice(first.index + (first.kind === 'positional' ? 0 : 1)) };
}

const declaredBy = (specs: readonly OptionSpec[]): ParseArgsOptionsConfig =>
  Object.fromEntries(specs.map((spec) => [spec.name, descriptor(spec)]));

function readArgs(command: CommandSpec, specs: readonly OptionSpec[], args: readonly string[]): Map<string, string[]> {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options: declaredBy(specs) });
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') throw unexpected(command, token.value);
    if (token.kind !== 'option') continue;
    const spec = specs.find((one) => one.name === token.name);
    if (spec === undefined) throw unknownFlag(command, specs, token.rawName);
    if (spec.type === 'flag' && token.value !== undefined) throw new UsageError(`--${spec.name} takes no value.`);
    if (spec.type !== 'flag' && token.value === undefined) throw needsValue(spec);
    if (spec.type !== 'list' && values.has(spec.name)) throw new UsageError(`--${spec.name} is given twice.`);
    values.set(spec.name, [...(values.get(spec.name) ?? []), token.value ?? 'true']);
  }
  return values;
}

const descriptor = (spec: OptionSpec): ParseArgsOptionsConfig[string] => ({
  type: spec.type === 'flag' ? 'boolean' : 'string',
  ...(spec.short !== undefined && { short: spec.short }),
});

function reader(specs: readonly OptionSpec[], values: Values, rest: readonly string[]): Options {
  const specOf = (name: string, type: OptionSpec['type']): OptionSpec => {
    const spec = specs.find((one) => one.name === name && one.type === type);
    if (spec === undefined) throw new Error(`The command has no option ${name} of type ${type}.`);
    return spec;
  };
  return {
    text: (name) => values.get(name)?.[0] ?? specOf(name, 'text').fallback,
    list: (name) => values.get(specOf(name, 'list').name) ?? [],
    flag: (name) => toFlag(specOf(name, 'flag'), values.get(name)?.[0]),
    port: (name) => toPort(specOf(name, 'port'), values.get(name)?.[0]),
    command: () => rest,
  };
}

function toFlag(spec: OptionSpec, value: string | undefined): boolean {
  if (value === undefined || value === '0' || value === 'false') return false;
  if (value === 'true' || value === '1') return true;
  throw new UsageError(`${envName(spec)} is "${value}". Give 1 or 0.`);
}

function toPort(spec: OptionSpec, value: string | undefined): number {
  const text = value ?? spec.fallback ?? '0';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new UsageError(`--${spec.name} is "${text}". Give a port from 1 to 65535, or 0 for any free one.`);
  }
  return port;
}

/** Name of the environment variable that stands in for the flag; null when none does. */
export function envName(spec: OptionSpec): string | null {
  if (spec.env !== undefined) return spec.env;
  return `PUSHPIT_${spec.name.toUpperCase().replaceAll('-', '_')}`;
}

function unknownFlag(command: CommandSpec, specs: readonly OptionSpec[], given: string): UsageError {
  const near = closest(
    given,
    specs.map((spec) => `--${spec.name}`),
  );
  const hint = near === null ? '' : ` Did you mean ${near}?`;
  return new UsageError(`Unknown option ${given}.${hint} "pushpit ${command.name} --help" lists them all.`);
}

const unexpected = (command: CommandSpec, value: string): UsageError =>
  new UsageError(`Unexpected argument "${value}". "pushpit ${command.name} --help" shows how it is used.`);

const needsValue = (spec: OptionSpec): UsageError =>
  new UsageError(`--${spec.name} needs a value: --${spec.name} ${spec.value ?? 'VALUE'}.`);

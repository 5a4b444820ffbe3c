import { type CommandSpec, envName, HELP, type OptionSpec } from './options.ts';

/** The help of one command, from its table. */
export function commandHelp(command: CommandSpec): string {
  const rows = [...command.options, HELP].map((spec) => ({ left: leftOf(spec), right: rightOf(spec) }));
  const width = Math.max(...rows.map((row) => row.left.length));
  return [
    `${command.summary}.`,
    '',
    `Usage: pushpit ${command.name} ${command.usage}`.trimEnd(),
    '',
    'Options:',
    ...rows.map((row) => `  ${row.left.padEnd(width)}  ${row.right}`),
    '',
    'Examples:',
    ...command.examples.flatMap(({ says, line }) => [`  ${says}:`, `    ${line}`]),
    ...(command.exitCodes === undefined ? [] : ['', 'Exit codes:', ...command.exitCodes.map((line) => `  ${line}`)]),
    '',
  ].join('\n');
}

/** The help of the program. */
export function programHelp(version: string, commands: readonly CommandSpec[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    `Pushpit ${version}: a simulator that stands where the push vendors and the phones stand.`,
    '',
    'Usage: pushpit COMMAND [options]',
    '',
    'Commands:',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Examples:',
    '  Start it and open its page:',
    '    pushpit serve --open',
    '  Send a message to the built-in iPhone:',
    '    pushpit send --to user-apns --text "a new msg from alice"',
    '',
    '"pushpit COMMAND --help" shows the options of a command. Every option can also be given as PUSHPIT_… in the environment.',
    '',
  ].join('\n');
}

function leftOf(spec: OptionSpec): string {
  const short = spec.short === undefined ? '    ' : `-${spec.short}, `;
  return `${short}--${spec.name}${spec.type === 'flag' ? '' : ` ${spec.value ?? 'VALUE'}`}`;
}

function rightOf(spec: OptionSpec): string {
  const env = envName(spec);
  const notes = [
    ...(spec.fallback === undefined ? [] : [`default ${spec.fallback}`]),
    ...(spec.type === 'list' ? ['may be repeated'] : []),
    ...(env === null ? [] : [env]),
  ];
  return notes.length === 0 ? spec.help : `${spec.help} (${notes.join('; ')})`;
}

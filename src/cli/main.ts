import { closest } from '../core/present/closest.ts';
import { VERSION } from '../server/version.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, programHelp } from './help.ts';
import { EXIT, type Io, messageOf } from './io.ts';
import { parseOptions, UsageError } from './options.ts';

/** Runs a command line. Resolves with the exit code once the command has ended. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return help(rest, name, io);
  if (name === '--version' || name === '-v') {
    io.out(`${VERSION}\n`);
    return EXIT.ok;
  }
  const command = COMMANDS.find((one) => one.spec.name === name);
  if (command === undefined) return unknownCommand(name, io);
  try {
    const options = parseOptions(command.spec, rest, io.env);
    if (options.flag('help')) {
      io.out(commandHelp(command.spec));
      return EXIT.ok;
    }
    const run = await command.load();
    return await run(options, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`pushpit ${name}: ${error.message}\n`);
      return EXIT.usage;
    }
    io.err(`pushpit ${name}: ${messageOf(error)}\n`);
    return EXIT.error;
  }
}

function help(rest: readonly string[], name: string | undefined, io: Io): number {
  const about = name === 'help' ? COMMANDS.find((one) => one.spec.name === rest[0]) : undefined;
  const text =
    about === undefined
      ? programHelp(
          VERSION,
          COMMANDS.map((one) => one.spec),
        )
      : commandHelp(about.spec);
  if (name === undefined) {
    io.err(text);
    return EXIT.usage;
  }
  io.out(text);
  return EXIT.ok;
}

function unknownCommand(name: string, io: Io): number {
  const near = closest(
    name,
    COMMANDS.map((one) => one.spec.name),
  );
  const what = name.startsWith('-') ? 'option' : 'command';
  io.err(
    `pushpit: Unknown ${what} "${name}".${near === null ? '' : ` Did you mean "${near}"?`} See "pushpit --help".\n`,
  );
  return EXIT.usage;
}

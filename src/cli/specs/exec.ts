import type { CommandSpec } from '../options.ts';
import { dataDir, json } from './shared.ts';

export const execSpec: CommandSpec = {
  name: 'exec',
  summary: 'Run a sender so that it talks to Pushpit and trusts it, unchanged',
  usage: '[options] -- COMMAND [ARGUMENTS]',
  takesCommand: true,
  options: [
    dataDir,
    { name: 'quiet', short: 'q', type: 'flag', env: null, help: 'Do not print what is set' },
    { ...json, help: 'Print what is set as one line of JSON (on standard error)' },
  ],
  examples: [
    { says: 'A Node backend that uses firebase-admin or apns2', line: 'pushpit exec -- node backend.js' },
    { says: "A vendor's name with curl", line: 'pushpit exec -- curl -i https://api.push.apple.com/3/device/abc' },
    { says: 'A test run, with a data directory of its own', line: 'pushpit exec -d ./pushpit-data -- npm test' },
  ],
  exitCodes: [
    'the exit code of the command; 128 and the number of the signal that ended it',
    '127  the command was not found',
    '1  Pushpit could not start',
    '2  wrong usage',
  ],
};

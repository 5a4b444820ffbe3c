import type { CommandSpec } from '../options.ts';
import { dataDir, json, url } from './shared.ts';

export const matrixSpec: CommandSpec = {
  name: 'matrix',
  summary: 'Show on which phones and in which states one message would appear, as a table',
  usage: '[--preset NAME | --file FILE] [options]',
  options: [
    {
      name: 'preset',
      short: 'p',
      type: 'text',
      value: 'NAME',
      env: null,
      help: "A ready matrix: specification (all of the specification's variables) or phone; specification when absent",
    },
    {
      name: 'file',
      short: 'f',
      type: 'text',
      value: 'FILE',
      env: null,
      help: 'The matrix as JSON, as POST /matrix takes it; - reads standard input',
    },
    {
      name: 'out',
      short: 'o',
      type: 'text',
      value: 'FILE',
      env: null,
      help: 'Where to write; standard output when absent',
    },
    {
      name: 'locale',
      type: 'text',
      value: 'LANGUAGE',
      env: null,
      help: 'Language of the CSV: en or zh; en when absent',
    },
    dataDir,
    url,
    json,
  ],
  examples: [
    { says: "The specification's own variables, for a spreadsheet", line: 'pushpit matrix --out matrix.csv' },
    { says: 'The same in Chinese', line: 'pushpit matrix --preset specification --locale zh --out matrix.csv' },
    { says: 'A matrix of your own, for a script', line: 'pushpit matrix --file matrix.json --json' },
  ],
  exitCodes: [
    '0  done',
    '1  could not be worked out (no server, refused by the API, file not writable)',
    '2  wrong usage',
  ],
};

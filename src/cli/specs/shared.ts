import type { OptionSpec } from '../options.ts';

// Options that several commands have.

export const dataDir: OptionSpec = {
  name: 'data-dir',
  short: 'd',
  type: 'text',
  value: 'DIR',
  help: 'Where workspace, CA and credentials are kept; the usual place of your system when absent',
};

export const json: OptionSpec = { name: 'json', type: 'flag', env: null, help: 'Print JSON for programs' };

export const url: OptionSpec = {
  name: 'url',
  type: 'text',
  value: 'URL',
  help: 'Address of a running server, e.g. http://127.0.0.1:8170; found through the data directory when absent',
};

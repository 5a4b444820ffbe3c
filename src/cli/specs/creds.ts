import type { CommandSpec } from '../options.ts';
import { dataDir, json } from './shared.ts';

export const credsSpec: CommandSpec = {
  name: 'creds',
  summary: 'Write what a sender needs (CA, keys, ids) and show how to use it',
  usage: '[options]',
  options: [
    {
      name: 'out',
      short: 'o',
      type: 'text',
      value: 'DIR',
      env: null,
      help: 'Write ca.pem, key files and credentials.json there',
    },
    dataDir,
    json,
  ],
  examples: [
    { says: 'Show how to point a backend here', line: 'pushpit creds' },
    { says: 'Files for a test run', line: 'pushpit creds --out ./pushpit-creds' },
    { says: 'Trust the CA in a Node backend', line: 'NODE_EXTRA_CA_CERTS=./pushpit-creds/ca.pem node backend.js' },
  ],
};

import type { CommandSpec } from '../options.ts';
import { dataDir, json } from './shared.ts';

export const serveSpec: CommandSpec = {
  name: 'serve',
  summary: 'Start the simulator: vendor endpoints, API and page',
  usage: '[options]',
  options: [
    { name: 'ui-port', type: 'port', value: 'PORT', fallback: '8170', help: 'Page and API; 0 = any free port' },
    { name: 'tls-port', type: 'port', value: 'PORT', fallback: '8443', help: 'Vendor endpoints over TLS; 0 = any' },
    { name: 'plain-port', type: 'port', value: 'PORT', fallback: '8180', help: 'The same without TLS, and the proxy' },
    {
      name: 'host',
      type: 'text',
      value: 'ADDRESS',
      fallback: '127.0.0.1',
      help: 'Address to listen on; anything but loopback lets others in your network use it',
    },
    dataDir,
    {
      name: 'allow-callback-host',
      type: 'list',
      value: 'HOST',
      help: 'A host beside loopback that receipts may be posted to',
    },
    { name: 'open', type: 'flag', help: 'Open the page in the browser' },
    json,
  ],
  examples: [
    { says: 'Usual ports, and open the page', line: 'pushpit serve --open' },
    {
      says: 'In CI: free ports, own data, one line of JSON when ready',
      line: 'pushpit serve --ui-port 0 --tls-port 0 --plain-port 0 --data-dir ./pushpit-data --json',
    },
    { says: 'In a container', line: 'PUSHPIT_HOST=0.0.0.0 pushpit serve' },
  ],
  exitCodes: ['0  stopped by SIGTERM, SIGINT', '1  could not start', '2  wrong usage'],
};

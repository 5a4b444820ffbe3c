import type { CommandSpec } from '../options.ts';
import { dataDir, json, url } from './shared.ts';

export const sendSpec: CommandSpec = {
  name: 'send',
  summary: 'Send one IM message through a running simulator and show what became of it',
  usage: '(--to USER | --group GROUP) --text TEXT [options]  |  --file FILE [options]',
  options: [
    {
      name: 'file',
      short: 'f',
      type: 'text',
      value: 'FILE',
      env: null,
      help: 'The message as JSON, as POST /messages takes it; - reads standard input',
    },
    { name: 'from', type: 'text', value: 'USER', env: null, fallback: 'alice', help: 'Sender' },
    { name: 'to', short: 't', type: 'text', value: 'USER', env: null, help: 'Receiver' },
    { name: 'group', short: 'g', type: 'text', value: 'GROUP', env: null, help: 'Receiving group' },
    { name: 'text', short: 'm', type: 'text', value: 'TEXT', env: null, help: 'Text of the message' },
    { name: 'system', type: 'flag', env: null, help: 'Make it a system message' },
    { name: 'title', type: 'text', value: 'TEXT', env: null, help: 'Offline push: title' },
    { name: 'descr', type: 'text', value: 'TEXT', env: null, help: 'Offline push: text' },
    { name: 'ext', type: 'text', value: 'TEXT', env: null, help: 'Offline push: extension' },
    { name: 'no-push', type: 'flag', env: null, help: 'Offline push: switched off for this message' },
    {
      name: 'ios-sound',
      type: 'text',
      value: 'NAME',
      env: null,
      help: 'Offline push, iOS: sound file in the app; push.no_sound for silence',
    },
    { name: 'no-badge', type: 'flag', env: null, help: 'Offline push, iOS: leave the badge unchanged' },
    { name: 'android-sound', type: 'text', value: 'URI', env: null, help: 'Offline push, Android: sound' },
    { name: 'dry-run', type: 'flag', env: null, help: 'Show what would happen; send and record nothing' },
    dataDir,
    url,
    json,
  ],
  examples: [
    { says: 'A text to the built-in iPhone', line: 'pushpit send --to user-apns --text "a new msg from alice"' },
    {
      says: 'With a title of its own and no sound',
      line: 'pushpit send --to user-apns --text hi --title "New order" --ios-sound push.no_sound',
    },
    { says: 'A message from a file, for a script', line: 'pushpit send --file message.json --json' },
  ],
  exitCodes: [
    '0  shown on every phone it was meant for',
    '1  could not be sent (no server, refused by the API)',
    '2  wrong usage',
    '3  not shown on at least one phone; the output says why',
  ],
};

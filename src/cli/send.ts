import type { MessageInput, MessageOfflinePush } from '../core/im/types.ts';
import type { SentMessageView } from '../core/views.ts';
import { post, readInput, refusal } from './call.ts';
import { EXIT, type Io } from './io.ts';
import { locateServer } from './locate.ts';
import { type Options, UsageError } from './options.ts';
import { outcomeText } from './outcome-text.ts';

/** `pushpit send`: one message through a running server; the exit code says whether every phone showed it. */
export async function send(options: Options, io: Io): Promise<number> {
  const body = await messageBody(options, io);
  const server = await locateServer(options, io);
  const dryRun = options.flag('dry-run');
  const answer = await post(`${server}/api/v1/messages${dryRun ? '?dryRun=true' : ''}`, body);
  if (!answer.ok) {
    io.err(options.flag('json') ? `${answer.text}\n` : `pushpit send: ${refusal(answer)}\n`);
    return EXIT.error;
  }
  const sent = JSON.parse(answer.text) as SentMessageView;
  io.out(options.flag('json') ? `${JSON.stringify(sent)}\n` : sent.outcomes.map((one) => outcomeText(one)).join('\n'));
  if (sent.outcomes.length === 0 && !options.flag('json')) io.out('The message has no recipients.\n');
  const everywhere = sent.outcomes.length > 0 && sent.outcomes.every((one) => one.delivered);
  return everywhere ? EXIT.ok : EXIT.notDelivered;
}

const MESSAGE_OPTIONS = ['to', 'group', 'text', 'title', 'descr', 'ext', 'ios-sound', 'android-sound'] as const;
const MESSAGE_FLAGS = ['system', 'no-push', 'no-badge'] as const;

/** The request's body: a file as it is, or a message made from the options. */
async function messageBody(options: Options, io: Io): Promise<string> {
  const file = options.text('file');
  if (file === undefined) return JSON.stringify(messageFrom(options));
  const beside = [
    ...MESSAGE_OPTIONS.filter((name) => options.text(name) !== undefined),
    ...MESSAGE_FLAGS.filter((name) => options.flag(name)),
  ];
  if (beside.length > 0) {
    throw new UsageError(`--file holds the whole message; leave out ${beside.map((name) => `--${name}`).join(', ')}.`);
  }
  return readInput(file, io, 'message');
}

function messageFrom(options: Options): MessageInput {
  const to = options.text('to');
  const group = options.text('group');
  const text = options.text('text');
  if ((to === undefined) === (group === undefined)) {
    throw new UsageError('Name one receiver: --to USER or --group GROUP. Or give the whole message with --file.');
  }
  if (text === undefined) throw new UsageError('--text is missing. Other elements than text go through --file.');
  const offlinePush = pushSettings(options);
  return {
    from: options.text('from') ?? 'alice',
    to: to === undefined ? { group: group ?? '' } : { c2c: to },
    kind: options.flag('system') ? 'system' : 'chat',
    elements: [{ type: 'text', text }],
    ...(offlinePush !== null && { offlinePush }),
  };
}

/** Settings of the message; null when no option asks for any, since even empty settings override global ones. */
function pushSettings(options: Options): MessageOfflinePush | null {
  const [title, descr, ext] = [options.text('title'), options.text('descr'), options.text('ext')];
  const [iosSound, androidSound] = [options.text('ios-sound'), options.text('android-sound')];
  const badge = options.flag('no-badge');
  const off = options.flag('no-push');
  const asked = [title, descr, ext, iosSound, androidSound].some((one) => one !== undefined) || badge || off;
  if (!asked) return null;
  return {
    enabled: !off,
    ...(title !== undefined && { title }),
    ...(descr !== undefined && { descr }),
    ...(ext !== undefined && { ext }),
    ...(androidSound !== undefined && { android: { sound: androidSound } }),
    ...((iosSound !== undefined || badge) && {
      ios: { ...(iosSound !== undefined && { sound: iosSound }), badgeEnabled: !badge },
    }),
  };
}

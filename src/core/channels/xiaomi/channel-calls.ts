import { field } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import { listAnswer, plainAnswer } from './answers.ts';
import { appChannels } from './app-channels.ts';
import type { Handler } from './call.ts';
import { missing, refuse } from './refusal.ts';
import { channelStep } from './steps.ts';

const DONE = channelStep('xiaomi-done', 'pass');

/** Makes a channel, or renames one that exists. */
export const addChannel: Handler = ({ form, app, state, context }) => {
  const id = field(form, 'channel_id');
  const name = field(form, 'channel_name');
  if (id === '') return { refusal: missing('xiaomi-parameter-required', 'channel_id') };
  if (name === '') return { refusal: missing('xiaomi-parameter-required', 'channel_name') };
  const added = {
    appId: app.appId,
    id,
    name,
    description: field(form, 'channel_description'),
    soundUrl: field(form, 'sound_url'),
    notifyType: field(form, 'notify_type'),
  };
  const others = state.addedChannels.filter((item) => item.appId !== app.appId || item.id !== id);
  const discardedChannels = state.discardedChannels.filter((key) => key !== `${app.appId}/${id}`);
  return {
    response: plainAnswer(context),
    steps: [DONE],
    state: { ...state, addedChannels: [...others, added], discardedChannels },
    target: `channel ${shorten(id)}`,
  };
};

/** Ends a channel: from now on it is unknown. */
export const discardChannel: Handler = ({ form, app, state, context }) => {
  const id = field(form, 'channel_id');
  if (id === '') return { refusal: missing('xiaomi-parameter-required', 'channel_id') };
  const known = appChannels(app, state);
  if (!known.some((channel) => channel.id === id))
    return {
      refusal: refuse('xiaomi-channel', 27001, 'invalid channel info!', {
        received: shorten(id),
        app: app.appId,
        expected: known.map((channel) => channel.id).join(', '),
      }),
    };
  return {
    response: plainAnswer(context),
    steps: [DONE],
    state: { ...state, discardedChannels: [...state.discardedChannels, `${app.appId}/${id}`] },
    target: `channel ${shorten(id)}`,
  };
};

/** The app's channels. The form of an entry is not published; it uses the names of the parameters. */
export const listChannels: Handler = ({ app, state }) => ({
  response: listAnswer(
    appChannels(app, state).map((channel) => ({
      channel_id: channel.id,
      channel_name: channel.name,
      channel_description: channel.description,
      sound_url: channel.soundUrl,
      notify_type: channel.notifyType,
    })),
  ),
  steps: [DONE, channelStep('xiaomi-answer-form-unknown', 'note')],
});

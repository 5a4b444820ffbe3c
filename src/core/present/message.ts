import type { Message, MessageInput } from '../im/types.ts';
import type { SentMessageView } from '../views.ts';
import { utf8Length } from './body.ts';

/** The message as the sender gave it, without what the simulator added. */
export function presentMessageInput(message: Message): MessageInput {
  const { from, to, kind, elements, offlinePush } = message;
  return offlinePush === undefined ? { from, to, kind, elements } : { from, to, kind, elements, offlinePush };
}

/** The message with id, time and the UTF-8 sizes of what counts against the limits. */
export function presentMessage(message: Message): SentMessageView['message'] {
  const push = message.offlinePush;
  return {
    ...presentMessageInput(message),
    id: message.id,
    at: message.at,
    sizes: {
      title: utf8Length(push?.title ?? ''),
      descr: utf8Length(push?.descr ?? ''),
      ext: utf8Length(push?.ext ?? ''),
    },
  };
}

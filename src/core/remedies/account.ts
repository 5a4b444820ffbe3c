import type { Account, MessageInput, MessageOfflinePush } from '../im/types.ts';
import type { LocalText } from '../trace/types.ts';
import type { Candidate, MessageEdit, Scene } from './types.ts';

const RECEIVER = 25;
const SENDER = 40;

const at = (account: Account): string => `/accounts/${encodeURIComponent(account.userId)}`;

const withRecipient = (scene: Scene, change: Partial<Account>): Scene => ({
  ...scene,
  situation: { ...scene.situation, recipient: { ...scene.situation.recipient, ...change } },
});

/** What the receiver has set in his account; settings can only be changed by whoever is logged in. */
export function accountCandidates(account: Account, groupId: string | null): readonly Candidate[] {
  const settings = (id: string, text: LocalText, change: Partial<Account['settings']>): Candidate => {
    const body = { ...account.settings, ...change };
    const command = { method: 'PUT', path: `${at(account)}/offline-push-settings`, body } as const;
    return {
      changes: [{ id, text, by: 'receiver', command }],
      rank: RECEIVER,
      apply: (scene) =>
        scene.situation.recipient.session === 'loggedIn' ? withRecipient(scene, { settings: body }) : null,
    };
  };
  return [
    settings('global', { en: 'Switch the global offline push on', zh: '打开全局离线推送' }, { enabled: true }),
    settings(
      'globalSound',
      { en: "Set the global sounds back to the system's", zh: '把全局提示音恢复为系统默认' },
      { c2cSound: null, groupSound: null },
    ),
    ...(groupId === null ? [] : [receiving(account, groupId)]),
  ];
}

function receiving(account: Account, groupId: string): Candidate {
  const receiveOptions = { [groupId]: 'receiveAndNotify' } as const;
  const text = { en: `Be notified of the group ${groupId}`, zh: `群 ${groupId} 设为接收并提醒` };
  return {
    changes: [
      {
        id: 'receiveOption',
        text,
        by: 'receiver',
        command: { method: 'PUT', path: at(account), body: { receiveOptions } },
      },
    ],
    rank: RECEIVER,
    apply: (scene) =>
      withRecipient(scene, { receiveOptions: { ...scene.situation.recipient.receiveOptions, ...receiveOptions } }),
  };
}

interface Edit {
  readonly id: string;
  readonly text: LocalText;
  readonly edit: MessageEdit;
}

/** An edit of the push settings that the message has; without any there is nothing to edit. */
const editPush =
  (change: (push: MessageOfflinePush) => MessageOfflinePush): MessageEdit =>
  (message) =>
    message.offlinePush ? { ...message, offlinePush: change(message.offlinePush) } : null;

const cut = (text: string | null | undefined, length: number): string | null | undefined =>
  text == null ? text : [...text].slice(0, length).join('');

/** Short enough for every vendor. */
const TITLE = 20;
const BODY = 50;

const shortTitle = editPush((push) => ({
  ...push,
  title: cut(push.title, TITLE),
  ios: push.ios ? { ...push.ios, title: cut(push.ios.title, TITLE) } : push.ios,
  android: push.android ? { ...push.android, title: cut(push.android.title, TITLE) } : push.android,
}));

const withoutExt = editPush(({ ext: _ext, ...push }) => push);

const EDITS: readonly Edit[] = [
  {
    id: 'message.enabled',
    text: { en: "Switch the message's offline push on", zh: '打开这条消息的离线推送' },
    edit: (message) => ({ ...message, offlinePush: { ...message.offlinePush, enabled: true } }),
  },
  {
    id: 'message.kind',
    text: { en: 'Send it as a chat message', zh: '作为普通消息发送' },
    edit: (message) => ({ ...message, kind: 'chat' }),
  },
  {
    id: 'message.text',
    text: { en: 'Give the message a text', zh: '给消息加上文字' },
    edit: (message) => ({ ...message, elements: [{ type: 'text', text: '…' }, ...message.elements] }),
  },
  {
    id: 'message.descr',
    text: { en: 'Give the notification a text', zh: '给通知加上内容' },
    edit: editPush((push) => ({ ...push, descr: '…' })),
  },
  {
    id: 'message.title',
    text: { en: `Shorten the title to ${TITLE} characters`, zh: `标题缩短到 ${TITLE} 个字` },
    edit: shortTitle,
  },
  {
    id: 'message.body',
    text: { en: `Shorten the text to ${BODY} characters`, zh: `内容缩短到 ${BODY} 个字` },
    edit: shortBody,
  },
  {
    id: 'message.ext',
    text: { en: 'Leave out ext', zh: '去掉 ext' },
    edit: withoutExt,
  },
  {
    id: 'message.length',
    text: {
      en: `Shorten title and text to ${TITLE} and ${BODY} characters, and leave out ext`,
      zh: `标题和内容缩短到 ${TITLE} 字和 ${BODY} 字，并去掉 ext`,
    },
    edit: (message) => withoutExt(shortTitle(shortBody(message)) ?? shortBody(message)) ?? shortBody(message),
  },
  {
    id: 'message.sound',
    text: { en: "Let the message play the system's sound", zh: '消息改用系统提示音' },
    edit: editPush((push) => ({
      ...push,
      ios: push.ios ? { ...push.ios, sound: null } : push.ios,
      android: push.android ? { ...push.android, sound: null } : push.android,
    })),
  },
  {
    id: 'message.badge',
    text: { en: 'Let the message count on the badge', zh: '消息计入角标' },
    edit: editPush((push) => ({ ...push, ios: { ...push.ios, badgeEnabled: true } })),
  },
];

function shortBody(message: MessageInput): MessageInput {
  const elements = message.elements.map((one) =>
    one.type === 'text' ? { ...one, text: cut(one.text, BODY) ?? '' } : one,
  );
  const { offlinePush: push } = message;
  if (!push) return { ...message, elements };
  const offlinePush = {
    ...push,
    descr: cut(push.descr, BODY),
    ios: push.ios ? { ...push.ios, desc: cut(push.ios.desc, BODY) } : push.ios,
    android: push.android ? { ...push.android, desc: cut(push.android.desc, BODY) } : push.android,
  };
  return { ...message, elements, offlinePush };
}

/** What the sender could have done otherwise. The command sends the changed message. */
export const messageCandidates = (message: MessageInput): readonly Candidate[] =>
  EDITS.flatMap(({ id, text, edit }) => {
    const edited = edit(message);
    if (edited === null) return [];
    const command = { method: 'POST', path: '/messages', body: edited } as const;
    return [
      {
        changes: [{ id, text, by: 'sender', command }],
        rank: SENDER,
        apply: (scene: Scene) => {
          const next = edit(scene.situation.message);
          if (next === null) return null;
          return { ...scene, situation: { ...scene.situation, message: { ...scene.situation.message, ...next } } };
        },
      } satisfies Candidate,
    ];
  });

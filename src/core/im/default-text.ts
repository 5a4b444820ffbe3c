import type { Platform } from '../device/types.ts';
import type { Element, Group } from './types.ts';

/** Title of an Android notification whose sender set none, as Tencent's pages on the vendor channels print it. */
export const ANDROID_DEFAULT_TITLE = 'a new message';

/** What each element adds to the default text. Which condition selects the English forms is not documented. */
const ELEMENT_TEXTS = {
  voice: '[语音]',
  image: '[图片]',
  file: '[文件]',
  face: '[表情]',
  location: '[位置]',
  video: '[视频]',
} as const;

/**
 * The elements' texts in order, joined without a separator. A custom element adds its `desc`, unless the message
 * carries push settings: then nothing of the element is used for the push.
 */
export function contentOf(elements: readonly Element[], customCounts: boolean): string {
  let text = '';
  for (const element of elements) {
    switch (element.type) {
      case 'text':
        text += element.text;
        break;
      case 'custom':
        if (customCounts) text += element.desc ?? '';
        break;
      default:
        text += ELEMENT_TEXTS[element.type];
    }
  }
  return text;
}

/** Who the receiver of a group message sees as its sender: name card in the group, else nickname, else nobody. */
export function senderName(
  sender: { readonly userId: string; readonly nickName: string | null },
  group: Group | null,
): string {
  const card = group?.members.find((member) => member.userId === sender.userId)?.nameCard;
  return card || sender.nickName || '';
}

/**
 * The body when nobody set one. iOS: `name:content`, in groups `name(group):content`, with an ASCII colon; Android:
 * the content alone. Empty when the elements have no text at all, since a name alone is nothing to show.
 */
export function defaultBody(
  content: string,
  platform: Platform | null,
  sender: { readonly userId: string; readonly nickName: string | null },
  group: Group | null,
): string {
  if (content === '' || platform !== 'ios') return content;
  const name = senderName(sender, group);
  if (group !== null) return `${name}(${group.name || group.groupId}):${content}`;
  return name === '' ? content : `${name}:${content}`;
}

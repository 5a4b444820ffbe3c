import type {
  AndroidPushSettings,
  Element,
  IosPushSettings,
  MessageInput,
  MessageOfflinePush,
  MessageTarget,
} from '../../core/im/types.ts';
import type { ElementType } from './schema.ts';

// Edits of a draft. Each returns a new message; `undefined` as a value takes the member away, since the API tells
// an absent member from an empty one and from null.

/** Sets or takes away one member, keeping the order of the others. */
export function withMember<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): T {
  if (value !== undefined) return { ...target, [key]: value };
  const { [key]: _removed, ...rest } = target;
  return rest as T;
}

export function setTarget(message: MessageInput, to: MessageTarget): MessageInput {
  return { ...message, to };
}

export function setPush(message: MessageInput, push: MessageOfflinePush | undefined): MessageInput {
  return withMember(message, 'offlinePush', push);
}

/** Changes one general member; makes the settings object when there is none. */
export function setGeneral<K extends 'enabled' | 'title' | 'descr' | 'ext'>(
  message: MessageInput,
  key: K,
  value: MessageOfflinePush[K] | undefined,
): MessageInput {
  return setPush(message, withMember(message.offlinePush ?? {}, key, value));
}

/** Changes one member of the Android block; a block left without members goes away. */
export function setAndroid<K extends keyof AndroidPushSettings>(
  message: MessageInput,
  key: K,
  value: AndroidPushSettings[K] | undefined,
): MessageInput {
  const push = message.offlinePush ?? {};
  const block = withMember(push.android ?? {}, key, value);
  return setPush(message, withMember(push, 'android', Object.keys(block).length === 0 ? undefined : block));
}

/** As `setAndroid`, for the iOS block. */
export function setIos<K extends keyof IosPushSettings>(
  message: MessageInput,
  key: K,
  value: IosPushSettings[K] | undefined,
): MessageInput {
  const push = message.offlinePush ?? {};
  const block = withMember(push.ios ?? {}, key, value);
  return setPush(message, withMember(push, 'ios', Object.keys(block).length === 0 ? undefined : block));
}

/** A new element with nothing but what its type requires. */
export function newElement(type: ElementType): Element {
  return type === 'text' ? { type, text: '' } : { type };
}

export function addElement(message: MessageInput, type: ElementType): MessageInput {
  return { ...message, elements: [...message.elements, newElement(type)] };
}

export function removeElement(message: MessageInput, index: number): MessageInput {
  return { ...message, elements: message.elements.filter((_, at) => at !== index) };
}

export function replaceElement(message: MessageInput, index: number, element: Element): MessageInput {
  return { ...message, elements: message.elements.map((old, at) => (at === index ? element : old)) };
}

/** Moves an element by one place; at the end of the list nothing changes. */
export function moveElement(message: MessageInput, index: number, by: -1 | 1): MessageInput {
  const to = index + by;
  const moved = message.elements[index];
  if (moved === undefined || to < 0 || to >= message.elements.length) return message;
  const rest = message.elements.filter((_, at) => at !== index);
  return { ...message, elements: [...rest.slice(0, to), moved, ...rest.slice(to)] };
}

import { type MessageInput, type Times, timeToSend } from './checks.ts';
import { type Draft, extraOf, isPassThrough, parseLong, toInt32 } from './draft.ts';
import type { MessageClass, ReceiptWish, XiaomiMessage } from './payload.ts';

const DAY_MS = 86_400_000;
/** Default and historic maximum of `time_to_live`. */
export const LIFE_DEFAULT = 14 * DAY_MS;
/** Every receipt there is: delivered, clicked, invalid, switched off, filtered, over quota. */
export const RECEIPT_BITS = 1 + 2 + 16 + 32 + 64 + 128;
const RECEIPT_DEFAULT = 3;

/** Longest `time_to_live`: two weeks; since the message classes one day, or ten for private messages. */
export function lifeLimit(messageClass: MessageClass | null): number {
  if (messageClass === null) return LIFE_DEFAULT;
  return messageClass === 'private' ? 10 * DAY_MS : DAY_MS;
}

/** Class of a message; null while message classes are off. */
export function classOf({ channel, profile }: MessageInput): MessageClass | null {
  if (!profile.messageClasses) return null;
  return channel ? channel.kind : 'default';
}

/** What the sender asked for, ms; 0 = nothing, i.e. the default. */
export function wishedLife(draft: Draft): number {
  return draft.timeToLive === '' ? 0 : Number(parseLong(draft.timeToLive) ?? 0n);
}

function lifeOf(draft: Draft, messageClass: MessageClass | null): number {
  const wished = wishedLife(draft);
  return Math.min(wished === 0 ? LIFE_DEFAULT : wished, lifeLimit(messageClass));
}

/** Bits of `extra.callback.type`; an unknown bit makes all receipts disappear, so it gives 0. */
export function receiptBits(draft: Draft): number {
  const text = extraOf(draft, 'callback.type');
  if (text === undefined) return RECEIPT_DEFAULT;
  const value = parseLong(text);
  if (value === null || value < 0n || value > 255n) return 0;
  const bits = Number(value);
  return (bits & ~RECEIPT_BITS) === 0 ? bits : 0;
}

function receiptsOf(draft: Draft): ReceiptWish | null {
  const url = extraOf(draft, 'callback');
  if (url === undefined) return null;
  return { url, param: extraOf(draft, 'callback.param') ?? '', bits: receiptBits(draft) };
}

/** The phone's notify_id: default 0, the low 32 bits of larger numbers. */
export const notifyIdOf = (draft: Draft): number =>
  draft.notifyId === '' ? 0 : toInt32(parseLong(draft.notifyId) ?? 0n);

/** Turns a checked message into what travels to the phones. */
export function takeMessage(input: MessageInput): XiaomiMessage {
  const { draft, template } = input;
  const messageClass = classOf(input);
  const texts = template.kind === 'texts' ? template.texts : draft;
  return {
    appId: input.app.appId,
    passThrough: isPassThrough(draft),
    title: texts.title,
    description: texts.description,
    content: draft.payload,
    notifyType: draft.notifyType === '' ? -1 : Number(parseLong(draft.notifyType) ?? -1n),
    notifyId: notifyIdOf(draft),
    timeToLive: lifeOf(draft, messageClass),
    extra: draft.extra,
    jobkey: extraOf(draft, 'jobkey') ?? null,
    receipts: receiptsOf(draft),
    messageClass,
    channelSound: input.channel && input.channel.soundUrl !== '' ? input.channel.soundUrl : null,
  };
}

/** When a scheduled message is due; null = now (0 and times in the past too). */
export function dueOf(text: string, times: Times): number | null {
  const due = timeToSend(text, times);
  return due > times.now ? due : null;
}

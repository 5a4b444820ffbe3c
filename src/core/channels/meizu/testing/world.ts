import { makeCrypto } from '../../../testing/crypto.ts';
import { type RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import type { ReceiveResult } from '../../types.ts';
import { createMeizu } from '../channel.ts';
import { signatureOf } from '../sign.ts';

export const APP_ID = '123456';
export const SECRET = 'secret0123456789abcdef';
export const TOKENS = ['PID0001', 'PID0002', 'PID0003'] as const;
export const PREFIX = '/garcia/api/server';
export const BY_PUSH_ID = `${PREFIX}/push/varnished/pushByPushId`;
export const BY_ALIAS = `${PREFIX}/push/varnished/pushByAlias`;
export const FORM_TYPE = 'application/x-www-form-urlencoded;charset=UTF-8';
export const MESSAGE = '{"noticeBarInfo":{"title":"你好","content":"内容"}}';

const crypto = makeCrypto({});

export type Fields = Readonly<Record<string, string | number | undefined>>;

const pairsOf = (fields: Fields): (readonly [string, string])[] =>
  Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));

export const encodePairs = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

/** The signature that a sender would make over these fields. */
export const signatureFor = (fields: Fields, secret = SECRET): string =>
  signatureOf(crypto, new Map(pairsOf(fields)), secret);

/** A form with appId and a right signature at its end. */
export function signedForm(fields: Fields, secret = SECRET): string {
  const all = { appId: APP_ID, ...fields };
  return encodePairs([...pairsOf(all), ['sign', signatureFor(all, secret)]]);
}

/** A signed POST. */
export const signed = (path: string, fields: Fields): RequestParts => ({
  path,
  headers: [['content-type', FORM_TYPE]],
  body: signedForm(fields),
});

/** A signed GET with everything in the query. */
export const signedGet = (path: string, fields: Fields): RequestParts => ({
  method: 'GET',
  path: `${path}?${signedForm(fields)}`,
});

/** `messageJson` with title and text, and what else is given. */
export const messageJson = (rest: object = {}, bar: object = {}): string =>
  JSON.stringify({ noticeBarInfo: { title: '你好', content: '内容', ...bar }, ...rest });

/** A notification to one pushId. */
export const push = (rest: object = {}, bar: object = {}, pushIds = 'PID0001'): RequestParts =>
  signed(BY_PUSH_ID, { pushIds, messageJson: messageJson(rest, bar) });

export type Answer = Readonly<Record<string, unknown>>;

export const answerOf = ({ response }: Pick<ReceiveResult, 'response'>): Answer => JSON.parse(response.body) as Answer;

/** The app of the credentials on three phones: `PID0001` with alias `a1`, `PID0002`, and `PID0003` with its bar switch off. */
export function makeWorld(): VendorWorld {
  const world = new VendorWorld(createMeizu(), TOKENS);
  const phone = world.device('phone-1');
  world.change({ targets: phone.targets.map((target) => ({ ...target, aliases: ['a1'] })) }, 'phone-1');
  return world;
}

/** Switches PID0003 off, as its owner would have done. */
export const SWITCH_OFF = signed(`${PREFIX}/message/changeRegisterSwitch`, {
  pushId: 'PID0003',
  msgType: 0,
  subSwitch: 0,
});

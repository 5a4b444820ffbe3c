import { hex } from '../kit/bytes.ts';
import { shorten } from '../kit/steps.ts';
import { valueAnswer } from './answers.ts';
import type { Handler } from './call.ts';
import { param } from './params.ts';
import { badValue } from './refusal.ts';
import { channelStep } from './steps.ts';
import { oneOf } from './tasks.ts';

const STEPS = [channelStep('meizu-parameter-value', 'pass'), channelStep('meizu-done', 'pass')];

/** `uploadImg`: an address of Meizu's for a picture elsewhere. Nothing is fetched, so the address leads nowhere. */
export const uploadImage: Handler = (call) => {
  const bad = oneOf(call, 'imgType', ['0', '1', '3', '4', '5', '6']);
  if (bad) return { refusal: bad };
  const source = param(call.params, 'imgUrl');
  if (!/^https?:\/\/[^\s/]/i.test(source) || !URL.canParse(source)) {
    const params = { name: 'imgUrl', received: shorten(source), expected: 'http://…, https://…' };
    return { refusal: badValue('meizu-parameter-value', params) };
  }
  const imgUrl = `https://server-api-push.meizu.com/garcia/image/${hex(call.context.ports.ids.bytes(16))}`;
  return { response: valueAnswer(call, { imgType: param(call.params, 'imgType'), imgUrl }), steps: STEPS };
};

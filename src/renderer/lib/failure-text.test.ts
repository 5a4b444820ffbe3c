import { describe, expect, it } from 'vitest';
import { createI18n } from '../i18n/setup.ts';
import { failureText } from './failure-text.ts';

const inBoth = (failure: Parameters<typeof failureText>[0]) =>
  (['en', 'zh'] as const).map((language) => failureText(failure, language, createI18n(language).t));

describe('what the API refused', () => {
  it('is said in the language of the page', () => {
    const failure = { status: 404, code: 'not_found', message: 'There is no device.', messageZh: '没有这个设备。' };
    expect(inBoth(failure)).toEqual(['There is no device.', '没有这个设备。']);
  });

  it('is said to be no answer where there was none, with what the browser says', () => {
    const failure = { status: 0, code: 'no_answer', message: 'Failed to fetch' };
    expect(inBoth(failure)).toEqual(['Pushpit did not answer: Failed to fetch', 'Pushpit 没有响应：Failed to fetch']);
  });

  it('is said to be somebody else’s answer where it has no sentence of ours', () => {
    const failure = { status: 502, code: 'http_502', message: 'HTTP 502' };
    expect(inBoth(failure)).toEqual([
      'HTTP 502 came back without an explanation. Something between this page and Pushpit may have answered.',
      '收到 HTTP 502，没有说明原因。应答可能来自页面与 Pushpit 之间的其他程序。',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { createI18n } from './setup.ts';
import { zh } from './zh.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flatten(value, `${path}${key}.`),
  );
}

const english = new Map(flatten(en));
const chinese = new Map(flatten(zh));
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

describe('the texts', () => {
  it('exist under the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('have the same places to fill in both languages', () => {
    const different = [...english].filter(
      ([key, text]) => String(places(text)) !== String(places(chinese.get(key) ?? '')),
    );
    expect(different).toEqual([]);
  });

  it('keep the tone: no exclamation marks, no "successfully", no "oops"', () => {
    const loud = [...english, ...chinese].filter(([, text]) => /[!！]|successfully|oops|成功/i.test(text));
    expect(loud).toEqual([]);
  });

  it('have a full stop in Chinese sentences of the Chinese kind', () => {
    const foreign = [...chinese].filter(([, text]) => /[\u4e00-\u9fff]\.(\s|$)/.test(text));
    expect(foreign).toEqual([]);
  });
});

describe('the translator', () => {
  it('speaks the language it was made for and changes over', async () => {
    const i18n = createI18n('zh');
    expect(i18n.t('message.send')).toBe('发送');
    await i18n.changeLanguage('en');
    expect(i18n.t('message.send')).toBe('Send');
  });

  it('fills places without escaping', () => {
    expect(createI18n('en').t('top.copyAddress', { address: 'http://a/<b>' })).toBe('Copy http://a/<b>');
  });
});

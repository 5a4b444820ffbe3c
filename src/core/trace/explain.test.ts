import { describe, expect, it } from 'vitest';
import { explainStep, fill } from './explain.ts';
import { createRuleRegistry } from './registry.ts';
import type { Rule } from './types.ts';

const rule: Rule = {
  id: 'title-wins',
  stage: 'offline',
  text: {
    pass: { en: 'Title “{value}” from {from}, {count} lost.', zh: '标题“{value}”来自{from}，落选 {count} 个。' },
    stop: { en: '{channel} refuses {value}.', zh: '{channel}拒绝 {value}。' },
  },
  fix: { en: 'Ask {channel}.', zh: '询问{channel}。' },
  sources: [{ title: 'Specification', section: 'Somewhere' }],
  certainty: 'inferred',
};
const registry = createRuleRegistry([[rule]]);

describe('fill', () => {
  it('puts params into their places and leaves unknown places and other braces visible', () => {
    expect(fill('{a} of {b}: {"x":{a}} {missing}', { a: 1, b: 'two' })).toBe('1 of two: {"x":1} {missing}');
    expect(fill('{a}', undefined)).toBe('{a}');
  });

  it('does not fill places that came in with a value', () => {
    expect(fill('{a}{b}', { a: '{b}', b: 'x' })).toBe('{b}x');
  });

  it('says null, true and false in words of the language', () => {
    expect(fill('{a} {b} {c}', { a: null, b: true, c: false })).toBe('none yes no');
    expect(fill('{a} {b} {c}', { a: null, b: true, c: false }, 'zh')).toBe('无 是 否');
  });

  it('calls a channel by its name, and leaves other values under that place alone', () => {
    expect(fill('{channel}', { channel: 'xiaomi' })).toBe('Xiaomi push');
    expect(fill('{channel}', { channel: 'xiaomi' }, 'zh')).toBe('小米推送');
    expect(fill('{channel}', { channel: 'high-priority' }, 'zh')).toBe('high-priority');
    expect(fill('{other}', { other: 'xiaomi' })).toBe('xiaomi');
  });

  it('says how a process and a registration stand in words of the language', () => {
    expect(fill('{process}, {state}', { process: 'killed', state: 'unregistered' })).toBe('killed, unregistered');
    expect(fill('进程{process}，注册{state}', { process: 'killed', state: 'unregistered' }, 'zh')).toBe(
      '进程已关闭，注册已注销',
    );
    expect(fill('{process} {state}', { process: 'constructor', state: '__proto__' }, 'zh')).toBe(
      'constructor __proto__',
    );
    expect(fill('{other}', { other: 'killed' }, 'zh')).toBe('killed');
  });

  it('spaces Latin values in Chinese text, and nothing else', () => {
    expect(fill('把{a}加入群组{b}，{c}。', { a: 'bob', b: 'team', c: 'x' }, 'zh')).toBe('把 bob 加入群组 team，x。');
    expect(fill('把{a}加入{b}', { a: '小明', b: 7 }, 'zh')).toBe('把小明加入 7');
    expect(fill('{a} 已退出“{b}”', { a: 'bob', b: 'x' }, 'zh')).toBe('bob 已退出“x”');
  });

  it('cuts long values without splitting a character', () => {
    expect(fill('{a}', { a: 'x '.repeat(100) })).toBe('x '.repeat(100));
    expect(fill('{a}', { a: `${'x '.repeat(100)}y` })).toBe(`${'x '.repeat(100)}…`);
    expect(fill('{a}', { a: `${'x '.repeat(99)}x😀😀` })).toBe(`${'x '.repeat(99)}x…`);
  });

  it('shortens tokens, which say nothing at full length, and leaves shorter words alone', () => {
    expect(fill('{a}', { a: '0123456789abcdef'.repeat(4) })).toBe('01234567…abcdef');
    expect(fill('{a}', { a: 'Pz3kQ7vN1xW8aR5tY2uI9oL6mB4cD0eF+gH/jK1sT7w=' })).toBe('Pz3kQ7vN…1sT7w=');
    expect(fill('{a}', { a: 'com.example.app.push-type.liveactivity' })).toBe('com.example.app.push-type.liveactivity');
  });
});

describe('explainStep', () => {
  it('fills both languages, the layer in its own words', () => {
    const step = {
      stage: 'offline',
      rule: 'title-wins',
      verdict: 'pass',
      field: 'title',
      value: 'Hi',
      from: 'message.ios',
      overridden: [{ from: 'message', value: 'Ho' }],
      params: { count: 1 },
    } as const;
    expect(explainStep(step, registry)).toEqual({
      ...step,
      text: "Title “Hi” from the message's iOS settings, 1 lost.",
      texts: {
        en: "Title “Hi” from the message's iOS settings, 1 lost.",
        zh: '标题“Hi”来自消息的 iOS 设置，落选 1 个。',
      },
      fix: null,
      sources: rule.sources,
      certainty: 'inferred',
    });
  });

  it('offers the fix for what went wrong, params before the step’s own value', () => {
    const view = explainStep(
      { stage: 'offline', rule: 'title-wins', verdict: 'stop', value: 'x', params: { channel: 'oppo', value: 'y' } },
      registry,
    );
    expect(view.texts).toEqual({ en: 'OPPO push refuses y.', zh: 'OPPO 推送拒绝 y。' });
    expect(view.fix).toEqual({ en: 'Ask OPPO push.', zh: '询问 OPPO 推送。' });
  });

  it('says of a skipped step that it was not reached, without a fix', () => {
    const view = explainStep({ stage: 'offline', rule: 'title-wins', verdict: 'skip' }, registry);
    expect(view.text).toBe('Not reached: an earlier rule had decided.');
    expect(view.texts.zh).toMatch(/未执行/);
    expect(view.fix).toBeNull();
  });

  it('shows the id of a rule that nobody registered, as unconfirmed', () => {
    const view = explainStep({ stage: 'device', rule: 'who-knows', verdict: 'stop' }, registry);
    expect(view).toMatchObject({ text: 'who-knows', certainty: 'unconfirmed', sources: [], fix: null });
    expect(explainStep({ stage: 'offline', rule: 'title-wins', verdict: 'note' }, registry).text).toBe('title-wins');
  });
});

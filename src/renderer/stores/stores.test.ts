import { describe, expect, it } from 'vitest';
import { PRESETS } from '../message/presets.ts';
import { memoryStorage, message } from '../testing/fixtures.ts';
import { createDraftStore } from './draft.ts';
import { createNoticesStore, NOTICE_LIMIT } from './notices.ts';
import { createPreferencesStore, pickLanguage } from './preferences.ts';

describe('the draft', () => {
  it('starts with the specification’s example', () => {
    expect(createDraftStore(memoryStorage()).getState().message).toEqual(PRESETS.specification);
  });

  it('writes the text anew when the form changes', () => {
    const draft = createDraftStore(memoryStorage());
    draft.getState().replace(message);
    draft.getState().edit((old) => ({ ...old, from: 'bob' }));
    expect(JSON.parse(draft.getState().text)).toEqual({ ...message, from: 'bob' });
  });

  it('follows the text as soon as it is a message, and keeps the last one until then', () => {
    const draft = createDraftStore(memoryStorage());
    draft.getState().replace(message);
    draft.getState().editText('{"from":');
    expect(draft.getState().message).toEqual(message);
    expect(draft.getState().problems).toHaveLength(1);
    expect(draft.getState().text).toBe('{"from":');
    const typed = JSON.stringify({ ...message, kind: 'system' });
    draft.getState().editText(typed);
    expect(draft.getState()).toMatchObject({ problems: [], text: typed, message: { kind: 'system' } });
  });

  it('drops the problems when the form takes over', () => {
    const draft = createDraftStore(memoryStorage());
    draft.getState().editText('{');
    draft.getState().edit((old) => ({ ...old, from: 'carol' }));
    expect(draft.getState().problems).toEqual([]);
    expect(JSON.parse(draft.getState().text).from).toBe('carol');
  });

  it('is remembered, unless what is stored is no message', () => {
    const storage = memoryStorage();
    createDraftStore(storage).getState().replace(message);
    expect(createDraftStore(storage).getState().message).toEqual(message);
    const damaged = memoryStorage({ 'pushpit.draft': '{"from":1}' });
    expect(createDraftStore(damaged).getState().message).toEqual(PRESETS.specification);
    expect(createDraftStore(memoryStorage({ 'pushpit.draft': '{' })).getState().message).toEqual(PRESETS.specification);
  });
});

describe('preferences', () => {
  it('take the first language that exists here', () => {
    expect(pickLanguage(['fr', 'zh-TW', 'en'])).toBe('zh');
    expect(pickLanguage(['fr-FR', 'en-US', 'zh'])).toBe('en');
    expect(pickLanguage(['de'])).toBe('en');
    expect(pickLanguage([])).toBe('en');
  });

  it('are remembered and win over the browser', () => {
    const storage = memoryStorage();
    const first = createPreferencesStore(storage, ['en']).getState();
    expect(first).toMatchObject({ language: 'en', theme: 'system', phones: 'all' });
    first.setLanguage('zh');
    first.setTheme('dark');
    expect(createPreferencesStore(storage, ['en']).getState()).toMatchObject({ language: 'zh', theme: 'dark' });
  });

  it('ignore values from elsewhere', () => {
    const storage = memoryStorage({ 'pushpit.preferences': '{"language":"fr","theme":7,"phones":"receivers"}' });
    expect(createPreferencesStore(storage, ['zh-CN']).getState()).toMatchObject({
      language: 'zh',
      theme: 'system',
      phones: 'receivers',
    });
  });

  it('live without storage', () => {
    const forbidden = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    };
    const store = createPreferencesStore(forbidden, ['en']);
    store.getState().setTheme('light');
    expect(store.getState().theme).toBe('light');
  });
});

describe('notices', () => {
  const failure = (code: string) => ({ status: 400, code, message: code });

  it('keep the newest few and say the same thing once', () => {
    const notices = createNoticesStore();
    for (const code of ['a', 'b', 'c', 'd', 'e', 'c']) notices.getState().report(failure(code));
    const codes = notices.getState().notices.map((notice) => notice.failure.code);
    expect(codes).toEqual(['b', 'd', 'e', 'c']);
    expect(codes).toHaveLength(NOTICE_LIMIT);
  });

  it('go away when dismissed and never tell of an abort', () => {
    const notices = createNoticesStore();
    notices.getState().report(failure('aborted'));
    expect(notices.getState().notices).toEqual([]);
    notices.getState().report(failure('a'));
    notices.getState().dismiss(notices.getState().notices[0]?.id ?? -1);
    expect(notices.getState().notices).toEqual([]);
  });
});

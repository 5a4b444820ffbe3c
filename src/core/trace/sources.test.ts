import { describe, expect, it } from 'vitest';
import { specification } from './sources.ts';

const HAN = /\p{Script=Han}/u;

describe('sections of the specification', () => {
  it('read in each language, and carry the heading as printed for people who look it up', () => {
    const source = specification('android');
    expect(source).toEqual({
      title: 'Specification',
      section:
        'Offline-push settings of one message (针对单条消息设置离线推送), TIMMessageOfflinePushSettings.AndroidSettings',
      texts: {
        title: { en: 'Specification', zh: '规范' },
        section: {
          en: 'Offline-push settings of one message, TIMMessageOfflinePushSettings.AndroidSettings',
          zh: '针对单条消息设置离线推送，TIMMessageOfflinePushSettings.AndroidSettings',
        },
        label: { en: 'Spec · AndroidSettings', zh: '规范 · AndroidSettings' },
      },
    });
  });

  it.each([
    'overview',
    'channels',
    'basics',
    'global',
    'globalMembers',
    'message',
    'messageMembers',
    'android',
    'notifyMode',
    'ios',
    'example',
  ] as const)('%s has no Chinese in its English and a short label', (section) => {
    const { texts } = specification(section);
    expect([texts?.section.en, texts?.label.en].join()).not.toMatch(HAN);
    expect(texts?.section.zh).toMatch(HAN);
    expect(texts?.label.en.length).toBeLessThanOrEqual(28);
  });
});

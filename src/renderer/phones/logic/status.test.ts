import { describe, expect, it } from 'vitest';
import { deviceView } from '../testing/fixtures.ts';
import { phoneTexts } from '../texts.ts';
import { shortId, statusMarks } from './status.ts';

const texts = phoneTexts('en');
const ready = deviceView({});

function marks(patch: Parameters<typeof deviceView>[0]): string[] {
  return statusMarks(deviceView(patch), texts).map((mark) => `${mark.tone}: ${mark.text}`);
}

describe('statusMarks', () => {
  it('says nothing about a phone that is ready', () => {
    expect(statusMarks(ready, texts)).toEqual([]);
  });

  it.each([
    [{ online: false }, 'warn: Offline'],
    [{ online: false, stored: 1 }, 'warn: Offline, 1 waiting'],
    [{ permission: 'denied' }, 'bad: Notifications denied'],
    [{ permission: 'notDetermined' }, 'warn: Permission not asked'],
    [{ permission: 'provisional' }, 'plain: Provisional permission'],
    [{ session: { state: 'never', userId: null } }, 'warn: Never logged in'],
    [{ session: { state: 'loggedOut', userId: 'u' } }, 'warn: Logged out'],
    [{ session: { state: 'kicked', userId: 'u' } }, 'warn: Kicked offline'],
    [{ app: { ...ready.app, process: 'killed', killedBy: 'user' } }, 'plain: Killed by user'],
    [{ app: { ...ready.app, process: 'killed', killedBy: 'system' } }, 'plain: Killed by system'],
    [{ token: null }, 'warn: No token'],
  ] as const)('%o → %s', (patch, text) => {
    expect(marks(patch)).toEqual([text]);
  });

  it('says of an app that is not there only that', () => {
    const app = { ...ready.app, installed: false, process: 'killed', killedBy: 'user' } as const;
    expect(marks({ app, token: null })).toEqual(['bad: App not installed']);
  });

  it('lists everything that differs', () => {
    expect(marks({ online: false, permission: 'denied', token: null })).toHaveLength(3);
  });
});

describe('shortId', () => {
  it('keeps both ends of a long id and all of a short one', () => {
    expect(shortId('0123456789abcdef0123456789abcdef')).toBe('01234567…abcdef');
    expect(shortId('0123456789abcde')).toBe('0123456789abcde');
  });
});

import { session } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { session as fake, resetElectron } from '../../test/fakes/electron.ts';
import { decidePermission, setupPermissions } from './permissions.ts';

beforeEach(resetElectron);

describe('decidePermission', () => {
  it.each([
    ['clipboard-sanitized-write', 'pushpit://app/', true, true],
    ['fullscreen', 'pushpit://app/simulate', true, true],
    ['clipboard-sanitized-write', 'pushpit://app/', false, false],
    ['clipboard-sanitized-write', 'https://example.com/', true, false],
    ['clipboard-read', 'pushpit://app/', true, false],
    ['media', 'pushpit://app/', true, false],
    ['geolocation', 'pushpit://app/', true, false],
    ['notifications', 'pushpit://app/', true, false],
    ['openExternal', 'pushpit://app/', true, false],
    ['something-invented-later', 'pushpit://app/', true, false],
  ])('%s for %s (main frame: %s) → %s', (permission, requester, isMainFrame, allowed) => {
    expect(decidePermission(permission, requester, isMainFrame)).toBe(allowed);
  });
});

describe('setupPermissions', () => {
  const details = { isMainFrame: true, requestingUrl: 'pushpit://app/' };

  it('answers requests and checks alike, and gives no device away', () => {
    setupPermissions(session.defaultSession);
    const { requestHandler, checkHandler, deviceHandler } = fake.defaultSession;
    const answers: boolean[] = [];
    const ask = requestHandler as unknown as (a: null, p: string, cb: (ok: boolean) => void, d: typeof details) => void;
    ask(null, 'fullscreen', (ok) => answers.push(ok), details);
    ask(null, 'media', (ok) => answers.push(ok), details);
    expect(answers).toEqual([true, false]);
    const check = checkHandler as unknown as (a: null, p: string, o: string, d: { isMainFrame: boolean }) => boolean;
    expect(check(null, 'fullscreen', 'pushpit://app/', { isMainFrame: true })).toBe(true);
    expect(check(null, 'fullscreen', 'https://example.com/', { isMainFrame: true })).toBe(false);
    expect((deviceHandler as unknown as () => boolean)()).toBe(false);
  });
});

import { app, shell } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeWebContents, resetElectron } from '../../test/fakes/electron.ts';
import { decideNavigation, setupNavigationGuard } from './navigation.ts';

beforeEach(resetElectron);

describe('decideNavigation', () => {
  it.each([
    ['pushpit://app/simulate', 'stay'],
    ['https://developer.apple.com/documentation/', 'browser'],
    ['http://127.0.0.1:8180/', 'browser'],
    ['https://apple.com@evil.example/', 'deny'],
    ['pushpit://evil/', 'deny'],
    ['file:///etc/passwd', 'deny'],
    ['javascript:alert(1)', 'deny'],
    ['data:text/html,<h1>hi</h1>', 'deny'],
    ['ms-msdt:/id', 'deny'],
    ['mailto:a@example.com', 'deny'],
    ['', 'deny'],
  ])('%s → %s', (address, decision) => {
    expect(decideNavigation(address)).toBe(decision);
  });
});

describe('setupNavigationGuard', () => {
  const opened = () => Reflect.get(shell, 'opened');
  function guarded() {
    setupNavigationGuard(app, shell);
    const contents = new FakeWebContents();
    app.emit('web-contents-created', {}, contents);
    const emit = (name: string, details: Record<string, unknown>) => {
      let prevented = false;
      const preventDefault = () => {
        prevented = true;
      };
      contents.emit(name, { preventDefault, ...details });
      return prevented;
    };
    return { contents, emit };
  }

  it('lets the page move within itself', () => {
    expect(guarded().emit('will-navigate', { url: 'pushpit://app/traffic' })).toBe(false);
    expect(opened()).toEqual([]);
  });

  it.each(['will-navigate', 'will-redirect'])('%s to a web page opens the browser instead', (name) => {
    expect(guarded().emit(name, { url: 'https://example.com/' })).toBe(true);
    expect(opened()).toEqual(['https://example.com/']);
  });

  it('stops a link to a file, and opens nothing', () => {
    expect(guarded().emit('will-navigate', { url: 'file:///etc/passwd' })).toBe(true);
    expect(opened()).toEqual([]);
  });

  it('stops every inner frame and every webview', () => {
    const { emit } = guarded();
    expect(emit('will-frame-navigate', { isMainFrame: false, url: 'pushpit://app/' })).toBe(true);
    expect(emit('will-frame-navigate', { isMainFrame: true, url: 'pushpit://app/' })).toBe(false);
    expect(emit('will-attach-webview', {})).toBe(true);
  });

  it('opens no second window; a web link goes to the browser, anything else nowhere', () => {
    const { contents } = guarded();
    expect(contents.windowOpenHandler?.({ url: 'https://example.com/doc' })).toEqual({ action: 'deny' });
    expect(contents.windowOpenHandler?.({ url: 'pushpit://app/' })).toEqual({ action: 'deny' });
    expect(contents.windowOpenHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(opened()).toEqual(['https://example.com/doc']);
  });
});

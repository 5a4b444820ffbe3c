import { describe, expect, it } from 'vitest';
import { appEntry, appSchemeRegistration, isAppUrl } from './scheme.ts';

describe('isAppUrl', () => {
  it.each([appEntry, 'pushpit://app/api/v1/health', 'pushpit://app/simulate?x=1#y'])('accepts %s', (address) => {
    expect(isAppUrl(address)).toBe(true);
  });

  it.each([
    'pushpit://app.evil.example/',
    'pushpit://evil/',
    'pushpit://app:1/',
    'pushpit://user@app/',
    'pushpit:app',
    'http://app/',
    'https://example.com/?pushpit://app/',
    'file:///pushpit://app/',
    'about:blank',
    'not an address',
    '',
  ])('refuses %s', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});

describe('the registration of the scheme', () => {
  it('gives origins and streams, and no way round the policy', () => {
    expect(appSchemeRegistration.privileges).toMatchObject({
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      bypassCSP: false,
      corsEnabled: false,
      allowServiceWorkers: false,
    });
  });
});

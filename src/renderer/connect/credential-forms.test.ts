import { describe, expect, it } from 'vitest';
import { CREDENTIAL_FORMS, credentialOf } from './credential-forms.ts';

describe('a credential from the form', () => {
  const key = CREDENTIAL_FORMS.apns[0];
  if (key === undefined) throw new Error('no form');

  it('holds what was typed, lists taken apart', () => {
    const typed = { keyId: ' ABC1234567 ', teamId: 'TEAM123456', key: 'pem', bundleIds: 'a.b, c.d' };
    expect(credentialOf(key, typed)).toEqual({
      kind: 'key',
      keyId: 'ABC1234567',
      teamId: 'TEAM123456',
      key: 'pem',
      bundleIds: ['a.b', 'c.d'],
    });
  });

  it('leaves out what was not', () => {
    expect(credentialOf(key, { keyId: '  ' })).toEqual({ kind: 'key' });
  });
});

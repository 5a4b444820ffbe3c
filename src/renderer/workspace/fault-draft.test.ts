import { describe, expect, it } from 'vitest';
import { type FaultDraft, faultOf } from './fault-draft.ts';

const draft: FaultDraft = {
  channel: 'apns',
  kind: 'code',
  code: 'ServiceUnavailable',
  status: 502,
  body: '',
  ms: 2000,
  target: '',
  times: 3,
};

describe('a fault from the form', () => {
  it.each([
    ['code', { type: 'code', code: 'ServiceUnavailable' }],
    ['status', { type: 'status', status: 502 }],
    ['delay', { type: 'delay', ms: 2000 }],
    ['reset', { type: 'reset' }],
    ['goaway', { type: 'goaway' }],
  ] as const)('of kind %s', (kind, action) => {
    expect(faultOf({ ...draft, kind })).toEqual({ channel: 'apns', action, times: 3 });
  });

  it('has a body only when one was typed', () => {
    expect(faultOf({ ...draft, kind: 'status', body: 'down' }).action).toEqual({
      type: 'status',
      status: 502,
      body: 'down',
    });
  });

  it('lasts for ever with 0, and meets one target when that is named', () => {
    expect(faultOf({ ...draft, times: 0, target: ' abc ' })).toMatchObject({ times: null, match: { target: 'abc' } });
  });
});

import { describe, expect, it } from 'vitest';
import { columns } from './lint-alert.ts';
import { nearest } from './lint-keys.ts';
import { connect, notesOf } from './testing/connection.ts';

type Headers = readonly (readonly [string, string])[];
const ALERT: Headers = [
  ['apns-push-type', 'alert'],
  ['apns-priority', '10'],
];
const BACKGROUND: Headers = [
  ['apns-push-type', 'background'],
  ['apns-priority', '5'],
];

function notes(payload: unknown, headers: Headers = ALERT): string[] {
  const result = connect().push({ headers, body: JSON.stringify(payload) });
  expect(result.response.status).toBe(200);
  return notesOf(result);
}
const aps = (more: object) => ({ aps: { alert: 'hello', ...more } });

describe('nothing to remark', () => {
  it.each([
    [
      'a full alert',
      {
        aps: {
          alert: { title: 't', subtitle: 's', body: 'b' },
          badge: 1,
          sound: 'ping.caf',
          'thread-id': 'x',
          'mutable-content': 1,
          'interruption-level': 'time-sensitive',
          'relevance-score': 1,
        },
        ext: '{"a":1}',
      },
      ALERT,
    ],
    ['badge 0', { aps: { badge: 0 } }, ALERT],
    ['a silent push', { aps: { 'content-available': 1 }, sync: { since: 1 } }, BACKGROUND],
    ['app data with everyday names', { aps: { alert: 'x' }, title: 't', body: 'b', category: 'c', event: 'e' }, ALERT],
    ['flags switched off', aps({ 'content-available': 0, 'mutable-content': 0 }), ALERT],
    ['a critical sound', aps({ sound: { critical: 1, name: 'alarm.caf', volume: 0.5 } }), ALERT],
  ])('%s', (_, payload, headers) => expect(notes(payload, headers as Headers)).toEqual([]));
});

describe('body', () => {
  it.each([
    ['badge as a string', aps({ badge: '5' }), ['badge-type']],
    ['badge null', aps({ badge: null }), ['badge-type']],
    ['negative badge', aps({ badge: -1 }), ['badge-negative']],
    ['badge with a fraction', aps({ badge: 1.5 }), ['badge-fraction']],
    ['empty sound', aps({ sound: '' }), ['sound-empty']],
    ['sound as a number', aps({ sound: 1 }), ['sound-type']],
    ['sound null', aps({ sound: null }), ['sound-type']],
    ['sound object that is not critical', aps({ sound: { name: 'a.caf' } }), ['sound-critical']],
    ['volume out of range', aps({ sound: { critical: 1, volume: 2 } }), ['sound-volume']],
    ['content-available true', aps({ 'content-available': true }), ['flag-type']],
    ['content-available "1"', aps({ 'content-available': '1' }), ['flag-type']],
    ['mutable-content true', { aps: { alert: { body: 'b' }, 'mutable-content': true } }, ['flag-type']],
    ['mutable-content with a string alert', aps({ 'mutable-content': 1 }), ['mutable-without-alert']],
    ['mutable-content without alert', { aps: { badge: 1, 'mutable-content': 1 } }, ['mutable-without-alert']],
    ['unknown level', aps({ 'interruption-level': 'urgent' }), ['interruption-level']],
    ['score out of range', aps({ 'relevance-score': 50 }), ['relevance-score']],
    ['alert as a number', { aps: { alert: 5 } }, ['alert-type']],
    ['alert as a list', { aps: { alert: ['x'] } }, ['alert-type']],
    ['empty alert', { aps: { alert: '' } }, ['alert-empty']],
    ['alert object without text', { aps: { alert: {} } }, ['alert-empty']],
    ['title as a number', { aps: { alert: { title: 1, body: 'b' } } }, ['field-type']],
    ['loc-args as a string', { aps: { alert: { 'loc-key': 'K', 'loc-args': 'a' } } }, ['field-type']],
    ['thread-id as a number', aps({ 'thread-id': 7 }), ['field-type']],
    ['no aps', { message: 'hello' }, ['aps-missing']],
    ['aps as a string', { aps: 'hello' }, ['aps-type']],
    ['nothing in aps', { aps: {} }, ['alert-invisible']],
    ['ext as an object', { ...aps({}), ext: { level: 15 } }, ['ext-type']],
    ['bagde', aps({ bagde: 1 }), ['key-spelling']],
    ['Alert', { aps: { Alert: 'x', badge: 1 } }, ['key-spelling']],
    ['content_available', aps({ content_available: 1 }), ['key-spelling']],
    ['titel in alert', { aps: { alert: { titel: 't', body: 'b' } } }, ['key-spelling']],
    ['APS', { APS: { alert: 'x' } }, ['key-spelling', 'aps-missing']],
    ['alert outside aps', { alert: 'x', aps: { badge: 1 } }, ['key-outside-aps']],
    ['collapse-id in aps', aps({ 'collapse-id': 'x' }), ['header-in-body']],
    ['apns-collapse-id in the body', { ...aps({}), 'apns-collapse-id': 'x' }, ['header-in-body']],
    ['long title', { aps: { alert: { title: 't'.repeat(41), body: 'b' } } }, ['title-long']],
    ['long Chinese title', { aps: { alert: { title: '标'.repeat(21), body: 'b' } } }, ['title-long']],
    ['long body', { aps: { alert: 'b'.repeat(161) } }, ['body-long']],
  ])('%s', (_, payload, expected) => expect(notes(payload)).toEqual(expected));

  it('says what was received and what is meant', () => {
    const result = connect().push({ headers: ALERT, body: '{"aps":{"alert":"x","bagde":"5"}}' });
    expect(result.trace.at(-1)).toEqual({
      stage: 'channel',
      rule: 'apns-lint-key-spelling',
      verdict: 'note',
      params: { key: 'bagde', meant: 'badge' },
    });
  });
});

describe('headers', () => {
  const silent = { aps: { 'content-available': 1 } };
  const typed = (type: string, ...more: Headers): Headers => [['apns-push-type', type], ...more];

  it.each([
    ['no push type', aps({}), [], ['push-type-missing']],
    ['unknown apns header', aps({}), typed('alert', ['apns-thread-id', 'x']), ['unknown-header']],
    ['expiration as a duration', aps({}), typed('alert', ['apns-expiration', '300']), ['expiration-1970']],
    ['expiration in the past', aps({}), typed('alert', ['apns-expiration', '1700000000']), ['expiration-past']],
    ['expiration in ms', aps({}), typed('alert', ['apns-expiration', '1714554000000']), ['expiration-milliseconds']],
    ['expiration 0', aps({}), typed('alert', ['apns-expiration', '0']), []],
    ['background with priority 10', silent, typed('background', ['apns-priority', '10']), ['background-priority']],
    ['background without priority', silent, typed('background'), ['background-priority']],
    ['silent alert push with priority 10', silent, typed('alert'), ['background-priority', 'alert-invisible']],
    ['background with an alert', aps({ 'content-available': 1 }), BACKGROUND, ['background-visible']],
    ['background without flag', { aps: {} }, BACKGROUND, ['background-without-flag']],
    ['alert that also wakes', aps({ 'content-available': 1 }), typed('alert'), []],
  ])('%s', (_, payload, headers, expected) => expect(notes(payload, headers as Headers)).toEqual(expected));
});

describe('nearest', () => {
  const known = ['alert', 'badge', 'sound', 'content-available', 'category'];
  it.each([
    ['bagde', 'badge'],
    ['BADGE', 'badge'],
    ['sounds', 'sound'],
    ['contentAvailable', 'content-available'],
    ['content-avaliable', 'content-available'],
    ['catgeory', 'category'],
    ['link-url', null],
    ['id', null],
    ['data', null],
    ['k'.repeat(500), null],
  ])('%s', (key, expected) => expect(nearest(key, known)).toBe(expected));
});

it('counts a wide character as two columns', () => {
  expect([columns(null), columns('abc…'), columns('标题'), columns('👍')]).toEqual([0, 4, 4, 2]);
});

import { describe, expect, it } from 'vitest';
import { forAudience, largestFit } from './audience.ts';

const TOKEN = '6b1f0c5ae2d94c7788a3b1d05f9e3c4276d8e0a9b2c14f35d6e7f8091a2b3c4d';

describe('what an audience reads', () => {
  it.each([
    ['Delivered to iPhone by APNs with sound.', 'Delivered to iPhone by APNs with sound.'],
    [`The token ${TOKEN} is unknown.`, 'The token ••• is unknown.'],
    ['user-apns is logged out.', '••• is logged out.'],
    ['user-apns-2 is logged out.', '••• is logged out.'],
    ['It came from 127.0.0.1:50412.', 'It came from •••.'],
    ['See https://dev.mi.com/a?b=1 for more', 'See ••• for more'],
    ['api.push.apple.com:443 did not answer', '••• did not answer'],
    ['已通过 APNs 送达 iPhone，有声音。', '已通过 APNs 送达 iPhone，有声音。'],
    [`令牌 ${TOKEN}，无效`, '令牌 •••，无效'],
  ])('%s', (said, shown) => {
    expect(forAudience(said, ['user-apns', 'user-apns-2', ''])).toBe(shown);
  });
});

describe('the size of phones for an audience', () => {
  it('uses the room: one is as high as it gets, seven stand in the rows that make them largest', () => {
    const room = { width: 1920, height: 1000 };
    expect(largestFit(1, room)).toMatchObject({ columns: 1 });
    const seven = largestFit(7, room);
    expect(seven.columns).toBe(7);
    expect(seven.width).toBeGreaterThan(220);
    expect(seven.width * 7 + 28 * 8).toBeLessThanOrEqual(1920);
  });

  it('breaks into rows on a high screen', () => {
    expect(largestFit(7, { width: 1080, height: 1800 }).columns).toBeLessThan(7);
  });

  it('is something for no phone at all', () => {
    expect(largestFit(0, { width: 800, height: 600 }).columns).toBe(1);
  });
});

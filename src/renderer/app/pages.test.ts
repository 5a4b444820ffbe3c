import { describe, expect, it } from 'vitest';
import { phoneAddress, placeOf } from './pages.ts';

describe('the place of an address', () => {
  it.each([
    ['', { page: 'simulate', phone: null }],
    ['#', { page: 'simulate', phone: null }],
    ['#/', { page: 'simulate', phone: null }],
    ['#connect', { page: 'connect', phone: null }],
    ['#/matrix', { page: 'matrix', phone: null }],
    ['#phones', { page: 'phones', phone: null }],
    ['#phones/', { page: 'phones', phone: null }],
    ['#phones/iphone', { page: 'phones', phone: 'iphone' }],
    ['#/phones/iphone', { page: 'phones', phone: 'iphone' }],
    ['#phones/%', { page: 'phones', phone: '%' }],
    ['#connect/iphone', { page: 'connect', phone: null }],
    ['#main', undefined],
    ['#__proto__', undefined],
  ])('%s', (hash, place) => {
    expect(placeOf(hash)).toEqual(place);
  });

  it('leads to a phone whatever its id has in it', () => {
    for (const id of ['iphone', 'a/b#c?d', '手机 1', '%41']) {
      expect(placeOf(phoneAddress(id))).toEqual({ page: 'phones', phone: id });
    }
  });
});

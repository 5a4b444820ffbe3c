import { describe, expect, it } from 'vitest';
import type { CellAnswer, MatrixView } from '../matrix/types.ts';
import { matrixCsv } from './matrix-csv.ts';

const answer = (text: string, change: Partial<CellAnswer> = {}): CellAnswer => ({
  state: 'delivered',
  via: 'push',
  reason: 'delivered',
  cause: 'delivered',
  sound: 'default',
  vibrated: true,
  badge: 3,
  text: { en: text, zh: '中文' },
  ...change,
});

const value = (one: string | boolean, en: string) => ({ value: one, text: { en, zh: `${en}（中）` } });

const view: MatrixView = {
  axes: [
    { axis: 'device', text: { en: 'Phone', zh: '手机' }, values: [value('=1+1', 'iPhone'), value('b', 'B')] },
    { axis: 'online', text: { en: 'Network', zh: '网络' }, values: [value(true, 'online'), value(false, 'offline')] },
  ],
  counts: { delivered: 4, silent: 0, waiting: 0, 'not-delivered': 0, impossible: 0 },
  answers: [
    answer('Said "so", plainly.'),
    answer('No', { state: 'impossible', reason: null, badge: null, sound: null }),
  ],
  cells: [0, 1, 0, 0],
};

describe('a matrix as CSV', () => {
  it('has one line a cell, with the last axis varying fastest', () => {
    const lines = matrixCsv(view, 'en').split('\r\n');
    expect(lines).toEqual([
      '\uFEFFPhone,Network,Result,Via,Reason,Cause,Sound,Vibrated,Badge,Sentence',
      '\'=1+1,online,delivered,push,delivered,delivered,default,true,3,"Said ""so"", plainly."',
      "'=1+1,offline,impossible,push,,delivered,,true,,No",
      'b,online,delivered,push,delivered,delivered,default,true,3,"Said ""so"", plainly."',
      'b,offline,delivered,push,delivered,delivered,default,true,3,"Said ""so"", plainly."',
      '',
    ]);
  });

  it('speaks the language that is asked for', () => {
    const [header, first] = matrixCsv(view, 'zh').split('\r\n');
    expect(header).toBe('\uFEFF手机,网络,结果,途径,原因,规则,提示音,振动,角标,说明');
    expect(first).toBe("'=1+1,online（中）,delivered,push,delivered,delivered,default,true,3,中文");
  });
});

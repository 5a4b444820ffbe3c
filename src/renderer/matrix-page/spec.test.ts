import { describe, expect, it } from 'vitest';
import type { MatrixParts } from '../api/client.ts';
import { message } from '../testing/fixtures.ts';
import { cellCount, choiceOf, messageOf, specOf, withAxis, withValue } from './spec.ts';

const text = { en: 'x', zh: 'x' };
const values = (...all: (string | boolean)[]) => all.map((value) => ({ value, text }));
const parts: MatrixParts = {
  limit: 100,
  presets: [],
  axes: [
    { axis: 'ringer', group: 'phone', on: null, text, values: values('normal', 'vibrate', 'silent') },
    { axis: 'global', group: 'account', on: null, text, values: values(true, false) },
  ],
};
const choice = choiceOf({ phones: 'builtIn', axes: [{ axis: 'ringer' }, { axis: 'global', values: [false] }] }, parts);

describe('what is ticked for a matrix', () => {
  it('starts from a ready one, with all values where it names none', () => {
    expect(choice.axes).toEqual({ ringer: ['normal', 'vibrate', 'silent'], global: [false] });
    expect(cellCount(choice, 7)).toBe(21);
  });

  it('becomes a request, with the message of Simulate only when that is ticked', () => {
    const axes = [
      { axis: 'ringer', values: ['normal', 'vibrate', 'silent'] },
      { axis: 'global', values: [false] },
    ];
    expect(specOf(choice, message)).toEqual({ phones: 'builtIn', axes });
    const { to: _to, ...rest } = message;
    expect(specOf({ ...choice, takesMessage: true }, message).message).toEqual(rest);
  });

  it('keeps the group of a group message', () => {
    expect(messageOf({ ...message, to: { group: 'g' }, offlinePush: null })).toMatchObject({
      group: 'g',
      offlinePush: null,
    });
  });

  it('ticks values in their order, and unticks the axis with its last one', () => {
    const all = ['normal', 'vibrate', 'silent'];
    const without = withValue(choice, 'ringer', 'normal', all);
    expect(without.axes.ringer).toEqual(['vibrate', 'silent']);
    expect(withValue(without, 'ringer', 'normal', all).axes.ringer).toEqual(all);
    expect(withValue(choice, 'global', false, [true, false]).axes).not.toHaveProperty('global');
    expect(withAxis(choice, 'ringer', null).axes).toEqual({ global: [false] });
  });
});

import { describe, expect, it } from 'vitest';
import { message } from '../testing/fixtures.ts';
import { addElement, moveElement, removeElement, setAndroid, setGeneral, setIos, setPush } from './edit.ts';

describe('edits of the draft', () => {
  it('tell an empty text from none at all', () => {
    const empty = setGeneral(message, 'title', '');
    expect(empty.offlinePush).toEqual({ title: '' });
    const gone = setGeneral(empty, 'title', undefined);
    expect(gone.offlinePush).toEqual({});
    expect('title' in (gone.offlinePush ?? {})).toBe(false);
  });

  it('make the platform block when its first member is set and take it away with its last', () => {
    const set = setIos(message, 'sound', 'push.no_sound');
    expect(set.offlinePush).toEqual({ ios: { sound: 'push.no_sound' } });
    expect(setIos(set, 'sound', undefined).offlinePush).toEqual({});
    expect(setAndroid(set, 'notifyMode', 1).offlinePush).toEqual({
      ios: { sound: 'push.no_sound' },
      android: { notifyMode: 1 },
    });
  });

  it('start from nothing when the settings or a block are null', () => {
    expect(setAndroid({ ...message, offlinePush: null }, 'title', 't').offlinePush).toEqual({
      android: { title: 't' },
    });
    expect(setIos({ ...message, offlinePush: { ios: null } }, 'title', 't').offlinePush).toEqual({
      ios: { title: 't' },
    });
  });

  it('take the settings away as a whole', () => {
    expect('offlinePush' in setPush(setGeneral(message, 'ext', 'x'), undefined)).toBe(false);
  });

  it('move elements, but not over the ends', () => {
    const three = addElement(addElement(message, 'image'), 'video');
    const types = (m: typeof three) => m.elements.map(({ type }) => type);
    expect(types(moveElement(three, 2, -1))).toEqual(['text', 'video', 'image']);
    expect(moveElement(three, 0, -1)).toBe(three);
    expect(moveElement(three, 2, 1)).toBe(three);
    expect(types(removeElement(three, 1))).toEqual(['text', 'video']);
  });

  it('leave the message they got alone', () => {
    const before = JSON.stringify(message);
    setGeneral(addElement(message, 'custom'), 'title', 'x');
    expect(JSON.stringify(message)).toBe(before);
  });
});

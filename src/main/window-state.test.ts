import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { formatWindowState, parseWindowState, type Rectangle, restoreWindow, smallestWindow } from './window-state.ts';
import { readWindowState, writeWindowState } from './window-state-file.ts';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const monitor: Rectangle = { x: 1440, y: 0, width: 2560, height: 1400 };
const at = (bounds: Rectangle, maximized = false) => ({ bounds, maximized });

describe('restoreWindow', () => {
  it('opens in the middle, in the usual size, the first time', () => {
    expect(restoreWindow(undefined, [monitor])).toEqual({ width: 1480, height: 940, maximized: false });
  });

  it('opens where it was, on the second display too', () => {
    const bounds = { x: 1600, y: 100, width: 1500, height: 900 };
    expect(restoreWindow(at(bounds, true), [laptop, monitor])).toEqual({ ...bounds, maximized: true });
  });

  it('comes back to the first display when the second has been unplugged', () => {
    const bounds = { x: 1600, y: 100, width: 2000, height: 1200 };
    expect(restoreWindow(at(bounds), [laptop])).toEqual({ width: 1440, height: 875, maximized: false });
  });

  it('comes back when its title bar is above the display, or too little of it is left', () => {
    expect(restoreWindow(at({ x: 10, y: -40, width: 1200, height: 700 }), [laptop])).not.toHaveProperty('x');
    expect(restoreWindow(at({ x: 1400, y: 50, width: 1200, height: 700 }), [laptop])).not.toHaveProperty('x');
    expect(restoreWindow(at({ x: 1300, y: 50, width: 1200, height: 700 }), [laptop])).toMatchObject({ x: 1300 });
  });

  it('is never smaller than the page can be used, nor larger than the display', () => {
    expect(restoreWindow(at({ x: 0, y: 30, width: 300, height: 200 }), [laptop])).toMatchObject(smallestWindow);
    const small = { x: 0, y: 0, width: 1024, height: 600 };
    expect(restoreWindow(undefined, [small])).toMatchObject({ width: 1024, height: 600 });
  });

  it('always gives a window that can be caught with the mouse', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 6000 }),
      height: fc.integer({ min: 1, max: 6000 }),
    });
    fc.assert(
      fc.property(rectangle, (bounds) => {
        const { x, y, width, height } = restoreWindow(at(bounds), [laptop, monitor]);
        expect(width).toBeLessThanOrEqual(2560);
        expect(height).toBeLessThanOrEqual(1400);
        if (x === undefined || y === undefined) return;
        const areas = [laptop, monitor].filter((area) => y >= area.y && y + 32 <= area.y + area.height);
        expect(areas.some((area) => x + width > area.x && x < area.x + area.width)).toBe(true);
      }),
    );
  });
});

describe('the saved state', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pushpit-window-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const state = at({ x: -20, y: 30, width: 1300, height: 800 }, true);

  it('survives writing and reading', () => {
    const file = join(folder, 'new', 'window-state.json');
    expect(writeWindowState(file, state)).toBeUndefined();
    expect(readWindowState(file)).toEqual(state);
    expect(readdirSync(join(folder, 'new'))).toEqual(['window-state.json']);
  });

  it.each([
    ['nothing', ''],
    ['half a file', formatWindowState(state).slice(0, 40)],
    ['another version', formatWindowState(state).replace('"schemaVersion": 1', '"schemaVersion": 2')],
    ['a width of zero', formatWindowState(state).replace('1300', '0')],
    ['words for numbers', formatWindowState(state).replace('1300', '"wide"')],
    ['a list', '[]'],
  ])('is not taken from %s', (_what, text) => {
    expect(parseWindowState(text)).toBeUndefined();
  });

  it('is nothing when there is no file', () => {
    expect(readWindowState(join(folder, 'none.json'))).toBeUndefined();
  });

  it('that cannot be written is told, not thrown, and leaves what stands in the way', () => {
    const blocked = join(folder, 'blocked');
    writeFileSync(blocked, 'a file, not a folder');
    expect(writeWindowState(join(blocked, 'window-state.json'), state)).toBeInstanceOf(Error);
    expect(readFileSync(blocked, 'utf8')).toBe('a file, not a folder');
  });
});

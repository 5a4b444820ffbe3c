import './flyme.css';
import { androidSkin } from '../android/android-skin.tsx';

/** Flyme: thin lines, text before everything else, one sheet instead of cards, no number on the icon. */
export const flymeSkin = androidSkin({
  id: 'flyme',
  fontFamily:
    '"Flyme Sans", Roboto, Inter, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clock: { lines: 1, align: 'start', stroke: 3 },
  lock: { clock: 96, digits: 68, list: 214 },
  home: { top: 'nothing', digits: 0, grid: 84, search: false },
  shade: { head: 'rounds', clear: 'word' },
  card: {
    layout: 'text',
    title: { size: 14.5, weight: 500, line: 20 },
    body: { size: 13.5, weight: 400, line: 18.5 },
    small: { size: 11, weight: 400, line: 16 },
    margin: 14,
    padX: 16,
    padY: 12,
    icon: 0,
    gap: 0,
    radius: 12,
  },
  group: 'lines',
  silent: 'titled',
  lockFoot: 'nothing',
  tellsOff: false,
  tile: '30%',
  wallpaper: {
    sky: ['#dfe7ea', '#b9cbd1', '#8aa7b1', '#5b7d8c'],
    waves: [
      ['M0 560 120 430 210 530 290 450 360 540V790H0Z', '#7797a3', 0.55],
      ['M0 660 90 570 190 680 280 590 360 660V790H0Z', '#4d6c79', 0.7],
    ],
  },
});

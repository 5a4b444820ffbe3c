import './flyme.css';
import { androidSkin } from '../android/android-skin.tsx';

/** Flyme: thin lines, text before everything else, no number on the icon. */
export const flymeSkin = androidSkin({
  id: 'flyme',
  service: 'Flyme push',
  fontFamily:
    '"Flyme Sans", Roboto, Inter, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clockLines: 1,
  stroke: 3.2,
  homeClock: false,
  card: {
    layout: 'text',
    title: { size: 14.5, weight: 500 },
    body: { size: 13.5, weight: 400 },
    small: { size: 11, weight: 400 },
    textWidth: 360 - 2 * 14 - 2 * 15,
    lines: { list: 2, banner: 1 },
  },
  wallpaper: {
    sky: ['#dfe7ea', '#b9cbd1', '#8aa7b1', '#5b7d8c'],
    waves: [
      ['M0 560 120 430 210 530 290 450 360 540V790H0Z', '#7797a3', 0.55],
      ['M0 660 90 570 190 680 280 590 360 660V790H0Z', '#4d6c79', 0.7],
    ],
  },
});

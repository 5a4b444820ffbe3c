import './originos.css';
import { androidSkin } from '../android/android-skin.tsx';

/** FuntouchOS and OriginOS: tall clock, wide cards under a row with a small icon, a number on the icon. */
export const originosSkin = androidSkin({
  id: 'originos',
  service: 'vivo push',
  fontFamily:
    '"vivo Sans", vivoSans, Roboto, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clockLines: 1,
  stroke: 4.6,
  homeClock: true,
  card: {
    layout: 'head',
    title: { size: 15, weight: 600 },
    body: { size: 13.5, weight: 400 },
    small: { size: 11, weight: 400 },
    textWidth: 360 - 2 * 8 - 2 * 16,
    lines: { list: 2, banner: 1 },
  },
  wallpaper: {
    sky: ['#10162e', '#2b3f86', '#5f7fd0', '#a9c6ee'],
    waves: [
      ['M180 250a210 210 0 1 1-.1 0Z', '#8ea9ea', 0.35],
      ['M180 320a150 150 0 1 1-.1 0Z', '#c9d9f7', 0.35],
      ['M-20 660C100 590 230 620 380 560V800H-20Z', '#1a2654', 0.85],
    ],
  },
});

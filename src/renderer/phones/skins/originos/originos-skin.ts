import './originos.css';
import { androidSkin } from '../android/android-skin.tsx';

/** FuntouchOS and OriginOS: tall clock, wide cards under a row with a small icon, a number on the icon. */
export const originosSkin = androidSkin({
  id: 'originos',
  fontFamily:
    '"vivo Sans", vivoSans, Roboto, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clock: { lines: 1, align: 'center', stroke: 6.4, breadth: 0.62 },
  lock: { clock: 72, digits: 112, list: 240 },
  home: { top: 'widget', digits: 76, grid: 214, search: false },
  shade: { head: 'rounds', clear: 'trash' },
  card: {
    layout: 'head',
    title: { size: 15, weight: 600, line: 20 },
    body: { size: 13.5, weight: 400, line: 18.5 },
    small: { size: 11, weight: 400, line: 16 },
    margin: 7,
    padX: 17,
    padY: 11,
    icon: 15,
    gap: 8,
    radius: 22,
  },
  group: 'stack',
  silent: 'titled',
  lockFoot: 'fingerprint',
  tellsOff: false,
  tile: '24%',
  wallpaper: {
    sky: ['#10162e', '#2b3f86', '#5f7fd0', '#a9c6ee'],
    waves: [
      ['M180 250a210 210 0 1 1-.1 0Z', '#8ea9ea', 0.35],
      ['M180 320a150 150 0 1 1-.1 0Z', '#c9d9f7', 0.35],
      ['M-20 660C100 590 230 620 380 560V800H-20Z', '#1a2654', 0.85],
    ],
  },
});

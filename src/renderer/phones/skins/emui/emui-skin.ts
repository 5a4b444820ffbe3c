import './emui.css';
import { androidSkin } from '../android/android-skin.tsx';

/** EMUI and HarmonyOS: centred clock, cards with the icon above the title, a number that the sender sets, blue accents. */
export const emuiSkin = androidSkin({
  id: 'emui',
  service: 'Push Kit',
  fontFamily:
    '"HarmonyOS Sans SC", "HarmonyOS Sans", Roboto, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clockLines: 1,
  stroke: 5.4,
  homeClock: true,
  card: {
    layout: 'head',
    title: { size: 15, weight: 500 },
    body: { size: 13.5, weight: 400 },
    small: { size: 11.5, weight: 400 },
    textWidth: 360 - 2 * 12 - 2 * 15,
    lines: { list: 2, banner: 1 },
  },
  wallpaper: {
    sky: ['#0d2b66', '#2f69c4', '#7fb2ea', '#d9e8f7'],
    waves: [
      ['M-20 620C70 480 190 470 250 560S340 690 380 640V800H-20Z', '#3f7fd6', 0.55],
      ['M-20 700C90 590 190 620 260 680S350 740 380 700V800H-20Z', '#1b4fa6', 0.7],
    ],
  },
});

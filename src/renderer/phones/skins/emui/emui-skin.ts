import './emui.css';
import { androidSkin } from '../android/android-skin.tsx';

/** EMUI and HarmonyOS: centred clock, cards with the icon above the title, an app's notifications in one sheet, blue accents. */
export const emuiSkin = androidSkin({
  id: 'emui',
  fontFamily:
    '"HarmonyOS Sans SC", "HarmonyOS Sans", Roboto, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clock: { lines: 1, align: 'center', stroke: 5.4 },
  lock: { clock: 92, digits: 60, list: 206 },
  home: { top: 'clock', digits: 46, grid: 190, search: false },
  shade: { head: 'title', clear: 'trash' },
  card: {
    layout: 'head',
    title: { size: 15, weight: 500, line: 20.5 },
    body: { size: 13.5, weight: 400, line: 18.5 },
    small: { size: 11.5, weight: 400, line: 18 },
    margin: 12,
    padX: 16,
    padY: 12,
    icon: 18,
    gap: 8,
    radius: 18,
  },
  group: 'lines',
  silent: 'titled',
  lockFoot: 'nothing',
  tellsOff: false,
  tile: '26%',
  wallpaper: {
    sky: ['#0d2b66', '#2f69c4', '#7fb2ea', '#d9e8f7'],
    waves: [
      ['M-20 620C70 480 190 470 250 560S340 690 380 640V800H-20Z', '#3f7fd6', 0.55],
      ['M-20 700C90 590 190 620 260 680S350 740 380 700V800H-20Z', '#1b4fa6', 0.7],
    ],
  },
});

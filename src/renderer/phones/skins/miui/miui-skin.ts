import './miui.css';
import { androidSkin } from '../android/android-skin.tsx';

/** MIUI and HyperOS: big light clock at the upper left, white rounded cards with a large icon at the right, a number, the unimportant folded. */
export const miuiSkin = androidSkin({
  id: 'miui',
  fontFamily:
    'MiSans, "MiSans VF", Roboto, "HarmonyOS Sans SC", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clock: { lines: 1, align: 'start', stroke: 6.2 },
  lock: { clock: 78, digits: 78, list: 210 },
  home: { top: 'clock', digits: 60, grid: 204, search: false },
  shade: { head: 'clock', clear: 'cross' },
  card: {
    layout: 'side-end',
    title: { size: 14.5, weight: 600, line: 20 },
    body: { size: 13.5, weight: 400, line: 18.5 },
    small: { size: 11.5, weight: 400, line: 16 },
    margin: 12,
    padX: 15,
    padY: 14,
    icon: 44,
    gap: 12,
    radius: 21,
  },
  group: 'stack',
  silent: 'folded',
  lockFoot: 'corners',
  tellsOff: false,
  tile: '28%',
  wallpaper: {
    sky: ['#1f5c7c', '#3f8496', '#a48e7f', '#cf8d63'],
    waves: [
      ['M286 458a36 36 0 1 1-.1 0Z', '#fff3dd', 0.8],
      ['M0 520C60 470 110 455 160 480S290 560 360 500V790H0Z', '#c98f74', 0.65],
      ['M0 600C90 520 170 540 230 590S330 640 360 620V790H0Z', '#b56a4b', 0.9],
      ['M0 710C70 640 150 630 220 670S320 730 360 690V790H0Z', '#3f2b3b', 0.95],
    ],
  },
});

import './aosp.css';
import { androidSkin } from '../android/android-skin.tsx';

/** AOSP as on a Pixel: clock in two lines at the left, pill-shaped cards, the app's name over the title, a dot on the icon. */
export const aospSkin = androidSkin({
  id: 'aosp',
  service: 'FCM',
  fontFamily:
    'Roboto, "Google Sans", "Segoe UI", Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clockLines: 2,
  stroke: 9,
  homeClock: false,
  card: {
    layout: 'head',
    title: { size: 14.5, weight: 600 },
    body: { size: 14, weight: 400 },
    small: { size: 12, weight: 400 },
    textWidth: 360 - 2 * 10 - 2 * 18,
    lines: { list: 2, banner: 1 },
  },
  wallpaper: {
    sky: ['#1d3a33', '#2f6654', '#8fb996', '#dfe3c4'],
    waves: [
      ['M0 470C80 400 180 430 230 500S320 560 360 520V790H0Z', '#4e8a6c', 0.6],
      ['M0 590C110 520 190 560 250 620S330 680 360 650V790H0Z', '#2b5d4b', 0.75],
      ['M0 700C90 640 180 650 240 700S330 750 360 720V790H0Z', '#173a30', 0.9],
    ],
  },
});

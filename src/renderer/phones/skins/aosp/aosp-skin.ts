import './aosp.css';
import { androidSkin } from '../android/android-skin.tsx';

/** AOSP as on a Pixel: clock in two lines at the left, pill-shaped cards, the app's name over the title, a dot on the icon. */
export const aospSkin = androidSkin({
  id: 'aosp',
  fontFamily:
    'Roboto, "Google Sans", "Segoe UI", Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clock: { lines: 2, align: 'start', stroke: 9 },
  lock: { clock: 78, digits: 64, list: 272 },
  home: { top: 'glance', digits: 0, grid: 122, search: true },
  shade: { head: 'tiles', clear: 'word' },
  card: {
    layout: 'column',
    title: { size: 14.5, weight: 500, line: 20 },
    body: { size: 14, weight: 400, line: 19.5 },
    small: { size: 12, weight: 400, line: 17 },
    margin: 10,
    padX: 16,
    padY: 13,
    icon: 26,
    gap: 14,
    radius: 26,
  },
  group: 'lines',
  silent: 'titled',
  lockFoot: 'fingerprint',
  tellsOff: false,
  tile: '50%',
  wallpaper: {
    sky: ['#1d3a33', '#2f6654', '#8fb996', '#dfe3c4'],
    waves: [
      ['M0 470C80 400 180 430 230 500S320 560 360 520V790H0Z', '#4e8a6c', 0.6],
      ['M0 590C110 520 190 560 250 620S330 680 360 650V790H0Z', '#2b5d4b', 0.75],
      ['M0 700C90 640 180 650 240 700S330 750 360 720V790H0Z', '#173a30', 0.9],
    ],
  },
});

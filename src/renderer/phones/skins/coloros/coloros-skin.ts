import './coloros.css';
import { androidSkin } from '../android/android-skin.tsx';

/** ColorOS: bold centred clock, compact cards with the icon beside the text, dot or number by what the app may. */
export const colorosSkin = androidSkin({
  id: 'coloros',
  service: 'OPPO PUSH',
  fontFamily:
    '"OPPO Sans", "OPlusSans 3.0", Roboto, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clockLines: 1,
  stroke: 12,
  homeClock: true,
  card: {
    layout: 'side',
    title: { size: 14, weight: 600 },
    body: { size: 13, weight: 400 },
    small: { size: 11, weight: 400 },
    textWidth: 360 - 2 * 12 - 2 * 13 - 36 - 11,
    lines: { list: 2, banner: 1 },
  },
  wallpaper: {
    sky: ['#ffe0b8', '#f7a072', '#d65f76', '#5a3f7c'],
    waves: [
      ['M-30 360C80 300 150 420 240 400S360 300 400 340V800H-30Z', '#e9857a', 0.45],
      ['M-30 540C60 470 170 580 260 560S370 470 400 500V800H-30Z', '#a8527f', 0.6],
      ['M-30 680C70 620 170 710 260 690S370 620 400 650V800H-30Z', '#472f6b', 0.8],
    ],
  },
});

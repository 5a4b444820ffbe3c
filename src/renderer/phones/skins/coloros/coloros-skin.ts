import './coloros.css';
import { androidSkin } from '../android/android-skin.tsx';

/** ColorOS: bold centred clock, compact cards with the icon beside the text, dot or number by what the app may; it says when an app may not notify. */
export const colorosSkin = androidSkin({
  id: 'coloros',
  fontFamily:
    '"OPPO Sans", "OPlusSans 3.0", Roboto, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  clock: { lines: 1, align: 'center', stroke: 13 },
  lock: { clock: 84, digits: 66, list: 202 },
  home: { top: 'clock', digits: 42, grid: 182, search: false },
  shade: { head: 'clock', clear: 'trash' },
  card: {
    layout: 'side',
    title: { size: 14, weight: 600, line: 19 },
    body: { size: 13, weight: 400, line: 17.5 },
    small: { size: 11, weight: 400, line: 16 },
    margin: 12,
    padX: 13,
    padY: 11,
    icon: 36,
    gap: 11,
    radius: 16,
  },
  group: 'stack',
  silent: 'titled',
  lockFoot: 'corners',
  tellsOff: true,
  tile: '32%',
  wallpaper: {
    sky: ['#e39a63', '#e07a5f', '#c4506f', '#5a3f7c'],
    waves: [
      ['M-30 360C80 300 150 420 240 400S360 300 400 340V800H-30Z', '#e9857a', 0.45],
      ['M-30 540C60 470 170 580 260 560S370 470 400 500V800H-30Z', '#a8527f', 0.6],
      ['M-30 680C70 620 170 710 260 690S370 620 400 650V800H-30Z', '#472f6b', 0.8],
    ],
  },
});

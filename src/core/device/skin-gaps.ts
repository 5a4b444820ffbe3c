import type { Gap } from '../channels/types.ts';
import type { LocalText } from '../trace/types.ts';

/** What is known to differ between a drawn phone and a real one, or cannot be known. */
export interface SkinGaps {
  readonly system: LocalText;
  readonly gaps: readonly Gap[];
}

const gap = (kind: Gap['kind'], en: string, zh: string): Gap => ({ kind, text: { en, zh } });

/** For every system first, then for each look. */
export const skinGaps: readonly SkinGaps[] = [
  {
    system: { en: 'All systems', zh: '所有系统' },
    gaps: [
      gap(
        'unknown',
        'Sizes, margins and line heights: no maker publishes them. They are estimates, one set a system, whatever its version and the user’s font size.',
        '字号、边距与行高：厂商均未公开，此处为估计值；每个系统一套，不随版本和用户的字体大小变化。',
      ),
      gap(
        'simplified',
        'Text is measured in the fonts of the machine that shows the page; where the maker’s own font is not installed, a line may end a few characters earlier or later than on the phone.',
        '文字按显示页面的电脑上的字体测量；未安装厂商字体时，断行位置可能与真机相差几个字符。',
      ),
      gap(
        'simplified',
        'Colours, wallpapers and icons are our own drawings; the phone follows the theme of the page, light or dark.',
        '配色、壁纸与图标均为自绘；手机的深浅色跟随页面主题。',
      ),
      gap(
        'simplified',
        'A lock screen lists the whole shade; real ones leave out what its user has seen since, each by its own rule.',
        '锁屏列出通知栏中的全部通知；真机会按各自规则略去用户已看过的。',
      ),
    ],
  },
  {
    system: { en: 'iOS', zh: 'iOS' },
    gaps: [
      gap(
        'unknown',
        'Lines of text: two in a banner, four in a list. That is a guideline of others for previews, Apple states none.',
        '行数：横幅两行、列表四行。这是第三方的预览经验值，Apple 未说明。',
      ),
      gap(
        'unknown',
        'How the icon writes numbers above 9999: it is drawn in full.',
        '角标超过 9999 时的写法：此处完整写出。',
      ),
      gap(
        'simplified',
        'Notifications are always grouped automatically; the user’s choices “by app” and “off” are not there. The summary has no time of day.',
        '通知始终自动分组，没有“按应用”和“关闭”两个选项；定时推送摘要没有时刻。',
      ),
    ],
  },
  {
    system: { en: 'Android (Pixel)', zh: 'Android（Pixel）' },
    gaps: [
      gap(
        'unknown',
        'From how many notifications on an app is grouped: two from Android 13 on, four before. Documentation and sources disagree, and a build may set its own number.',
        '自动分组的条数：Android 13 起两条，之前四条。文档与源码不一致，各版本也可自行设定。',
      ),
      gap(
        'simplified',
        'A group that the sender names is drawn as one without the app posting a summary; the parts of Android 16 for people, news and promotions are not there.',
        '发送方指定的分组无需应用发布摘要即成组；没有 Android 16 的人物、新闻、促销等分区。',
      ),
    ],
  },
  {
    system: { en: 'MIUI, HyperOS', zh: 'MIUI、HyperOS' },
    gaps: [
      gap(
        'unknown',
        'Grouping by app (built: from four on), what is filed under unimportant (built: what arrives quietly), and the cap of the number (built: 99, then 99+).',
        '按应用分组的条数（此处四条起）、何者归入“不重要通知”（此处为静默到达的）、角标上限（此处 99，其后 99+）。',
      ),
    ],
  },
  {
    system: { en: 'EMUI, HarmonyOS', zh: 'EMUI、HarmonyOS' },
    gaps: [
      gap(
        'unknown',
        'Grouping by app (built: from four on). EMUI and HarmonyOS, and Honor’s systems, share one look here.',
        '按应用分组的条数（此处四条起）。EMUI、HarmonyOS 与荣耀的系统在此共用一套外观。',
      ),
    ],
  },
  {
    system: { en: 'ColorOS', zh: 'ColorOS' },
    gaps: [
      gap(
        'unknown',
        'Grouping by app (built: from four on), which apps may have a number instead of the dot, and how the system shows that a new app may not notify.',
        '按应用分组的条数（此处四条起）、哪些应用可以显示数字而非红点、系统如何提示新应用的通知未开启。',
      ),
      gap('simplified', 'realme UI and OxygenOS have the same look.', 'realme UI 与 OxygenOS 使用同一外观。'),
    ],
  },
  {
    system: { en: 'FuntouchOS, OriginOS', zh: 'FuntouchOS、OriginOS' },
    gaps: [
      gap(
        'unknown',
        'Grouping by app (built: from four on), and on which models the icon has a number at all.',
        '按应用分组的条数（此处四条起）；哪些机型的图标会显示数字。',
      ),
    ],
  },
  {
    system: { en: 'Flyme', zh: 'Flyme' },
    gaps: [
      gap(
        'unknown',
        'Grouping by app (built: from four on), and the dot on the icon, which only its users report.',
        '按应用分组的条数（此处四条起）；图标上的红点仅见于用户描述。',
      ),
    ],
  },
];

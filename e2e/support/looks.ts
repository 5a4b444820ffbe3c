import type { Locator } from '@playwright/test';

/** What is wrong with the drawing on a phone's glass, each in a line. Runs in the page. */
function faultsOf(glass: Element): string[] {
  const faults: string[] = [];
  const say = (what: string, element: Element) =>
    faults.push(`${what}: ${element.className} "${(element.textContent ?? '').slice(0, 40)}"`);
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  /** The colour over another, each channel 0 to 1. */
  function over(colour: string, ground: string): number[] {
    if (context === null) return [0, 0, 0];
    for (const fill of [ground, colour]) {
      context.fillStyle = fill;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255);
  }
  const luminance = (channels: readonly number[]) => {
    const [red = 0, green = 0, blue = 0] = channels.map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (text: string, card: string, ground: string) => {
    const [one = 0, other = 0] = [luminance(over(text, card)), luminance(over(card, ground))].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };

  for (const text of glass.querySelectorAll('.ph-cut')) {
    // Cut by measuring: a line that the browser breaks or clips was measured wrongly.
    if (text.scrollWidth > text.clientWidth + 1) say('too wide', text);
    if (text.scrollHeight > text.clientHeight + 1) say('too many lines', text);
  }
  for (const box of glass.querySelectorAll('.ph-list, .ph-shade, .ph-card, [class$="-lock-list"]')) {
    if (box.scrollWidth > box.clientWidth + 1) say('overflows sideways', box);
  }
  for (const text of glass.querySelectorAll('.ph-card :is(.ph-cut, .an-card-small, .ios-card-age, .ios-card-more)')) {
    const card = text.closest('.ph-card');
    if (card === null) continue;
    const { backgroundColor } = getComputedStyle(card);
    const { color } = getComputedStyle(text);
    // What shines through a translucent card is somewhere between these greys, as the wallpapers are.
    const worst = Math.min(...['#404040', '#b0b0b0'].map((ground) => contrast(color, backgroundColor, ground)));
    if (worst < 4.5) say(`contrast ${worst.toFixed(2)}`, text);
  }
  return faults;
}

/** Text that does not fit its box, overflow and faint text on this phone's glass. */
export const faultsOnGlass = (glass: Locator): Promise<string[]> => glass.evaluate(faultsOf);

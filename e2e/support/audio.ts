import type { Page } from '@playwright/test';

interface Heard {
  /** State of the page's audio contexts. */
  readonly contexts: readonly string[];
  /** Length in seconds of every buffer that was started. */
  readonly started: readonly number[];
}

/** Notes what the page plays, from its first script on. The page plays all the same. */
export async function listen(page: Page): Promise<() => Promise<Heard>> {
  await page.addInitScript(() => {
    const contexts: AudioContext[] = [];
    const started: number[] = [];
    const Original = window.AudioContext;
    window.AudioContext = class extends Original {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when) {
      started.push(this.buffer?.duration ?? 0);
      start.apply(this, when);
    };
    Object.assign(window, { heardByTest: () => ({ contexts: contexts.map(({ state }) => state), started }) });
  });
  return () => page.evaluate(() => (Reflect.get(window, 'heardByTest') as () => Heard)());
}

/** Makes the page wait for a real key or click: the test runner's own looks at the page count as gestures in Chromium. */
export async function forgetGestures(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const activation = { hasBeenActive: false, isActive: false };
    for (const type of ['pointerdown', 'keydown']) {
      window.addEventListener(type, (event) => Object.assign(activation, { hasBeenActive: event.isTrusted }), true);
    }
    Object.defineProperty(navigator, 'userActivation', { value: activation });
  });
}

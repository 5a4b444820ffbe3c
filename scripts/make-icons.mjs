// Draws the PNG icons from resources/icons/pushpit.svg with Chromium: `node scripts/make-icons.mjs`, after changing the drawing.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './lib/chromium.mjs';
import { root } from './lib/paths.mjs';

const sizes = [32, 64, 128, 256, 512];
const folder = join(root, 'resources', 'icons');
const drawing = join(folder, 'pushpit.svg');

const executablePath = findChromium();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
const page = await browser.newPage();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${readFileSync(drawing, 'utf8')}`,
  );
  writeFileSync(join(folder, `pushpit-${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
// The page's own icon is the same drawing.
copyFileSync(drawing, join(root, 'src', 'renderer', 'public', 'icon.svg'));

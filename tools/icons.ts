/** `npm run icons`: draws the icons of all sizes in public/icon/ from assets/icon.svg, in an installed Chromium. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { launch } from './launch.ts';

const SIZES = [16, 32, 48, 96, 128];

const svg = await readFile(new URL('../assets/icon.svg', import.meta.url), 'utf8');
const driven = await launch('chrome', { extension: null });
const page = await driven.browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0">${svg.replace('<svg', `<svg width="${size}" height="${size}" style="display:block"`)}`,
  );
  const drawn = await page.screenshot({ omitBackground: true });
  // Two colours and the steps between them, which sixteen are enough for: a quarter of the bytes, and nothing to be seen of it.
  await sharp(drawn)
    .png({ palette: true, colours: 16, effort: 10, compressionLevel: 9 })
    .toFile(fileURLToPath(new URL(`../public/icon/${size}.png`, import.meta.url)));
}
await driven.close();

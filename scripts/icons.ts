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
  // They have fewer colours than a palette has places: the same picture in half the bytes.
  await sharp(drawn)
    .png({ palette: true, effort: 10, compressionLevel: 9 })
    .toFile(fileURLToPath(new URL(`../public/icon/${size}.png`, import.meta.url)));
}
await driven.close();

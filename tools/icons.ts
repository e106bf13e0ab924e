/** `npm run icons`: renders assets/icon.svg in all sizes to public/icon/, with an installed Chromium. */
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
  // Two colours and their blends fit into a palette of sixteen: a quarter of the bytes, without a visible difference.
  await sharp(drawn)
    .png({ palette: true, colours: 16, effort: 10, compressionLevel: 9 })
    .toFile(fileURLToPath(new URL(`../public/icon/${size}.png`, import.meta.url)));
}
await driven.close();

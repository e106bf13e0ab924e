/**
 * `npm run store`: builds the extension and takes the pictures for the stores into store/, on the replica of the guide's sites:
 * screenshots of 1280 by 800 pixels, the tile of 440 by 280 and the marquee of 1400 by 560. They have the machine's fonts.
 */
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GUIDE_FILE, readGuide } from '../../build/guide-plugin.ts';
import { startSchedSite } from '../../tests/sched-site/index.ts';
import { builtExtension, launch } from '../launch.ts';
import { type Caption, drawMarquee, drawShot, drawTile } from './draw.ts';
import { PICTURES, type Picture, takeShots } from './shots.ts';

const STORE = fileURLToPath(new URL('../../store', import.meta.url));

const wxt = fileURLToPath(new URL('../../node_modules/wxt/bin/wxt.mjs', import.meta.url));
execFileSync(process.execPath, [wxt, 'build'], { stdio: 'inherit', env: { ...process.env, CSG_GUIDE: '' } });

const guide = readGuide(GUIDE_FILE);
const captions = JSON.parse(await readFile(join(STORE, 'captions.json'), 'utf8')) as Record<
  Picture | 'marquee' | 'tile',
  Caption
>;
const site = await startSchedSite({ guide });
const driven = await launch('chrome', { site, confined: true, extension: builtExtension('chrome', guide) });
try {
  const shots = await takeShots(driven, guide);
  const page = await driven.browser.newPage();
  const names = Object.keys(PICTURES) as Picture[];
  for (const [index, name] of names.entries()) {
    await save(`${index + 1}-${name}.png`, await drawShot(page, captions[name], shots[name], PICTURES[name]));
  }
  await save('marquee.png', await drawMarquee(page, captions.marquee, shots.list));
  await save('tile.png', await drawTile(page, captions.tile));
} finally {
  await driven.close();
  await site.close();
}

async function save(file: string, png: Buffer): Promise<void> {
  await writeFile(join(STORE, file), png);
  console.log(`store/${file}  ${png.length} bytes`);
}

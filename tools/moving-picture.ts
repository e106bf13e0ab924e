/** The animation at the top of the README: some of the demo's screenshots in sequence. */
import { join } from 'node:path';
import sharp from 'sharp';

const SIZE = { width: 960, height: 640 };
const BACKGROUND = '#e8eaf0';
/** Milliseconds per picture. */
const DELAY = 2500;

/**
 * Writes an animated WebP from pictures in a folder.
 * @param names the pictures without `.png`, in order
 * @returns the path of the file
 */
export async function writeMovingPicture(folder: string, names: readonly string[]): Promise<string> {
  const frames = await Promise.all(
    names.map((name) =>
      sharp(join(folder, `${name}.png`))
        .resize({ ...SIZE, fit: 'contain', background: BACKGROUND })
        .toBuffer(),
    ),
  );
  const path = join(folder, 'tour.webp');
  await sharp(frames, { join: { animated: true } })
    .webp({ delay: names.map(() => DELAY), loop: 0, quality: 80 })
    .toFile(path);
  return path;
}

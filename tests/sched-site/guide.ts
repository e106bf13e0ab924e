/** The replica's default guide. */
import { readFileSync } from 'node:fs';
import { GUIDE_FILE } from '../../build/guide-plugin.ts';
import { type GuideFile, GuideSchema } from '../../data/schema.ts';

let kept: GuideFile | undefined;

/** The released guide, read from its file. */
export function defaultGuide(): GuideFile {
  const file = new URL(`../../${GUIDE_FILE}`, import.meta.url);
  kept ??= GuideSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return kept;
}

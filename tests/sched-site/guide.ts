/** The guide that the replica follows when a caller names none. */
import { readFileSync } from 'node:fs';
import { type GuideFile, GuideSchema } from '../../data/schema.ts';

let kept: GuideFile | undefined;

/** The guide of KubeCon + CloudNativeCon North America 2025, read from its file. */
export function defaultGuide(): GuideFile {
  const file = new URL('../../data/guides/kubecon-na-2025.json', import.meta.url);
  kept ??= GuideSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return kept;
}

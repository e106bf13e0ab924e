import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/browsers.ts';
import { GUIDE_FILE, outputOf, readGuide } from '../../scripts/guide-plugin.ts';

const folder = outputOf(readGuide(GUIDE_FILE));

test.each(BROWSERS)('The package for %s is within its limit of 150 kB.', (name) => {
  const [file, ...others] = globSync(`*-${name}.zip`, { cwd: folder });
  expect(others).toEqual([]);
  expect(statSync(join(folder, file ?? 'run npm run zip first')).size).toBeLessThanOrEqual(150 * 1024);
});

/** Proves that a guide is one file: builds another one without further changes, and tests it in Chrome; a release, in both browsers. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe } from 'vitest';
import { readGuide } from '../../build/guide-plugin.ts';
import { BROWSERS } from '../../tools/browsers.ts';
import { output } from '../built/output.ts';
import { highlight } from './highlight.ts';
import { network } from './network.ts';
import { popupFeatures } from './popup.ts';
import { startWorld } from './world.ts';

/**
 * Tests the builds, marks and agenda of a guide. To run all suites in both browsers instead: `npm run build && npm run
 * test:built` with CSG_GUIDE set.
 * @param file path relative to the project's folder
 */
export function secondGuide(file: string): void {
  describe.skipIf(process.env.CSG_GUIDE)(file, () => {
    const guide = readGuide(file);
    const built = process.env.CSG_BOTH ? BROWSERS : (['chrome'] as const);
    beforeAll(() => {
      for (const name of built) build(name, file);
    });
    describe.each(built)('the build for %s', (name) => output(name, guide));

    const world = startWorld('chrome', guide);
    highlight(world, ['list/simple']);
    popupFeatures(world);
    network(world);
  });
}

/** Builds as `npm run build` does, without the tests' environment. */
function build(name: string, file: string): void {
  const wxt = fileURLToPath(new URL('../../node_modules/wxt/bin/wxt.mjs', import.meta.url));
  const { VITEST, ...env } = process.env;
  execFileSync(process.execPath, [wxt, 'build', '-b', name], {
    env: { ...env, NODE_ENV: 'production', CSG_GUIDE: file },
    stdio: 'pipe',
  });
}

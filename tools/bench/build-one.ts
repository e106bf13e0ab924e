/**
 * Builds the extension for Chrome into .output/bench/NAME: `node tools/bench/build-one.ts NAME [PART…]`, without the parts
 * that are named. In a separate process, because
 * the environment says which guide a build contains (see CSG_GUIDE in guide-plugin.ts), and never into the folders of
 * `npm run build`.
 */
import { build } from 'wxt';
import { OUTPUT, PROJECT } from './folders.ts';
import { isPart, leaveOut } from './leave-out.ts';

const [name, ...parts] = process.argv.slice(2);
if (!name) throw new Error('name the folder of .output/bench to build into');
await build({
  root: PROJECT,
  browser: 'chrome',
  outDir: OUTPUT,
  outDirTemplate: name,
  vite: () => ({ plugins: [leaveOut(parts.filter(isPart))] }),
});

/**
 * `npm start`: builds the extension and opens it in a browser, on the replica of the guide's Sched sites or, with `--live`, on
 * the real ones. Without a display, it runs the demo instead.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readGuide } from '../build/guide-plugin.ts';
import type { GuideFile } from '../data/schema.ts';
import { startSchedSite } from '../tests/sched-site/index.ts';
import { BROWSERS, type BrowserName, hasDisplay } from './browsers.ts';
import { demo } from './demo.ts';
import { type Launched, launch } from './launch.ts';
import { writeMovingPicture } from './moving-picture.ts';

const USAGE = `npm start -- [--browser=chrome|firefox] [--live] [--headless] [--to=FOLDER]
  --browser   the browser (default: chrome, an installed Chromium or Chrome)
  --live      uses the real Sched sites instead of the replica
  --headless  opens no window: lists the highlighted sessions and takes screenshots; the default without a display
  --to        the folder for screenshots (.output/demo)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', default: 'chrome' },
      live: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: !hasDisplay() },
      to: { type: 'string', default: '.output/demo' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const name = BROWSERS.find((one) => one === values.browser);
  if (!name) throw new Error(`there is no browser “${values.browser}”: write ${BROWSERS.join(' or ')}`);

  build(name);
  const guide = readGuide();
  const site = values.live ? undefined : await startSchedSite({ guide });
  const driven = await launch(name, {
    welcome: !values.headless,
    headless: values.headless,
    confined: values.headless,
    ...(site && { site }),
  });
  try {
    if (values.headless) await runDemo(driven, guide, values.to);
    else await showWindow(driven, guide);
  } finally {
    await driven.close();
    await site?.close();
  }
}

function build(name: BrowserName): void {
  const wxt = fileURLToPath(new URL('../node_modules/wxt/bin/wxt.mjs', import.meta.url));
  execFileSync(process.execPath, [wxt, 'build', '-b', name], { stdio: 'inherit' });
}

async function runDemo(driven: Launched, guide: GuideFile, folder: string): Promise<void> {
  console.log(`\n${driven.version}, no window:`);
  const { found, pictures } = await demo(driven, guide, folder);
  pictures.push(
    await writeMovingPicture(folder, [`list-${guide.sites[0]?.id}`, 'card', 'popup', 'popup-open', 'event']),
  );
  let missing = guide.sessions.length;
  for (const [host, ids] of found) {
    console.log(`\n${host}: ${ids.length} sessions highlighted`);
    for (const id of ids) console.log(`  ${id}  ${guide.sessions.find((session) => session.id === id)?.title}`);
    missing -= ids.length;
  }
  console.log(`\nScreenshots:\n${pictures.map((path) => `  ${path}`).join('\n')}`);
  if (missing !== 0) throw new Error(`${missing} of the guide’s ${guide.sessions.length} sessions were not found`);
  console.log(`\nAll ${guide.sessions.length} sessions of the guide were found.`);
}

/** Opens the sites, and waits until the browser is closed or the script is stopped. */
async function showWindow(driven: Launched, guide: GuideFile): Promise<void> {
  for (const { host } of guide.sites) await driven.open(`https://${host}/list/simple`);
  console.log('\nThe extension runs in the new window. Its toolbar button opens the agenda.');
  console.log('Close the browser, or press Ctrl+C here, to stop.');
  await new Promise<void>((resolve) => {
    driven.browser.once('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});

/** How long a popup takes until something of it is on the screen, and until its sessions are. */
import { setTimeout } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import type { Random } from '../../tests/sched-site/random.ts';
import type { Bench } from './browser.ts';
import { shuffled } from './statistics.ts';

export interface Opened {
  variant: string;
  page: string;
  /** Whether it comes to show sessions. */
  lists: boolean;
}

/** Milliseconds since the start of the navigation. */
interface Opening {
  /** To the presentation of the first frame with anything in it. */
  first: number;
  /** To the end of the work on the first frame with a session in it; undefined where there are none. */
  listed: number | undefined;
}

/** Milliseconds after which nothing will be painted any more. */
const PATIENCE = 20_000;
/** Milliseconds that a popup is left open after its first paint. */
const SETTLED = 400;

/**
 * Opens each page once a round, in another order each time: what changes while it runs meets all alike, and the samples of a
 * round are pairs. Resolves with what was measured by variant, a value for each round.
 * @param warmUps rounds that are not counted: the first ones read from the disk and start what is started once
 */
export async function firstPaints(
  bench: Bench,
  pages: readonly Opened[],
  { rounds, warmUps, chance }: { rounds: number; warmUps: number; chance: Random },
): Promise<Map<string, Opening[]>> {
  const samples = new Map(pages.map(({ variant }) => [variant, [] as Opening[]]));
  for (let round = -warmUps; round < rounds; round++) {
    for (const opened of shuffled(pages, chance)) {
      const opening = await open(bench, opened);
      if (round >= 0) samples.get(opened.variant)?.push(opening);
    }
  }
  return samples;
}

/**
 * The first frame is the one of the page's own paint timing (https://w3c.github.io/paint-timing/), which Chromium rounds to
 * 4 ms: a tenth of what a blank popup takes. The driver's events have its two instants as they are.
 */
async function open(bench: Bench, { variant, page: file, lists }: Opened): Promise<Opening> {
  const page = await bench.tab();
  const client = await page.createCDPSession();
  await client.send('Page.enable');
  await client.send('Page.setLifecycleEventsEnabled', { enabled: true });
  await client.send('Performance.enable');
  // In the blank one too: what it costs to look is then the same.
  await page.evaluateOnNewDocument(watchSessions);
  const painted = firstPaint(client);
  await page.goto(bench.address(variant, file), { waitUntil: 'load' });
  const presented = await painted;
  const { metrics } = await client.send('Performance.getMetrics');
  const started = metrics.find(({ name }) => name === 'NavigationStart')?.value;
  if (started === undefined) throw new Error('the browser does not tell when the navigation started');
  // What a popup does after its first paint would otherwise run into the next sample.
  await setTimeout(SETTLED);
  const listed = await page.evaluate(() => (globalThis as { csgListed?: number }).csgListed);
  if (lists && listed === undefined) throw new Error(`${variant} listed no session within ${SETTLED} ms`);
  await page.close();
  return { first: (presented - started) * 1000, listed };
}

/** Runs in the measured page: notes when the first frame with a session in it is done. */
function watchSessions(): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.row')?.checkVisibility()) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      // A frame's style, layout and painting follow on its callbacks, and the next task on these.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        Object.assign(globalThis, { csgListed: performance.now() });
        port1.close();
      };
      port2.postMessage('');
    });
  });
  watch.observe(document, { attributeFilter: ['hidden'], childList: true, subtree: true });
}

/** Resolves with the instant of the paint, in seconds on the browser's own clock. */
function firstPaint(client: CDPSession): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = globalThis.setTimeout(
      () => reject(new Error(`there was no first paint within ${PATIENCE} ms`)),
      PATIENCE,
    );
    client.on('Page.lifecycleEvent', ({ name, timestamp }) => {
      if (name !== 'firstPaint') return;
      clearTimeout(late);
      resolve(timestamp);
    });
  });
}

/** How long a popup takes until something of it is on the screen. */
import { setTimeout } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import type { Random } from '../../tests/sched-site/random.ts';
import type { Bench } from './browser.ts';
import { shuffled } from './statistics.ts';

export interface Opened {
  variant: string;
  page: string;
  /** What is waited for: something painted at all, or text. */
  paint: 'firstPaint' | 'firstContentfulPaint';
}

/** Milliseconds after which nothing will be painted any more. */
const PATIENCE = 20_000;
/** Milliseconds that a popup is left open after its first paint. */
const SETTLED = 300;

/**
 * Opens each page once a round, in another order each time: what changes while it runs meets all alike, and the samples of a
 * round are pairs. Resolves with milliseconds by variant, a value for each round.
 * @param warmUps rounds that are not counted: the first ones read from the disk and start what is started once
 */
export async function firstPaints(
  bench: Bench,
  pages: readonly Opened[],
  { rounds, warmUps, chance }: { rounds: number; warmUps: number; chance: Random },
): Promise<Map<string, number[]>> {
  const samples = new Map(pages.map(({ variant }) => [variant, [] as number[]]));
  for (let round = -warmUps; round < rounds; round++) {
    for (const opened of shuffled(pages, chance)) {
      const took = await firstPaint(bench, opened);
      if (round >= 0) samples.get(opened.variant)?.push(took);
    }
  }
  return samples;
}

/**
 * From the start of the navigation to the moment at which the frame was presented, in milliseconds. The same two instants as
 * in the page's own paint timing (https://w3c.github.io/paint-timing/), which Chromium rounds to 4 ms: a tenth of what a blank
 * popup takes. The driver is told them as they are.
 */
async function firstPaint(bench: Bench, { variant, page: file, paint }: Opened): Promise<number> {
  const page = await bench.tab();
  const client = await page.createCDPSession();
  await client.send('Page.enable');
  await client.send('Page.setLifecycleEventsEnabled', { enabled: true });
  await client.send('Performance.enable');
  const painted = paintIn(client, paint);
  await page.goto(bench.address(variant, file), { waitUntil: 'load' });
  const presented = await painted;
  const { metrics } = await client.send('Performance.getMetrics');
  const started = metrics.find(({ name }) => name === 'NavigationStart')?.value;
  if (started === undefined) throw new Error('the browser does not tell when the navigation started');
  // What a popup does after its first paint would otherwise run into the next sample.
  await setTimeout(SETTLED);
  await page.close();
  return (presented - started) * 1000;
}

/** Resolves with the instant of the paint, in seconds on the browser's own clock. */
function paintIn(client: CDPSession, paint: Opened['paint']): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = globalThis.setTimeout(
      () => reject(new Error(`there was no ${paint} within ${PATIENCE} ms`)),
      PATIENCE,
    );
    client.on('Page.lifecycleEvent', ({ name, timestamp }) => {
      if (name !== paint) return;
      clearTimeout(late);
      resolve(timestamp);
    });
  });
}

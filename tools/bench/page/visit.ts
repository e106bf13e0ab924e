/** One visit of a list: the cost of its load, and of the page's own changes afterwards. */
import { setTimeout } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { median } from '../statistics.ts';
import type { Tab } from './field.ts';
import { changes, clicks, layoutShift, more, rested, watchClicks } from './in-page.ts';

/** What a load costs the main thread. */
interface Load {
  /** CPU time of the main thread from the start of the navigation until the page rests, in milliseconds. */
  cpu: number;
  /** The part of it for layout and for styles. */
  layout: number;
  style: number;
}

/** What a page is like once it rests. */
interface Loaded extends Load {
  /** Sum of all layout shifts (https://web.dev/articles/cls), without the window in which only the worst count. */
  shift: number;
  /** Nodes of all documents of the process. */
  nodes: number;
  /** Megabytes of the script engine's heap after a collection, the page's own objects included. */
  heap: number;
}

/** What the changes of a loaded page cost. */
interface Visited extends Loaded {
  /** CPU time of 50 changes of the page, one in a frame, in milliseconds. */
  changes: number;
  /** CPU time of a tenth more sessions at once. */
  more: number;
  /** Milliseconds from a press of the mouse to the end of the frame with its answer, while the page changes in each frame. */
  click: number;
}

/** How many changes a page makes. */
const CHANGES = 50;
/** How often it is clicked; on the longest page one answer takes seconds, whatever is installed. */
const CLICKS = { usual: 6, long: 2 };

/**
 * @param settled milliseconds after the load event in which whatever waits for it begins
 * @param added markup of more sessions; without it the visit ends after the load
 */
export async function visit(tab: Tab, path: string, settled: number, added?: string): Promise<Loaded | Visited> {
  const { page, client } = tab;
  const load = await measureLoad(tab, path, settled);
  const shift = await page.evaluate(layoutShift);
  await client.send('HeapProfiler.collectGarbage');
  const { Nodes: nodes, JSHeapUsedSize } = await readMetrics(client);
  const loaded: Loaded = { ...load, shift, nodes, heap: JSHeapUsedSize / 2 ** 20 };
  if (added === undefined) {
    await page.close();
    return loaded;
  }

  const changed = await cost(tab, () => page.evaluate(changes, CHANGES));
  await page.evaluate((markup) => Object.assign(globalThis, { csgAdded: markup }), added);
  await page.evaluate(rested);
  const grown = await cost(tab, async () => {
    await page.evaluate(more);
    await settle(tab, settled);
  });

  await page.evaluate(watchClicks);
  for (let click = 0; click < (settled > 1000 ? CLICKS.long : CLICKS.usual); click++) {
    // Beside everything that answers a click.
    await page.mouse.click(3, 3);
    await setTimeout(40);
  }
  const answered = await page.evaluate(clicks);
  await page.close();
  return {
    ...loaded,
    changes: changed.cpu,
    more: grown.cpu,
    click: median(answered),
  };
}

/** What a load costs, until the page rests. */
export async function measureLoad(tab: Tab, path: string, settled: number): Promise<Load> {
  await tab.client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return cost(tab, async () => {
    await tab.open(path);
    await settle(tab, settled);
  });
}

async function settle({ page }: Tab, settled: number): Promise<void> {
  await setTimeout(settled);
  await page.evaluate(rested);
}

async function cost({ client }: Tab, work: () => Promise<unknown>): Promise<Load> {
  const before = await readMetrics(client);
  await work();
  const after = await readMetrics(client);
  return {
    cpu: (after.ThreadTime - before.ThreadTime) * 1000,
    layout: (after.LayoutDuration - before.LayoutDuration) * 1000,
    style: (after.RecalcStyleDuration - before.RecalcStyleDuration) * 1000,
  };
}

interface Metrics {
  /** Seconds of CPU time of the main thread since its start. */
  ThreadTime: number;
  LayoutDuration: number;
  RecalcStyleDuration: number;
  Nodes: number;
  /** Bytes. */
  JSHeapUsedSize: number;
}

/** The renderer's own counters, in the order of the wire. */
export async function readMetrics(client: CDPSession): Promise<Metrics> {
  const { metrics } = await client.send('Performance.getMetrics');
  const formatNumber = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  if (formatNumber.ThreadTime === undefined) throw new Error('the browser does not tell the CPU time of a thread');
  return formatNumber as unknown as Metrics;
}

/** Measures the memory of a page after garbage collection. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Launched } from '../launch.ts';

interface Measured {
  /** Bytes of the page's JavaScript heap; in Firefox, of the whole page. */
  heap: number;
  /** Live nodes, attached or detached; in Firefox, their bytes. */
  nodes: number;
}

/** Measures pages, the same ones each time. */
type Measure = (pages: readonly Page[]) => Promise<Measured[]>;

/** Returns the function that measures pages in this browser. */
export async function createMeasure(driven: Launched): Promise<Measure> {
  if (driven.name === 'chrome') return (pages) => Promise.all(pages.map(measureChrome));
  const reporter = await openReporter(driven);
  return (pages) => {
    const addresses = pages.map((page) => page.url().replaceAll('/', '\\'));
    return reporter.evaluate(reportedMemory, addresses);
  };
}

async function measureChrome(page: Page): Promise<Measured> {
  const client = await page.createCDPSession();
  // Nodes and the script objects that refer to them are collected alternately, and some only after a while.
  for (let turn = 0; turn < 4; turn += 1) {
    await client.send('HeapProfiler.collectGarbage');
    await pause(100);
  }
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  const { nodes } = await client.send('Memory.getDOMCounters');
  await client.detach();
  return { heap: usedSize, nodes };
}

/** Uses about:memory, whose scripts may access the memory manager, because Firefox's driver does not report heaps. */
async function openReporter(driven: Launched): Promise<Page> {
  const page = await driven.browser.newPage();
  await page.goto('about:memory', { waitUntil: [] });
  // Its content security policy prevents the driver from waiting for elements.
  for (let tries = 0; tries < 50; tries += 1) {
    if (await page.evaluate(() => 'Services' in globalThis).catch(() => false)) return page;
    await pause(200);
  }
  throw new Error('this Firefox does not show about:memory');
}

interface Manager {
  minimizeMemoryUsage(done: () => void): void;
  getReports(
    report: (process: string, path: string, kind: number, units: number, amount: number) => void,
    data: null,
    done: () => void,
    doneData: null,
    anonymize: boolean,
  ): void;
}

/** Runs in about:memory. */
async function reportedMemory(addresses: string[]): Promise<Measured[]> {
  const { Cc, Ci, Services } = globalThis as unknown as {
    Cc: Record<string, { getService(of: unknown): Manager }>;
    Ci: Record<string, unknown>;
    Services: { obs: { notifyObservers(subject: null, topic: string): void } };
  };
  const manager = Cc['@mozilla.org/memory-reporter-manager;1']?.getService(Ci.nsIMemoryReporterManager);
  if (!manager) throw new Error('this Firefox reports no memory');
  // Other processes collect garbage, too, but nothing reports when they are done.
  Services.obs.notifyObservers(null, 'child-mmu-request');
  await new Promise<void>((done) => manager.minimizeMemoryUsage(done));
  await new Promise((done) => setTimeout(done, 500));
  const sums = addresses.map(() => ({ heap: 0, nodes: 0 }));
  const add = (_: string, path: string, __: number, ___: number, amount: number) => {
    const sum = sums[addresses.findIndex((address) => path.includes(address))];
    if (!sum || !path.startsWith('explicit/window-objects/')) return;
    sum.heap += amount;
    if (path.includes('/dom/')) sum.nodes += amount;
  };
  await new Promise<void>((done) => manager.getReports(add, null, done, null, false));
  return sums;
}

/** Gathers the samples of a size: every variant once a round, in another order each time, so that the samples of a round are pairs. */
import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Target } from 'puppeteer-core';
import type { GuideFile, Site } from '../../../data/schema.ts';
import { programme } from '../../../tests/sched-site/index.ts';
import type { Random } from '../../../tests/sched-site/random.ts';
import { simpleSession } from '../../../tests/sched-site/session-markup.ts';
import { visitOf } from '../../../tests/sched-site/visit.ts';
import { shuffled } from '../statistics.ts';
import type { Field, Tab } from './field.ts';
import { redraw, rested } from './in-page.ts';
import { ownScript } from './own-script.ts';
import type { TraceEvent } from './tasks.ts';
import { traced } from './trace.ts';
import { OURS, type Variant } from './variants.ts';
import { measureLoad, readMetrics, visit } from './visit.ts';
import { type Watched, watchMarks } from './watch.ts';
import { timeByWork } from './work.ts';

/** Values by figure, one for each round. */
export type Samples = Record<string, number[]>;
/** By the name of the variant. */
export type VariantSamples = Map<string, Samples>;

/** A page that is measured. */
export interface Subject {
  guide: GuideFile;
  site: Site;
  sessions: number;
}

function listPath({ sessions }: Subject, ...switches: string[]): string {
  return `list/simple?${[`sessions=${sessions}`, ...switches].join('&')}`;
}

/** Milliseconds after a load in which what waits for it begins; a long page takes its time. */
function settling(sessions: number): number {
  return sessions > 5000 ? 1500 : 500;
}

/** Opens the page once, uncounted: the first time, code is compiled and files are read that later visits find. */
export async function warmUp(field: Field, subject: Subject, variant: Variant): Promise<void> {
  const tab = await field.tab(variant);
  await tab.open(listPath(subject));
  await tab.page.close();
}

/**
 * Visits the page with each variant.
 * @param stays with which variants the visit goes on after the load
 */
export async function visits(
  field: Field,
  subject: Subject,
  variants: readonly Variant[],
  stays: (variant: Variant) => boolean,
  samples: VariantSamples,
  chance: Random,
): Promise<void> {
  const added = moreSessions(subject);
  for (const variant of shuffled(variants, chance)) {
    const tab = await field.tab(variant);
    const settled = settling(subject.sessions);
    keep(samples, variant, await visit(tab, listPath(subject), settled, stays(variant) ? added : undefined));
  }
}

/**
 * Loads the page with each variant, and measures main thread, all processes of the browser, and first paint.
 * @param slower how many times slower than the machine the page's processor is
 */
export async function loads(
  field: Field,
  subject: Subject,
  variants: readonly Variant[],
  samples: VariantSamples,
  slower: number,
): Promise<void> {
  for (const variant of variants) {
    const tab = await field.tab(variant);
    await tab.client.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const client = await tab.browser.browser.target().createCDPSession();
    const before = await processTime(client);
    const load = await measureLoad(tab, listPath(subject), settling(subject.sessions) * slower);
    const processes = (await processTime(client)) - before;
    const paint = await tab.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
    await client.detach();
    await tab.page.close();
    keep(samples, variant, { ...load, processes, paint: paint ?? Number.NaN });
  }
}

/** Milliseconds of CPU that all processes of a browser have had. */
async function processTime(client: CDPSession): Promise<number> {
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}

/** Loads the page while the background of the built extension is stopped: how often it starts, and how long its script works. */
export async function background(field: Field, subject: Subject, samples: VariantSamples): Promise<void> {
  const tab = await field.tab(OURS);
  const { browser } = tab.browser;
  const isWorker = (target: Target) => target.type() === 'service_worker';
  for (const target of browser.targets().filter(isWorker)) await (await target.worker())?.close();
  let starts = 0;
  const count = (target: Target) => {
    if (isWorker(target)) starts += 1;
  };
  browser.on('targetcreated', count);
  const events = await traceLoad(tab, subject);
  browser.off('targetcreated', count);
  const { total } = ownScript(events, (url) => /\/(?:background|chunks\/[\w-]+)\.js$/u.test(url));
  keep(samples, OURS, { background: total, starts });
}

/** Watches the page arrive with each variant. */
export async function watches(
  field: Field,
  subject: Subject,
  variants: readonly Variant[],
  samples: VariantSamples,
  slow: boolean,
): Promise<void> {
  const { guide, site } = subject;
  const ids = guide.sessions.filter((session) => session.site === site.id).map(({ id }) => id);
  for (const variant of variants) {
    const tab = await field.tab(variant);
    await tab.page.evaluateOnNewDocument(watchMarks, ids, subjectIds(subject));
    await tab.open(listPath(subject, ...(slow ? ['replica=slow'] : [])));
    await rest(tab, subject);
    const { waits, cards, ...counts } = await tab.page.evaluate(() =>
      (globalThis as unknown as { csgWatched(): Watched }).csgWatched(),
    );
    await tab.page.close();
    if (variant === OURS && cards < ids.length)
      throw new Error(`of ${ids.length} sessions ${cards} have a card: the content script does not work`);
    keep(samples, variant, { ...counts, wait: waits.length > 0 ? Math.max(...waits) : Number.NaN });
  }
}

/** Traces the built extension while the page loads. */
export async function traces(field: Field, subject: Subject, samples: VariantSamples): Promise<void> {
  const events = await traceLoad(await field.tab(OURS), subject);
  const { total, longest } = ownScript(events, (url) => url.includes('/content-scripts/'));
  keep(samples, OURS, { script: total, longest });
}

/** Traces a load with each variant: what the main thread does, by kind of work. */
export async function works(
  field: Field,
  subject: Subject,
  variants: readonly Variant[],
  samples: VariantSamples,
): Promise<void> {
  for (const variant of variants) {
    const events = await traceLoad(await field.tab(variant), subject);
    keep(
      samples,
      variant,
      timeByWork(events, (url) => url.endsWith(listPath(subject))),
    );
  }
}

/** The trace of a load until the page rests. Closes the tab. */
async function traceLoad(tab: Tab, subject: Subject): Promise<TraceEvent[]> {
  const client = await tab.browser.browser.target().createCDPSession();
  const events = await traced(client, async () => {
    await tab.open(listPath(subject));
    await rest(tab, subject);
  });
  await client.detach();
  await tab.page.close();
  return events;
}

/** The heap in megabytes after a page has redrawn its list many times, and the growth in the second half. */
export async function redraws(
  field: Field,
  subject: Subject,
  variant: Variant,
  times: number,
  samples: VariantSamples,
) {
  const tab = await field.tab(variant);
  await tab.client.send('Performance.enable');
  const heap = async () => {
    await tab.client.send('HeapProfiler.collectGarbage');
    return (await readMetrics(tab.client)).JSHeapUsedSize / 2 ** 20;
  };
  await tab.open(listPath(subject));
  await rest(tab, subject);
  await tab.page.evaluate(redraw, times / 2);
  await tab.page.evaluate(rested);
  const half = await heap();
  await tab.page.evaluate(redraw, times / 2);
  await tab.page.evaluate(rested);
  const whole = await heap();
  await tab.page.close();
  keep(samples, variant, { heapAfter: whole, heapGrown: whole - half });
}

async function rest({ page }: Tab, { sessions }: Subject): Promise<void> {
  await setTimeout(settling(sessions));
  await page.evaluate(rested);
}

function keep(samples: VariantSamples, { name }: Variant, values: object): void {
  const kept = samples.get(name) ?? {};
  samples.set(name, kept);
  for (const [key, value] of Object.entries(values)) {
    kept[key] ??= [];
    kept[key].push(value as number);
  }
}

/** The markup of a tenth more sessions, none of which is on the page. */
function moreSessions({ guide, site, sessions }: Subject): string {
  const known = new Set(programme(guide, site.id, sessions).map(({ id }) => id));
  const visitor = visitOf(guide, site, new URL(`https://${site.host}/list/simple`), {});
  // The longest page that the replica has is the longest that is measured: there they come from the other site's programme.
  const others = guide.sites.find(({ id }) => id !== site.id) ?? site;
  const source =
    sessions * 1.1 <= 30_000
      ? programme(guide, site.id, Math.round(sessions * 1.1))
      : programme(guide, others.id, Math.round(sessions / 10));
  return source
    .filter(({ id, real }) => !real && !known.has(id))
    .map((session) => simpleSession(visitor, session))
    .join('');
}

/** Ids of the sessions that are about the guide's subject without being in the guide, as their titles say. */
function subjectIds({ guide, site, sessions }: Subject): string[] {
  return programme(guide, site.id, sessions)
    .filter(({ planted }) => planted?.where === 'title')
    .map(({ id }) => id);
}

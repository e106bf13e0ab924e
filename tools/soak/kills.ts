/** Kills the background at one of 20 moments while a page opens, repeatedly, and checks what the page lacks. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { readGuide } from '../../build/guide-plugin.ts';
import { busiestSite, hostIn, sessionsOn } from '../../tests/e2e/chosen.ts';
import { startSchedSite } from '../../tests/sched-site/index.ts';
import { type Launched, launch } from '../launch.ts';

/** Moments, spread evenly over the opening of a page. */
export const MOMENTS = 20;
/** Undisturbed pages at the start, to measure the opening time. */
const UNDISTURBED = 5;
/** Milliseconds in which a page must be complete. A retry that waits for a worker takes one or two seconds. */
const PATIENCE = 15_000;

interface KillsRun {
  kills: number;
  progress: (line: string) => void;
}

interface KillsResult {
  version: string;
  /** Milliseconds that a page takes to open undisturbed. */
  opening: number;
  /** Workers that were killed. One that has not started yet can't be. */
  ended: number;
  /** What each incomplete page lacked, and when the worker was killed. */
  lacking: string[];
  /** Milliseconds from the kill until the page was complete, if more than two seconds. */
  slow: number[];
  /** Stars whose stored state is wrong. */
  lost: string[];
  /** How often Chrome could no longer start the worker for any caller and was restarted. */
  stuck: number;
}

/** The extension's elements on a page, and the stored facts. */
interface Whole {
  cards: string[];
  strips: number;
  facts: Record<string, unknown>;
}

/** A browser with one of the extension's pages and a Sched page. */
interface Opened {
  driven: Launched;
  home: Page;
  page: Page;
  kill: () => Promise<unknown>;
}

/** Opens one page for each kill. Chrome only, because Firefox's driver can't stop an event page. */
export async function killWhileOpening({ kills, progress }: KillsRun): Promise<KillsResult> {
  const guide = readGuide();
  const site = await startSchedSite({ guide });
  const busiest = busiestSite(guide);
  const ids = sessionsOn(guide, busiest).map(({ id }) => id);
  const address = `https://${hostIn(guide, busiest)}/list/descriptions?sessions=120`;
  const result: KillsResult = { version: '', opening: 0, ended: 0, lacking: [], slow: [], lost: [], stuck: 0 };
  const picked = new Set<string>();
  const start = async (): Promise<Opened> => {
    const driven = await launch('chrome', { site, confined: true });
    result.version = driven.version;
    const home = await driven.openExtension('options.html');
    const workers = await home.createCDPSession();
    workers.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      result.ended += versions.filter(({ runningStatus }) => runningStatus === 'stopped').length;
    });
    await workers.send('ServiceWorker.enable');
    const kill = () => workers.send('ServiceWorker.stopAllWorkers');
    return { driven, home, page: await driven.tab(), kill };
  };

  let run = await start();
  try {
    await run.page.goto(address, { waitUntil: 'load' });
    const whole = await settled(run);
    if (whole.cards.length !== ids.length || whole.strips !== 1 || Object.keys(whole.facts).length !== ids.length)
      throw new Error(`an undisturbed page is incomplete: ${JSON.stringify(whole).slice(0, 300)}`);

    const durations: number[] = [];
    while (durations.length < UNDISTURBED) {
      await forgetFacts(run.home);
      const before = Date.now();
      await run.page.goto(address, { waitUntil: 'load' });
      await lacks(run, whole);
      durations.push(Date.now() - before);
    }
    result.opening = durations.sort((a, b) => a - b)[UNDISTURBED >> 1] ?? 0;

    for (let times = 0; times < kills; times += 1) {
      const moment = times % MOMENTS;
      const delay = Math.round((result.opening * moment) / MOMENTS);
      await forgetFacts(run.home);
      // Clicks a star, and navigates without waiting. The star must still be stored.
      const id = ids[times % ids.length] ?? '';
      if (await pressStar(run.page, id)) if (!picked.delete(id)) picked.add(id);
      const opening = run.page.goto(address, { waitUntil: 'load' });
      await pause(delay);
      await run.kill();
      const killed = Date.now();
      await opening;
      const missing = await lacks(run, whole);
      if (!missing && Date.now() - killed > 2_000) result.slow.push(Date.now() - killed);
      if (missing && !(await answers(run.home))) {
        result.stuck += 1;
        const stars = await storedPicks(run.home);
        await run.driven.close();
        run = await start();
        await run.home.evaluate((all) => chrome.storage.local.set(all), stars);
        await run.page.goto(address, { waitUntil: 'load' });
        await settled(run);
      } else if (missing) result.lacking.push(`${delay} ms: ${missing} ${await takeFailures(run.home)}`);
      const stored = new Set(Object.keys(await storedPicks(run.home)).map((key) => key.slice('pick:'.length)));
      for (const differs of stored.symmetricDifference(picked)) {
        result.lost.push(`${delay} ms: ${differs} ${stored.has(differs) ? 'was not picked' : 'is lost'}`);
        // Count it only once.
        if (!picked.delete(differs)) picked.add(differs);
      }
      if (moment === MOMENTS - 1 || times === kills - 1)
        progress(
          `${times + 1} pages, ${result.ended} kills, ${result.lacking.length} incomplete, ${result.lost.length} lost`,
        );
    }
  } finally {
    await run.driven.close();
    await site.close();
  }
  return result;
}

async function look({ home, page }: Opened): Promise<Whole> {
  const shown = await page.evaluate(() => ({
    cards: [...document.querySelectorAll<HTMLElement>('csg-card')].map(({ dataset }) => dataset.session ?? '').sort(),
    strips: [...document.querySelectorAll('csg-strip')].filter(({ shadowRoot }) => shadowRoot?.querySelector('.strip'))
      .length,
  }));
  const facts = await home.evaluate(async () =>
    Object.fromEntries(
      Object.entries(await chrome.storage.local.get(null))
        .filter(([key]) => key.startsWith('seen:'))
        .map(([key, value]) => [key, { ...(value as object), at: 0 }])
        .sort(),
    ),
  );
  return { ...shown, facts };
}

/** The state of the page after half a second without changes. */
async function settled(run: Opened): Promise<Whole> {
  let before = '';
  for (;;) {
    const whole = await look(run);
    const now = JSON.stringify(whole);
    if (now === before && whole.cards.length > 0 && Object.keys(whole.facts).length > 0) return whole;
    before = now;
    await pause(500);
  }
}

/** Waits until the page is complete. Returns what it lacks when the time is up. */
async function lacks(run: Opened, whole: Whole): Promise<string> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const now = await look(run);
    const missing = [
      now.cards.join() !== whole.cards.join() && `${now.cards.length} of ${whole.cards.length} cards`,
      now.strips !== whole.strips && `${now.strips} strips`,
      JSON.stringify(now.facts) !== JSON.stringify(whole.facts) &&
        `facts of ${Object.keys(now.facts).length} of ${Object.keys(whole.facts).length}`,
    ].filter(Boolean);
    if (missing.length === 0 || Date.now() > end) return missing.join(', ');
    await pause(50);
  }
}

/** Whether the background replies to one of the extension's pages. */
function answers(home: Page): Promise<boolean> {
  return home.evaluate(() =>
    Promise.race([
      chrome.runtime.sendMessage({ type: 'failed', where: 'soak', text: 'Is anybody there?' }).then(
        (answer) => answer === true,
        () => false,
      ),
      new Promise<false>((resolve) => setTimeout(resolve, 10_000, false)),
    ]),
  );
}

/** Takes the errors that the extension has stored, as JSON. */
function takeFailures(home: Page): Promise<string> {
  return home.evaluate(async () => {
    const { failures } = await chrome.storage.session.get('failures');
    await chrome.storage.session.remove('failures');
    return JSON.stringify(failures ?? []);
  });
}

function forgetFacts(home: Page): Promise<void> {
  return home.evaluate(async () => {
    const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('seen:'));
    await chrome.storage.local.remove(keys);
  });
}

function storedPicks(home: Page): Promise<Record<string, unknown>> {
  return home.evaluate(async () =>
    Object.fromEntries(Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith('pick:'))),
  );
}

/** Clicks the star on a card. Returns whether there is one. */
function pressStar(page: Page, id: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const card = document.querySelector(`csg-card[data-session="${wanted}"]`);
    const star = card?.shadowRoot?.querySelector<HTMLElement>('.star');
    star?.click();
    return star instanceof HTMLElement;
  }, id);
}

/** The run in one browser: simulates a reader for some minutes, measures memory, and checks the storage, also after a restart. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { readGuide } from '../../build/guide-plugin.ts';
import type { GuideFile } from '../../data/schema.ts';
import { busiestSite, hostIn, sessionsOn } from '../../tests/e2e/chosen.ts';
import { startSchedSite } from '../../tests/sched-site/index.ts';
import type { BrowserName } from '../browsers.ts';
import { type Launched, launch } from '../launch.ts';
import type { Sample } from './growth.ts';
import { createMeasure } from './measure.ts';
import { comeToRest, createReader, type Made, openRows, type Tabs, type World } from './reader.ts';
import { follow } from './trouble.ts';

interface SoakRun {
  minutes: number;
  seed: number;
  progress: (line: string) => void;
}

export interface SoakResult {
  version: string;
  /** How often the reader did what. */
  acts: Map<string, number>;
  /** Samples by page and figure. */
  samples: Map<string, Sample[]>;
  /** Console errors, and errors that the extension has stored. */
  errors: string[];
  /** Differences between the storage and the reader's data. */
  lost: string[];
}

/** Maximum number of measurements in a run. */
const MEASUREMENTS = 24;
/** Minimum number of seconds between two measurements, which take time themselves. */
const SHORTEST = 8;

export async function soak(name: BrowserName, { minutes, seed, progress }: SoakRun): Promise<SoakResult> {
  const guide = readGuide();
  const site = await startSchedSite({ guide });
  const profile = await mkdtemp(join(tmpdir(), 'csg-soak-'));
  // Compiled code grows for minutes, and by more than any leak. Without it, only leaks remain.
  const options = { site, confined: true, profile, args: ['--js-flags=--lite-mode'] };
  const made: Made = { picked: new Set(), notes: new Map() };
  const result: SoakResult = { version: '', acts: new Map(), samples: new Map(), errors: [], lost: [] };
  let driven: Launched | undefined;
  try {
    driven = await launch(name, options);
    result.version = driven.version;
    await read(driven, guide, made, result, { minutes, seed, progress });
    result.lost.push(...(await missing(driven, made, 'at the end')));
    await driven.close();
    driven = await launch(name, options);
    result.lost.push(...(await missing(driven, made, 'after a restart')));
  } finally {
    await driven?.close();
    await site.close();
    await rm(profile, { recursive: true, force: true });
  }
  return result;
}

async function read(
  driven: Launched,
  guide: GuideFile,
  made: Made,
  result: SoakResult,
  { minutes, seed, progress }: SoakRun,
): Promise<void> {
  const tell = (line: string) => void result.errors.push(line);
  const open = async (url: string, ready: string) => {
    const page = await driven.browser.newPage();
    await follow(driven, page, tell);
    const ours = url.includes('-extension://');
    await page.goto(url, { waitUntil: ours && driven.name === 'firefox' ? [] : 'load' });
    await page.waitForSelector(ready);
    return page;
  };
  const busiest = busiestSite(guide);
  const host = `https://${hostIn(guide, busiest)}`;
  const tabs: Tabs = {
    list: await open(`${host}/list/simple?sessions=120`, 'csg-card'),
    tour: await open(`${host}/`, 'csg-card'),
    agenda: await open(driven.extensionUrl('agenda.html'), '.list .star'),
    options: await open(driven.extensionUrl('options.html'), '#about'),
  };
  const ids = sessionsOn(guide, busiest).map(({ id }) => id);
  const openPopup = () => open(driven.extensionUrl('popup.html'), '.foot .switches');
  const world: World = { driven, guide, ids, tabs, made, openPopup };
  const next = createReader(world, seed);
  await openRows(world);
  const measure = await createMeasure(driven);

  const start = Date.now();
  const seconds = () => (Date.now() - start) / 1000;
  const measureAll = async () => {
    await comeToRest(world);
    // Pages of one site share a process, and a tab's earlier pages stay in it until the tab closes.
    await tabs.tour.close();
    await pause(500);
    const measured = await measure([tabs.list, tabs.agenda]);
    for (const [index, { heap, nodes }] of measured.entries()) {
      const page = index === 0 ? 'list' : 'agenda';
      samplesFor(result, `${page}: heap`).push({ at: seconds(), value: heap });
      samplesFor(result, `${page}: nodes`).push({ at: seconds(), value: nodes });
    }
    tabs.tour = await open(`${host}/`, 'csg-card');
  };
  const rest = Math.max(SHORTEST, (minutes * 60) / MEASUREMENTS);
  let measured = 0;
  while (seconds() < minutes * 60) {
    const act = await next();
    result.acts.set(act, (result.acts.get(act) ?? 0) + 1);
    if (seconds() - measured < rest) continue;
    await measureAll();
    measured = seconds();
    const lost = await missing(driven, made, `after ${Math.round(seconds())} s`, tabs.agenda);
    result.lost.push(...lost);
    progress(
      `${Math.round(seconds())} s, ${sum(result.acts)} actions, ${result.errors.length} errors, ${result.lost.length} lost`,
    );
  }
  await measureAll();
  const failures = await tabs.agenda.evaluate(async () => (await chrome.storage.session.get('failures')).failures);
  for (const failure of (failures ?? []) as object[]) tell(`stored error: ${JSON.stringify(failure)}`);
}

/** Data that is not stored within ten seconds, or stored but not the reader's. */
async function missing(driven: Launched, { picked, notes }: Made, when: string, at?: Page): Promise<string[]> {
  const page = at ?? (await driven.openExtension('agenda.html'));
  const wanted = [...[...picked].map((id) => `pick:${id}`), ...[...notes].map(([id, text]) => `note:${id} ${text}`)];
  const end = Date.now() + 10_000;
  for (;;) {
    const stored = await page.evaluate(async () =>
      Object.entries(await chrome.storage.local.get(null))
        .filter(([key]) => /^(?:pick|note):/u.test(key))
        .map(([key, value]) => (key.startsWith('note:') ? `${key} ${(value as { text: string }).text}` : key)),
    );
    const differ = [...new Set(stored).symmetricDifference(new Set(wanted))];
    if (differ.length === 0) return [];
    if (Date.now() > end)
      return differ.map((one) => `${when}: ${one} ${stored.includes(one) ? 'was not made' : 'is lost'}`);
    await pause(200);
  }
}

function samplesFor({ samples }: SoakResult, name: string): Sample[] {
  const list = samples.get(name) ?? [];
  samples.set(name, list);
  return list;
}

export function sum(acts: ReadonlyMap<string, number>): number {
  return [...acts.values()].reduce((all, one) => all + one, 0);
}

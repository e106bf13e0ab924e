/** How long a key pressed in the search takes to be answered on the screen. */
import { setTimeout } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import type { Bench } from './browser.ts';
import { type Keystroke, watchKeys } from './watch-keys.ts';

const FIELD = '[role=searchbox]';
/** A mark of what was found: the search has been read. */
const HIT = 'mark';
/** Milliseconds between two keys: a fast typist's, in which every answer is given. */
const BETWEEN = 150;
/** Milliseconds after which a search that has not been read will not be. */
const PATIENCE = 60_000;

interface Searched {
  variant: string;
  page: string;
  /** Whether hits are marked; a page without them is ready when it is there. */
  marks: boolean;
}

/** Milliseconds. */
interface Typed {
  /** From a key to its answer, for each letter of every word. */
  letters: Keystroke[];
  /** The same for the key that empties the search, once a word. */
  cleared: Keystroke[];
  /** From the focus to the first hit on the screen, once a word: the search is read meanwhile. */
  ready: number[];
}

/**
 * Types each word into each page, opened anew for every word as a popup is, so that the code is as little used as it is then.
 * Resolves with what was typed by variant.
 */
export async function typeWords(
  bench: Bench,
  pages: readonly Searched[],
  words: readonly string[],
): Promise<Map<string, Typed>> {
  const typed = new Map(
    pages.map(({ variant }): [string, Typed] => [variant, { letters: [], cleared: [], ready: [] }]),
  );
  for (const word of words) {
    for (const { variant, page: file, marks } of pages) {
      const page = await bench.tab();
      // A popup shows what was searched last.
      await page.evaluateOnNewDocument(() => localStorage.clear());
      await page.goto(bench.address(variant, file), { waitUntil: 'load' });
      await page.waitForSelector(FIELD);
      // What is read after the first paint is read.
      await setTimeout(1000);
      const { letters, cleared, ready } = typed.get(variant) as Typed;
      if (marks) ready.push(await untilReady(page, word.charAt(0)));
      else await page.focus(FIELD);
      await page.evaluate(watchKeys);
      for (const letter of word) letters.push(await press(page, letter as KeyInput));
      cleared.push(await press(page, 'Escape'));
      await page.close();
    }
  }
  return typed;
}

/** Reads the search by its first use, and empties it again. Resolves with milliseconds from the focus to the first hit. */
async function untilReady(page: Page, letter: string): Promise<number> {
  const from = await page.evaluate((field) => {
    document.querySelector<HTMLElement>(field)?.focus();
    return performance.now();
  }, FIELD);
  await page.keyboard.press(letter as KeyInput);
  // Asked in every frame.
  const until = await page.waitForFunction(
    (hit) => document.querySelector(hit) && performance.now(),
    { timeout: PATIENCE },
    HIT,
  );
  const took = Number(await until.jsonValue()) - from;
  await page.keyboard.press('Escape');
  await setTimeout(BETWEEN);
  return took;
}

async function press(page: Page, key: KeyInput): Promise<Keystroke> {
  await page.keyboard.press(key);
  await setTimeout(BETWEEN);
  // What the browser tells of an event comes once it is over, with the next idle moment.
  await page.waitForFunction(() => (globalThis as unknown as { csgKeys: { answered: boolean } }).csgKeys.answered, {
    timeout: PATIENCE,
  });
  const { keystroke, late } = await page.evaluate(() =>
    (globalThis as unknown as { csgKeys: { taken(): { keystroke: Keystroke; late: boolean } } }).csgKeys.taken(),
  );
  if (late) throw new Error(`${key} was answered after the frame that was measured: measure until the answer`);
  return keystroke;
}

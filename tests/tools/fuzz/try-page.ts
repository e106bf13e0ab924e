/** Runs the content script on a page in happy-dom, and returns what it did wrong. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageIndex } from '../../../data/page-index.ts';
import { startPage } from '../../../features/page/start.ts';
import type { Message } from '../../../lib/messages.ts';
import { PARTS, switchKey } from '../../../lib/own/settings.ts';
import { type Around, change, LIVE, type Mutation } from '../../../tools/fuzz/mutations.ts';
import { describeDifference, editedMarks, foreignMarks, foreignMarkup } from '../../../tools/fuzz/verdict.ts';
import { answer } from '../../features/page/page.ts';

export interface Trial {
  address: string;
  /** The page as loaded. */
  html: string;
  /** Changes that the page makes once the content script is running. */
  live: readonly Mutation[];
  /** The parts that are switched off: a bit for each, and one for “only these”. */
  off: number;
  around: Around;
}

/**
 * Returns everything that went wrong on a page, one line each.
 * @param marked called if something is marked
 */
export async function faultsOn({ address, html, live, off, around }: Trial, marked = () => {}): Promise<string[]> {
  const faults: string[] = [];
  const fail = (what: string) => void faults.push(what);
  const stop = new AbortController();
  const quiet = listenForErrors(fail);
  try {
    const twin = new DOMParser().parseFromString(html, 'text/html');
    await arrive(address, html, off);
    const before = document.documentElement?.outerHTML ?? '';
    await startPage(stop.signal);
    await rest();
    check('as it arrives', before, fail);
    if (document.querySelector('[data-csg-session]')) marked();
    change(document, live, LIVE, around);
    change(twin, live, LIVE, around);
    await rest();
    check('after its own changes', markup(twin), fail);
    stop.abort();
    await rest();
    const left = describeDifference(markup(document), markup(twin));
    if (left) fail(`something is left: ${left}`);
  } catch (error) {
    fail(`threw ${error instanceof Error ? error.stack : error}`);
  } finally {
    stop.abort();
    quiet();
    document.adoptedStyleSheets = [];
  }
  return faults;
}

function check(when: string, was: string, fail: (what: string) => void): void {
  const changed = describeDifference(foreignMarkup(document), was);
  if (changed) fail(`a foreign node is changed ${when}: ${changed}`);
  const wrong = [...foreignMarks(document, pageIndex.sessions, pageIndex.hosts), ...editedMarks(document)];
  for (const one of wrong) fail(`${when}, ${one}`);
}

/** Listens for errors on the console, the window and the process. */
function listenForErrors(fail: (what: string) => void): () => void {
  const { error } = console;
  console.error = (...line) => {
    fail(line.map((one) => (one instanceof Error ? (one.stack ?? String(one)) : String(one))).join(' '));
  };
  const stop = new AbortController();
  const told = ({ message, error: thrown }: ErrorEvent) => fail(`${message} ${(thrown as Error | null)?.stack ?? ''}`);
  addEventListener('error', told as EventListener, { signal: stop.signal });
  const rejected = (reason: unknown) => fail(`rejected ${reason instanceof Error ? reason.stack : reason}`);
  process.on('unhandledRejection', rejected);
  return () => {
    console.error = error;
    stop.abort();
    process.off('unhandledRejection', rejected);
  };
}

async function arrive(address: string, html: string, off: number): Promise<void> {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  fakeBrowser.reset();
  fakeBrowser.runtime.sendMessage = (async (message: Message) => answer(message)) as never;
  const switches = [...PARTS.map((part) => switchKey({ part })), switchKey({ others: true })];
  const stored = switches.filter((_, index) => off & (1 << index)).map((key) => [key, true]);
  await fakeBrowser.storage.local.set(Object.fromEntries(stored));
  happyDOM.setURL(address);
  const arrived = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChildren(document.adoptNode(arrived.documentElement));
}

function markup(page: Document): string {
  return page.documentElement?.outerHTML ?? '';
}

/** Waits for the background's replies and for work deferred to the next task. */
async function rest(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setTimeout(resolve));
}

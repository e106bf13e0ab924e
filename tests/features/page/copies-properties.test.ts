// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '../../../features/page/start.ts';
import type { Message } from '../../../lib/messages.ts';
import { runs } from '../../runs.ts';
import { CO_LOCATED, openPage } from '../../sched/open-page.ts';
import { holdTimers, rest } from '../../time.ts';
import { answer, bar, pageState } from './page.ts';

holdTimers();

/** Two guide sessions, a mention, and an unrelated session. */
const TITLES = {
  '28D1Y': 'Containing Wildfires',
  '28D2Q': 'Parsing DNS',
  '28AA1': 'Operating Tetragon',
  '28AA3': 'Keynote',
};
const IDS = Object.keys(TITLES) as (keyof typeof TITLES)[];
const BOX = `<div class="box">${bar('28D1Y', TITLES['28D1Y'])}${bar('28AA1', TITLES['28AA1'])}</div>`;

/** A change of the page in one of its boxes; `id` says which session. */
interface Change {
  kind: 'add' | 'copy' | 'copyElsewhere' | 'copyBox' | 'drawAgain' | 'lead' | 'move' | 'remove';
  box: number;
  to: number;
  id: number;
  /** Whether the page pauses after it. */
  pauses: boolean;
}
const KINDS: Change['kind'][] = ['add', 'copy', 'copyElsewhere', 'copyBox', 'drawAgain', 'lead', 'move', 'remove'];
const changes = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), box: fc.nat(3), to: fc.nat(3), id: fc.nat(3), pauses: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

function apply({ kind, box, to, id }: Change): void {
  const boxes = [...document.querySelectorAll('.box')];
  const [here, there] = [boxes[box % boxes.length], boxes[to % boxes.length]];
  const session = here?.querySelector('.event');
  const address = `event/${IDS[id]}`;
  if (!here || !there) return;
  if (kind === 'add') here.insertAdjacentHTML('beforeend', bar(String(IDS[id]), TITLES[IDS[id] ?? '28D1Y']));
  else if (kind === 'copyBox') here.after(here.cloneNode(true));
  else if (kind === 'drawAgain') here.innerHTML = String(here.innerHTML);
  else if (kind === 'lead') session?.querySelector('a')?.setAttribute('href', address);
  else if (kind === 'remove') session?.remove();
  else if (session && kind === 'move') there.append(session);
  else if (session) {
    const copy = session.cloneNode(true) as Element;
    if (kind === 'copyElsewhere') copy.querySelector('a')?.setAttribute('href', address);
    there.append(copy);
  }
}

/** The page's markup, with the attributes of each element in order of their names. */
function markup(): string {
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const element of body.querySelectorAll('*')) {
    const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const).sort();
    for (const [name] of attributes) element.removeAttribute(name);
    for (const [name, value] of attributes) element.setAttribute(name, value);
  }
  return body.outerHTML;
}

async function start(): Promise<AbortController> {
  const stop = new AbortController();
  await startPage(stop.signal);
  await rest(1000);
  return stop;
}

test('A page after any changes and copies shows the same as one that loaded that way', async () => {
  fakeBrowser.runtime.sendMessage = (async (message: Message) => answer(message)) as never;
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      openPage(`${CO_LOCATED}/list/simple`, `<div class="list-simple">${BOX.repeat(3)}</div>`);
      const stop = await start();
      for (const change of list) {
        apply(change);
        if (change.pauses) await rest(60);
      }
      await rest(1000);
      const after = [pageState(), markup()];
      stop.abort();
      const untouched = document.documentElement.outerHTML;
      const again = await start();
      const fresh = [pageState(), markup()];
      again.abort();
      expect(untouched).not.toContain('csg-');
      expect(after).toEqual(fresh);
    }),
    { numRuns: runs(30) },
  );
});

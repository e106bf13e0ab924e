// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { watchSessions } from '../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser, type Spot } from '../../sched/sessions.ts';
import { runs } from '../runs.ts';
import { CO_LOCATED, HOSTS, openPage } from './open-page.ts';

const IDS = ['28D1Y', '28D2Q', '27FbS', '28AA3'];
const ofGuide: MarkOf = (id) => (id === '28AA3' ? undefined : { kind: 'guide' });
const recognise = recogniser(document, HOSTS);

// Stops the clock: on a busy machine the watch would continue in another task, which another file tests.
beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(0));

/** One change to a page with six boxes. The numbers choose the boxes and the session. */
interface Change {
  kind: 'add' | 'words' | 'remove' | 'move' | 'swap' | 'lead' | 'strip' | 'empty' | 'anew';
  box: number;
  to: number;
  id: number;
}

const numbers = { box: fc.nat(5), to: fc.nat(5), id: fc.nat(IDS.length - 1) };
const kinds: Change['kind'][] = ['add', 'words', 'remove', 'move', 'swap', 'lead', 'strip', 'empty', 'anew'];
const changes = fc.array(fc.record({ kind: fc.constantFrom(...kinds), ...numbers }), { maxLength: 14 });

function made(markup: string): Element {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  return holder.firstElementChild as Element;
}

const link = (id: number) => `<a href="event/${IDS[id]}/slug">x</a>`;
const bar = (id: number) => made(`<span class="event">${link(id)}</span>`);

function apply({ kind, box, to, id }: Change): void {
  const boxes = [...document.querySelectorAll('.box')];
  const [here, there] = [boxes[box % boxes.length], boxes[to % boxes.length]];
  if (!here || !there) return;
  const first = here.querySelector('.event') ?? here.querySelector('a');
  if (kind === 'add') here.append(bar(id));
  else if (kind === 'words') here.append(made(`<p>see ${link(id)} and ${link((id + 1) % IDS.length)}</p>`));
  else if (kind === 'remove') first?.remove();
  else if (kind === 'move') there.append(...(first ? [first] : []));
  else if (kind === 'swap') here.replaceWith(there.cloneNode(true));
  else if (kind === 'lead') here.querySelector('a')?.setAttribute('href', `event/${IDS[id]}`);
  else if (kind === 'strip') here.querySelector('a')?.removeAttribute('href');
  else if (kind === 'empty') here.replaceChildren();
  else here.innerHTML = bar(id).outerHTML + bar((id + 1) % IDS.length).outerHTML;
}

/** Watches a page while it changes, with a pause after the given changes. Returns the sessions known at the end. */
async function watched(list: readonly Change[], pauses: (index: number) => boolean): Promise<ReadonlySet<Spot>> {
  openPage(`${CO_LOCATED}/list/simple`, '<div class="box"></div>'.repeat(6));
  const known = new Set<Spot>();
  const stop = new AbortController();
  const settle = ({ found, lost }: { found: readonly Spot[]; lost: readonly Spot[] }) => {
    // Only known sessions are lost, and none is found twice.
    for (const spot of lost) expect(known.delete(spot)).toBe(true);
    for (const spot of found) {
      expect([...known].map(({ element }) => element)).not.toContain(spot.element);
      known.add(spot);
    }
  };
  watchSessions(document, recognise, ofGuide, candidateLinks, settle, stop.signal);
  for (const [index, change] of list.entries()) {
    apply(change);
    if (pauses(index)) await Promise.resolve();
  }
  await new Promise((resolve) => setTimeout(resolve));
  stop.abort();
  return known;
}

/** The sessions that a new watch finds. */
function foundNow(): Set<Element> {
  const stop = new AbortController();
  const elements = new Set<Element>();
  const settle = ({ found }: { found: readonly Spot[] }) => {
    for (const { element } of found) elements.add(element);
  };
  watchSessions(document, recognise, ofGuide, candidateLinks, settle, stop.signal);
  stop.abort();
  return elements;
}

const inPage = (known: ReadonlySet<Spot>) => {
  const order = [...document.querySelectorAll('*')];
  return [...known].map(({ element, id }) => `${order.indexOf(element)} ${id}`).sort();
};

test('However a page changes, the known sessions are those that a new watch finds', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.array(fc.boolean(), { maxLength: 14 }), async (list, pauses) => {
      const known = await watched(list, (index) => pauses[index] ?? false);
      expect(new Set([...known].map(({ element }) => element))).toEqual(foundNow());
    }),
    { numRuns: runs(60) },
  );
}, 60_000);

test('The same changes have the same result in one batch and one by one', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const atOnce = inPage(await watched(list, () => false));
      const each = inPage(await watched(list, () => true));
      expect(each).toEqual(atOnce);
    }),
    { numRuns: runs(30) },
  );
}, 60_000);

test('The order in which sessions are added to separate boxes does not matter', async () => {
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  await fc.assert(
    fc.asyncProperty(orders, orders, fc.boolean(), async (one, other, pause) => {
      const added = (order: readonly number[]) =>
        order.map((box): Change => ({ kind: 'add', box, to: 0, id: box % IDS.length }));
      const first = inPage(await watched(added(one), () => pause));
      expect(first).toHaveLength(5);
      expect(inPage(await watched(added(other), () => !pause))).toEqual(first);
    }),
    { numRuns: runs(15) },
  );
}, 60_000);

test('A session moves from its element to its link while the element contains another link', async () => {
  openPage(`${CO_LOCATED}/list/simple`, `<ul><li>${link(0)}</li></ul>`);
  const reports: string[] = [];
  const names = (spots: readonly Spot[], sign: string) => spots.map(({ element, id }) => sign + id + element.localName);
  const stop = new AbortController();
  const settle = ({ found, lost }: { found: readonly Spot[]; lost: readonly Spot[] }) => {
    reports.push([...names(lost, '-'), ...names(found, '+')].join(' '));
  };
  watchSessions(document, recognise, ofGuide, candidateLinks, settle, stop.signal);
  document.querySelector('li')?.append(made('<b><a href="speaker/x">A speaker</a></b>'));
  await Promise.resolve();
  document.querySelector('b')?.remove();
  await Promise.resolve();
  expect(reports).toEqual(['+28D1Yli', '-28D1Yli +28D1Ya', '-28D1Ya +28D1Yli']);
  stop.abort();
});

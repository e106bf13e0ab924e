// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type SessionWatch, watchSessions } from '../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser, type Spot } from '../../sched/sessions.ts';
import { holdTimers, rest } from '../time.ts';
import { CO_LOCATED, HOSTS, one, openPage } from './open-page.ts';

const IDS = new Set(['28D1Y', '28D2Q', '27FbS']);
const bar = (id: string) =>
  `<span class="event ev_2"><a class="name" href="event/${id}/slug">Title of ${id}</a></span>`;

/** An element that is not in the page yet. */
function made(markup: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = markup;
  return element;
}

let stop: AbortController;
/** What was reported: `+id` for what was found, `-id` for what was lost, nothing for a batch without either. */
let told: string[];
let watch: SessionWatch;

const ofGuide: MarkOf = (id) => (IDS.has(id) ? { kind: 'guide' } : undefined);

function start(body: string, settle: (found: readonly Spot[], more: boolean) => void = () => {}): void {
  const document = openPage(`${CO_LOCATED}/list/simple`, body);
  stop = new AbortController();
  told = [];
  const recognise = recogniser(document, HOSTS);
  watch = watchSessions(
    document,
    recognise,
    ofGuide,
    candidateLinks,
    ({ found, lost, more }) => {
      told.push([...lost.map(({ id }) => `-${id}`), ...found.map(({ id }) => `+${id}`)].join(' '));
      settle(found, more);
    },
    stop.signal,
  );
}

/** Mutation observers are called in a microtask: nobody sees a frame in between. */
const microtask = () => Promise.resolve();

beforeEach(() => {
  stop?.abort();
  // No slice ends on a busy machine, unless a test moves the clock.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});

test('Sessions that are there are found at once.', () => {
  start(bar('28D1Y') + bar('28D4J') + bar('28D2Q'));
  expect(told).toEqual(['+28D1Y +28D2Q']);
});

describe('A session that comes later is found within a microtask', () => {
  test('by itself.', async () => {
    start(bar('28D1Y'));
    document.body.append(made(bar('27FbS')).firstElementChild as Element);
    await microtask();
    expect(told).toEqual(['+28D1Y', '+27FbS']);
  });

  test('deep inside what was added.', async () => {
    start('');
    document.body.append(made(`<div><ul><li>${bar('27FbS')}</li></ul></div>`));
    await microtask();
    expect(told).toEqual(['', '+27FbS']);
  });

  test('as a link whose bar was there already.', async () => {
    start('<span class="event"></span>');
    one('.event').append(made(bar('28D1Y')).querySelector('a') as Element);
    await microtask();
    expect(told).toEqual(['', '+28D1Y']);
  });

  test('once, though it was added by steps in one batch.', async () => {
    start('');
    const list = made('');
    document.body.append(list);
    list.innerHTML = bar('28D1Y');
    list.append(made(bar('28D2Q')));
    await microtask();
    expect(told.join(' ').match(/\+28D1Y/gu)).toHaveLength(1);
    expect(told.join(' ').match(/\+28D2Q/gu)).toHaveLength(1);
  });

  test('unless it has gone again.', async () => {
    start('');
    const list = made(bar('28D1Y'));
    document.body.append(list);
    list.remove();
    await microtask();
    expect(told.join('')).toBe('');
  });
});

describe('A session is lost', () => {
  test('when its element is removed.', async () => {
    start(bar('28D1Y') + bar('28D2Q'));
    one('.event').remove();
    await microtask();
    expect(told).toEqual(['+28D1Y +28D2Q', '-28D1Y']);
  });

  test('when only its link is removed.', async () => {
    start(bar('28D1Y'));
    one('a').remove();
    await microtask();
    expect(told).toEqual(['+28D1Y', '-28D1Y']);
  });

  test('and found again when the list draws itself anew.', async () => {
    start(`<div id="list">${bar('28D1Y')}</div>`);
    one('#list').innerHTML = bar('28D1Y');
    await microtask();
    expect(told).toEqual(['+28D1Y', '-28D1Y +28D1Y']);
  });

  test('not when it only moves.', async () => {
    start(`${bar('28D1Y')}<div id="end"></div>`);
    one('#end').append(one('.event'));
    await microtask();
    expect(told).toEqual(['+28D1Y', '']);
  });

  test('when its link leads to no session of the guide any more.', async () => {
    start(bar('28D1Y'));
    one('a').setAttribute('href', 'event/28D4J');
    await microtask();
    expect(told).toEqual(['+28D1Y', '-28D1Y']);
  });
});

test('A link that leads to another session now is lost as the one and found as the other.', async () => {
  start(bar('28D1Y'));
  one('a').setAttribute('href', 'event/28D2Q/slug');
  await microtask();
  expect(told).toEqual(['+28D1Y', '-28D1Y +28D2Q']);
});

test('A link that begins to lead to a session is found.', async () => {
  start(bar('28D4J'));
  one('a').setAttribute('href', 'event/28D2Q/slug');
  await microtask();
  expect(told).toEqual(['', '+28D2Q']);
});

test('Other attributes and texts are not observed: Sched rewrites them all the time.', async () => {
  start(bar('28D1Y'));
  one('a').setAttribute('rel', 'noopener');
  one('a').className = 'name seen';
  one('.event').classList.add('sub');
  await microtask();
  expect(told).toEqual(['+28D1Y']);
});

test('What is written in answer is not observed.', async () => {
  start(bar('28D1Y'), () => document.body.append(made('<p>a card</p>')));
  await microtask();
  document.body.append(made(bar('28D2Q')));
  for (let i = 0; i < 10; i += 1) await microtask();
  expect(told).toEqual(['+28D1Y', '+28D2Q']);
  expect(document.querySelectorAll('p')).toHaveLength(2);
});

test('A rescan finds and loses what only the address has changed, and reports nothing twice.', () => {
  start('<div class="list-single__event"><span class="event"><a href="#">Title</a></span></div>');
  openPageAddress(`${CO_LOCATED}/event/28D1Y/slug`);
  watch.rescan();
  watch.rescan();
  openPageAddress(`${CO_LOCATED}/event/28D4J/slug`);
  watch.rescan();
  expect(told).toEqual(['', '+28D1Y', '', '-28D1Y']);
});

function openPageAddress(address: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
}

test('After the signal nothing is observed.', async () => {
  start(bar('28D1Y'));
  stop.abort();
  document.body.append(made(bar('28D2Q')));
  one('.event').remove();
  await microtask();
  expect(told).toEqual(['+28D1Y']);
});

test('Ten thousand changes in a batch are answered once.', async () => {
  start(bar('28D1Y'));
  for (let i = 0; i < 10_000; i += 1) document.body.append('.');
  await microtask();
  expect(told).toEqual(['+28D1Y', '']);
});

describe('A page with more links than can be looked at without a pause', () => {
  holdTimers();

  /** Each look at the clock takes ten milliseconds. */
  const slowly = () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    return () => clock.mockRestore();
  };
  const ids = () => told.flatMap((batch) => batch.split(' ')).filter(Boolean);

  test('is gone through in slices, in its order, each link once.', async () => {
    const fast = slowly();
    const whole: boolean[] = [];
    const other = '<a href="event/28D4J">x</a>';
    start(`${other}${bar('28D1Y')}${other}${bar('28D2Q')}${bar('27FbS')}`, (_, more) => whole.push(!more));
    expect(ids()).toEqual(['+28D1Y']);
    await rest();
    fast();
    expect(ids()).toEqual(['+28D1Y', '+28D2Q', '+27FbS']);
    expect(whole).toEqual([false, true]);
  });

  test('may change meanwhile: what has gone is not found, what came is.', async () => {
    const fast = slowly();
    start(`${bar('28D1Y')}<a href="event/28D4J">x</a><a href="event/28D4J">x</a>${bar('28D2Q')}`);
    one('[href*="28D2Q"]').parentElement?.remove();
    document.body.append(made(bar('27FbS')).firstElementChild as Element);
    await rest();
    fast();
    expect(ids()).toEqual(['+28D1Y', '+27FbS']);
  });

  test('is left alone once everything ends.', async () => {
    const fast = slowly();
    start(`<a href="event/28D4J">x</a><a href="event/28D4J">x</a><a href="event/28D4J">x</a>${bar('28D2Q')}`);
    stop.abort();
    await rest();
    fast();
    expect(ids()).toEqual([]);
  });
});

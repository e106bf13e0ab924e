// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type SessionWatch, watchSessions } from '../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser, type Spot } from '../../sched/sessions.ts';
import { holdTimers, rest } from '../time.ts';
import { CO_LOCATED, HOSTS, one, openPage } from './open-page.ts';

const IDS = new Set(['28D1Y', '28D2Q', '27FbS']);
const bar = (id: string) =>
  `<span class="event ev_2"><a class="name" href="event/${id}/slug">Title of ${id}</a></span>`;

/** A detached element with this markup. */
function made(markup: string): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = markup;
  return element;
}

let stop: AbortController;
/** What was reported for each batch: `+id` for a found session, `-id` for a lost one. */
let reports: string[];
let watch: SessionWatch;

const ofGuide: MarkOf = (id) => (IDS.has(id) ? { kind: 'guide' } : undefined);

function start(body: string, settle: (found: readonly Spot[], more: boolean) => void = () => {}): void {
  const document = openPage(`${CO_LOCATED}/list/simple`, body);
  stop = new AbortController();
  reports = [];
  const recognise = recogniser(document, HOSTS);
  watch = watchSessions(
    document,
    recognise,
    ofGuide,
    candidateLinks,
    ({ found, lost, more }) => {
      reports.push([...lost.map(({ id }) => `-${id}`), ...found.map(({ id }) => `+${id}`)].join(' '));
      settle(found, more);
    },
    stop.signal,
  );
}

/** Mutation observers run in a microtask, before the next frame. */
const microtask = () => Promise.resolve();

beforeEach(() => {
  stop?.abort();
  // Stops the clock, so that no slice ends early on a busy machine unless a test moves it.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});

test('Sessions already on the page are found synchronously', () => {
  start(bar('28D1Y') + bar('28D4J') + bar('28D2Q'));
  expect(reports).toEqual(['+28D1Y +28D2Q']);
});

describe('a session added later is found within a microtask', () => {
  test('when it is added by itself', async () => {
    start(bar('28D1Y'));
    document.body.append(made(bar('27FbS')).firstElementChild as Element);
    await microtask();
    expect(reports).toEqual(['+28D1Y', '+27FbS']);
  });

  test('when it is deep inside an added element', async () => {
    start('');
    document.body.append(made(`<div><ul><li>${bar('27FbS')}</li></ul></div>`));
    await microtask();
    expect(reports).toEqual(['', '+27FbS']);
  });

  test('when a link is added to an existing bar', async () => {
    start('<span class="event"></span>');
    one('.event').append(made(bar('28D1Y')).querySelector('a') as Element);
    await microtask();
    expect(reports).toEqual(['', '+28D1Y']);
  });

  test('once, when it was added in several steps of one batch', async () => {
    start('');
    const list = made('');
    document.body.append(list);
    list.innerHTML = bar('28D1Y');
    list.append(made(bar('28D2Q')));
    await microtask();
    expect(reports.join(' ').match(/\+28D1Y/gu)).toHaveLength(1);
    expect(reports.join(' ').match(/\+28D2Q/gu)).toHaveLength(1);
  });

  test('unless it was removed in the same batch', async () => {
    start('');
    const list = made(bar('28D1Y'));
    document.body.append(list);
    list.remove();
    await microtask();
    expect(reports.join('')).toBe('');
  });
});

describe('a session is lost', () => {
  test('when its element is removed', async () => {
    start(bar('28D1Y') + bar('28D2Q'));
    one('.event').remove();
    await microtask();
    expect(reports).toEqual(['+28D1Y +28D2Q', '-28D1Y']);
  });

  test('when only its link is removed', async () => {
    start(bar('28D1Y'));
    one('a').remove();
    await microtask();
    expect(reports).toEqual(['+28D1Y', '-28D1Y']);
  });

  test('and found again when the list is rendered again', async () => {
    start(`<div id="list">${bar('28D1Y')}</div>`);
    one('#list').innerHTML = bar('28D1Y');
    await microtask();
    expect(reports).toEqual(['+28D1Y', '-28D1Y +28D1Y']);
  });

  test('but not when it only moves', async () => {
    start(`${bar('28D1Y')}<div id="end"></div>`);
    one('#end').append(one('.event'));
    await microtask();
    expect(reports).toEqual(['+28D1Y', '']);
  });

  test('when its link no longer leads to a guide session', async () => {
    start(bar('28D1Y'));
    one('a').setAttribute('href', 'event/28D4J');
    await microtask();
    expect(reports).toEqual(['+28D1Y', '-28D1Y']);
  });
});

test('A link whose address changes to another session is lost as the first and found as the second', async () => {
  start(bar('28D1Y'));
  one('a').setAttribute('href', 'event/28D2Q/slug');
  await microtask();
  expect(reports).toEqual(['+28D1Y', '-28D1Y +28D2Q']);
});

test('A link whose address changes to a guide session is found', async () => {
  start(bar('28D4J'));
  one('a').setAttribute('href', 'event/28D2Q/slug');
  await microtask();
  expect(reports).toEqual(['', '+28D2Q']);
});

test('Other attributes are not observed, because Sched rewrites them all the time', async () => {
  start(bar('28D1Y'));
  one('a').setAttribute('rel', 'noopener');
  one('a').className = 'name seen';
  one('.event').classList.add('sub');
  await microtask();
  expect(reports).toEqual(['+28D1Y']);
});

test('The callback’s own changes are not observed', async () => {
  start(bar('28D1Y'), () => document.body.append(made('<p>a card</p>')));
  await microtask();
  document.body.append(made(bar('28D2Q')));
  for (let i = 0; i < 10; i += 1) await microtask();
  expect(reports).toEqual(['+28D1Y', '+28D2Q']);
  expect(document.querySelectorAll('p')).toHaveLength(2);
});

test('A rescan reports what a change of address found and lost, and nothing twice', () => {
  start('<div class="list-single__event"><span class="event"><a href="#">Title</a></span></div>');
  openPageAddress(`${CO_LOCATED}/event/28D1Y/slug`);
  watch.rescan();
  watch.rescan();
  openPageAddress(`${CO_LOCATED}/event/28D4J/slug`);
  watch.rescan();
  expect(reports).toEqual(['', '+28D1Y', '', '-28D1Y']);
});

function openPageAddress(address: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(address);
}

test('Nothing is observed after the signal aborts', async () => {
  start(bar('28D1Y'));
  stop.abort();
  document.body.append(made(bar('28D2Q')));
  one('.event').remove();
  await microtask();
  expect(reports).toEqual(['+28D1Y']);
});

test('Ten thousand changes in one batch are reported once', async () => {
  start(bar('28D1Y'));
  for (let i = 0; i < 10_000; i += 1) document.body.append('.');
  await microtask();
  expect(reports).toEqual(['+28D1Y', '']);
});

describe('a page with too many links for one task', () => {
  holdTimers();

  /** The clock advances ten milliseconds per call. */
  const slowly = () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    return () => clock.mockRestore();
  };
  const ids = () => reports.flatMap((batch) => batch.split(' ')).filter(Boolean);

  test('is searched in slices, in document order', async () => {
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

  test('may change between slices: removed sessions are not found, added ones are', async () => {
    const fast = slowly();
    start(`${bar('28D1Y')}<a href="event/28D4J">x</a><a href="event/28D4J">x</a>${bar('28D2Q')}`);
    one('[href*="28D2Q"]').parentElement?.remove();
    document.body.append(made(bar('27FbS')).firstElementChild as Element);
    await rest();
    fast();
    expect(ids()).toEqual(['+28D1Y', '+27FbS']);
  });

  test('is not searched any further after the signal aborts', async () => {
    const fast = slowly();
    start(`<a href="event/28D4J">x</a><a href="event/28D4J">x</a><a href="event/28D4J">x</a>${bar('28D2Q')}`);
    stop.abort();
    await rest();
    fast();
    expect(ids()).toEqual([]);
  });
});

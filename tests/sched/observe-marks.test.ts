// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchSessions } from '../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser, type Spot } from '../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, one, openPage } from './open-page.ts';

const bar = (id: string) =>
  `<span class="event ev_2"><a class="name" href="event/${id}/slug">Title of ${id}</a></span>`;

let stop: AbortController;
/** What was reported for each batch: `+id` for a found session, `-id` for a lost one. */
let reports: string[];

function start(body: string, markOf: MarkOf, settle: (found: readonly Spot[]) => void = () => {}): void {
  const document = openPage(`${CO_LOCATED}/list/simple`, body);
  stop = new AbortController();
  reports = [];
  const recognise = recogniser(document, HOSTS);
  watchSessions(
    document,
    recognise,
    markOf,
    candidateLinks,
    ({ found, lost }) => {
      reports.push([...lost.map(({ id }) => `-${id}`), ...found.map(({ id }) => `+${id}`)].join(' '));
      settle(found);
    },
    stop.signal,
  );
}

/** Mutation observers run in a microtask, before the next frame. */
const microtask = () => Promise.resolve();

beforeEach(() => stop?.abort());

describe('the mark of a session', () => {
  const mention: MarkOf = (_, link) => {
    return /Cilium/u.test(link.textContent) ? { kind: 'mention', degree: 'strong', words: ['Cilium'] } : undefined;
  };

  test('is requested once for each new place, with its link; places without a mark are not reported', async () => {
    const requests: string[] = [];
    const found: Spot[] = [];
    const markOf: MarkOf = (id, link) => {
      requests.push(`${id} ${link.textContent}`);
      return mention(id, link);
    };
    start(bar('28D4J').replace('Title', 'Cilium') + bar('28D4K'), markOf, (spots) => void found.push(...spots));
    document.body.append('.');
    await microtask();
    expect(requests).toEqual(['28D4J Cilium of 28D4J', '28D4K Title of 28D4K']);
    expect(found.map(({ id, mark }) => [id, mark])).toEqual([
      ['28D4J', { kind: 'mention', degree: 'strong', words: ['Cilium'] }],
    ]);
  });

  test('is requested again when the link’s address changes', async () => {
    start(bar('28D4J').replace('Title', 'Cilium'), mention);
    one('a').setAttribute('href', 'event/28D4K/slug');
    await microtask();
    expect(reports).toEqual(['+28D4J', '-28D4J +28D4K']);
  });
});

test('On a long page, guide sessions are reported at once, and the remaining mentions together at the end', async () => {
  // The clock advances ten milliseconds per call, so that a slice ends after three links.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const markOf: MarkOf = (id) =>
    id === '28D1Y' ? { kind: 'guide' } : { kind: 'mention', degree: 'quiet', words: ['eBPF'] };
  const ids = ['28D4J', '28D4K', '28D1Y', '28D4L'];
  start(ids.map(bar).join(''), markOf);
  one('[href*="28D4K"]').parentElement?.remove();
  await microtask();
  clock.mockRestore();
  expect(reports).toEqual(['+28D1Y', '-28D4K +28D4J +28D4L']);
});

// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchSessions } from '../../sched/observe.ts';
import { candidateLinks, type MarkOf, recogniser, type Spot } from '../../sched/sessions.ts';
import { CO_LOCATED, HOSTS, one, openPage } from './open-page.ts';

const bar = (id: string) =>
  `<span class="event ev_2"><a class="name" href="event/${id}/slug">Title of ${id}</a></span>`;

let stop: AbortController;
/** What was reported: `+id` for what was found, `-id` for what was lost, nothing for a batch without either. */
let told: string[];

function start(body: string, markOf: MarkOf, settle: (found: readonly Spot[]) => void = () => {}): void {
  const document = openPage(`${CO_LOCATED}/list/simple`, body);
  stop = new AbortController();
  told = [];
  const recognise = recogniser(document, HOSTS);
  watchSessions(
    document,
    recognise,
    markOf,
    candidateLinks,
    ({ found, lost }) => {
      told.push([...lost.map(({ id }) => `-${id}`), ...found.map(({ id }) => `+${id}`)].join(' '));
      settle(found);
    },
    stop.signal,
  );
}

/** Mutation observers are called in a microtask: nobody sees a frame in between. */
const microtask = () => Promise.resolve();

beforeEach(() => stop?.abort());

describe('What a session is marked for', () => {
  const mention: MarkOf = (_, link) => {
    return /Cilium/u.test(link.textContent) ? { kind: 'mention', degree: 'strong', words: ['Cilium'] } : undefined;
  };

  test('is asked once for each place, when it comes, with its link; those without a mark are not found.', async () => {
    const asked: string[] = [];
    const found: Spot[] = [];
    const markOf: MarkOf = (id, link) => {
      asked.push(`${id} ${link.textContent}`);
      return mention(id, link);
    };
    start(bar('28D4J').replace('Title', 'Cilium') + bar('28D4K'), markOf, (spots) => void found.push(...spots));
    document.body.append('.');
    await microtask();
    expect(asked).toEqual(['28D4J Cilium of 28D4J', '28D4K Title of 28D4K']);
    expect(found.map(({ id, mark }) => [id, mark])).toEqual([
      ['28D4J', { kind: 'mention', degree: 'strong', words: ['Cilium'] }],
    ]);
  });

  test('goes with a link that leads elsewhere, and is asked anew for where it leads.', async () => {
    start(bar('28D4J').replace('Title', 'Cilium'), mention);
    one('a').setAttribute('href', 'event/28D4K/slug');
    await microtask();
    expect(told).toEqual(['+28D4J', '-28D4J +28D4K']);
  });
});

test('Mentions on a long page are found together, at the end, without those that have gone; sessions of the guide at once.', async () => {
  // Each look at the clock takes ten milliseconds, so that a slice is over after three links.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const markOf: MarkOf = (id) =>
    id === '28D1Y' ? { kind: 'guide' } : { kind: 'mention', degree: 'quiet', words: ['eBPF'] };
  const ids = ['28D4J', '28D4K', '28D1Y', '28D4L'];
  start(ids.map(bar).join(''), markOf);
  one('[href*="28D4K"]').parentElement?.remove();
  await microtask();
  clock.mockRestore();
  expect(told).toEqual(['+28D1Y', '-28D4K +28D4J +28D4L']);
});

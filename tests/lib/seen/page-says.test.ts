import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../data/agenda.ts';
import { resolvePageSays } from '../../../lib/seen/page-says.ts';
import type { SeenFacts } from '../../../lib/seen/seen.ts';

const session = agendaGuide.sessions[0] as (typeof agendaGuide.sessions)[number];
const { id, start, end } = session;
const HOUR = 3_600_000;

const resolve = (facts: Omit<SeenFacts, 'at'>, zone = agendaGuide.zone) =>
  resolvePageSays(agendaGuide.sessions, new Map([[id, { at: 1, ...facts }]]), zone).get(id);

describe('resolvePageSays', () => {
  test('returns only sessions of the guide with seen facts', () => {
    const seen = new Map([
      [id, { at: 1 }],
      ['ZZZ1', { at: 1, room: 'Hall A' }],
    ]);
    expect([...resolvePageSays(agendaGuide.sessions, seen, agendaGuide.zone).keys()]).toEqual([id]);
    expect(resolvePageSays(agendaGuide.sessions, new Map(), agendaGuide.zone)).toEqual(new Map());
  });

  test('lists no change if the page agrees with the guide', () => {
    const { title, speakers } = session;
    const facts = { title, start, end, room: 'Hall A', speakers: speakers.map(({ name }) => name) };
    expect(resolve(facts)).toEqual({ start, end, room: 'Hall A', saved: false, changes: [] });
  });

  test('lists each change and whether it is urgent', () => {
    const facts = { missing: true, room: 'Hall B', roomBefore: 'Hall A' };
    expect(resolve(facts)?.changes).toEqual([
      {
        text: expect.stringMatching(/^Removed: no longer on the published schedule \(checked \w{3}, \w{3} \d+\)$/u),
        urgent: true,
      },
      { text: 'Room: now Hall B, before Hall A', urgent: true },
    ]);
    expect(resolve({ speakers: ['Zoë Example'] })?.changes.map(({ urgent }) => urgent)).toEqual([false]);
  });

  test('shows times in the given zone', () => {
    const facts = { start: start + HOUR, end: end + HOUR };
    const changesIn = (zone?: string) => resolve(facts, zone)?.changes.map((line) => line.text.replace(/\s/gu, ' '));
    expect(changesIn()).toEqual(['Time: now 10:00 – 10:05 AM EST, in the guide 9:00 – 9:05 AM EST']);
    expect(changesIn('UTC')).toEqual(['Time: now 3:00 – 3:05 PM UTC, in the guide 2:00 – 2:05 PM UTC']);
  });

  test.each([
    [true, true],
    [false, false],
    [undefined, false],
  ])('reports the site’s own star (%s) as %s', (saved, expected) => {
    expect(resolve(saved === undefined ? {} : { saved })?.saved).toBe(expected);
  });

  test('includes the page’s video and slides', () => {
    const slides = [{ name: 'Kelp.pdf', url: 'https://example.org/k.pdf' }];
    expect(resolve({ video: 'https://example.org/v', slides })).toMatchObject({
      video: 'https://example.org/v',
      slides,
    });
  });
});

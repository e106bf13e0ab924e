/** Invented guides, to test properties that hold for every guide. */
import fc from 'fast-check';
import { type Guide, guide, type Session } from '../../../../data/index.ts';

const TOPICS = ['boats', 'bridges', 'tides'];
const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;
const FIRST = Date.parse('2030-05-06T08:00Z');

export interface Invented {
  level?: Session['level'];
  topics?: string[];
  /** The length of the talk. */
  minutes?: number;
  /** When it starts, in minutes after the first. */
  after?: number;
  /** The length of the texts about it. */
  words?: number;
  recorded?: boolean;
  kind?: Session['kind'];
  /** Whether its event has a playlist. */
  listed?: boolean;
  background?: string[];
  continues?: string[];
}

/** A session of an invented guide. */
export function sessionOf(id: string, invented: Invented = {}): Session {
  const { level = 'beginner', topics = ['boats'], minutes = 25, after = 0, words = 100 } = invented;
  const related = (how: 'background' | 'continues', ids: string[] = []) =>
    ids.map((one) => ({ id: one, how, reason: 'Because.' }));
  const link = {
    kind: 'recording' as const,
    url: `https://video.example/${id}`,
    asOf: '2030-06-01',
    foundAt: 'https://found.example/',
  };
  return {
    id,
    site: 'harbour',
    event: invented.listed ? 'listed' : 'plain',
    kind: invented.kind ?? 'talk',
    title: `Talk ${id}`,
    start: FIRST + after * 60_000,
    end: FIRST + (after + minutes) * 60_000,
    speakers: [{ name: 'Ada Brook' }],
    takeaway: 'One line.',
    summary: 'word '.repeat(words - 1).trim(),
    why: 'word',
    points: [],
    textFrom: [],
    level,
    topics,
    terms: [],
    related: [...related('background', invented.background), ...related('continues', invented.continues)],
    links: invented.recorded ? [link] : [],
    changes: [],
    url: `https://harbour.sched.com/event/${id}`,
  };
}

/** A guide with these sessions, of which some are in an event with a playlist. */
export function inventGuideFrom(sessions: Record<string, Invented>): Guide {
  const playlist = {
    kind: 'playlist' as const,
    url: 'https://video.example/all',
    asOf: '2030-06-01',
    foundAt: 'https://found.example/',
  };
  return {
    ...guide,
    events: [
      { id: 'listed', name: 'Harbour Day', sentence: 'A day.', links: [playlist] },
      { id: 'plain', name: 'River Day', sentence: 'Another day.', links: [] },
    ],
    topics: TOPICS.map((id) => ({ id, name: id })),
    goals: [
      { id: 'new', label: 'I am new', topics: [], levels: ['beginner'] },
      { id: 'water', label: 'Water', topics: ['boats', 'tides'], levels: [] },
      { id: 'deep', label: 'Deep', topics: ['bridges'], levels: ['advanced'] },
    ],
    sessions: Object.entries(sessions).map(([id, invented]) => sessionOf(id, invented)),
  };
}

const invented = (circles: boolean) =>
  fc
    .array(
      fc.record({
        level: fc.constantFrom(...LEVELS),
        topics: fc.subarray(TOPICS, { minLength: 1 }),
        minutes: fc.integer({ min: 1, max: 60 }),
        after: fc.integer({ min: 0, max: 6 }).map((hours) => hours * 60),
        words: fc.integer({ min: 2, max: 700 }),
        recorded: fc.boolean(),
        listed: fc.boolean(),
        background: fc.array(fc.nat({ max: 11 }), { maxLength: 3 }),
        continues: fc.array(fc.nat({ max: 11 }), { maxLength: 2 }),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      inventGuideFrom(
        Object.fromEntries(
          all.map((one, index) => {
            // Without circles, a session may only name those before it in this list, whose order is not the guide’s.
            const named = one.background.filter((other) => circles || other < index);
            return [
              `S${index}`,
              { ...one, background: named.map((n) => `S${n}`), continues: one.continues.map((n) => `S${n}`) },
            ];
          }),
        ),
      ),
    );

/** Guides whose backgrounds have no circle, as the build checks. */
export const guides = invented(false);
/** Guides whose backgrounds may have circles, which the build rejects. */
export const circularGuides = invented(true);

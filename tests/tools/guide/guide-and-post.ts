/** An invented post and its guide, for the tests of `npm run guide -- check --against`. */
import type { GuideFile, SessionFile } from '../../../data/schema.ts';
import { compareWithPost } from '../../../tools/guide/against/index.ts';
import { checkText } from '../../../tools/guide/parse.ts';

/** The post of an invented community. */
export const POST = `---
title: Where to find Tarn at Ferry Days 2025
date: 2025-03-01
---

# Where to find Tarn at Ferry Days 2025

The keepers of **Tarn** meet again, and everybody who ever
moored a boat in the dark is *very* welcome to join them there.

## Harbour Day

Join us on Monday, May 12, 2025.

[Tying Knots With One Hand: Lessons From Forty Winters - Odile Varga, North Pier](https://csg-ferry.sched.com/event/3aB1x/tying-knots-with-one-hand-lessons-from-forty-winters-odile-varga-north-pier?iframe=no)

9:00 - 9:30 AM

Few things humble a crew like a frozen rope at four in the morning. We’ll show how small habits keep everybody dry:

- coil the line before you need it
- say out loud what you untie

[Lamps That Never Lie - Bram Osei & Yuna Tak, Lantern Works](https://csg-ferry.sched.com/event/3aB2y/lamps-that-never-lie-bram-osei-yuna-tak-lantern-works)

9:45 - 10:15 AM

A lamp is a promise to somebody whom you cannot see.
`;

function session(some: Partial<SessionFile>): Partial<SessionFile> {
  return {
    site: 'ferry',
    event: 'harbour-day',
    kind: 'talk',
    takeaway: 'A takeaway of ours.',
    summary: 'A summary of ours.',
    why: 'A reason of ours.',
    level: 'beginner',
    topics: ['boats'],
    ...some,
  };
}

/** The guide made from the post. */
export const GUIDE = {
  schema: 1,
  id: 'ferry-days-2025',
  name: 'Ferry Days 2025',
  subject: 'Tarn',
  zone: 'Europe/Dublin',
  firstDay: '2025-05-12',
  lastDay: '2025-05-12',
  place: 'The Old Ferry, Invented Lough',
  source: {
    title: 'Where to find Tarn at Ferry Days 2025',
    url: 'https://tarn.example/ferry-days',
    author: 'Odile Varga',
    organisation: 'North Pier',
    published: '2025-03-01',
  },
  sites: [{ id: 'ferry', host: 'csg-ferry.sched.com', name: 'Ferry' }],
  events: [{ id: 'harbour-day', name: 'Harbour Day', sentence: 'A day of ours.' }],
  topics: [{ id: 'boats', name: 'Boats' }],
  sessions: [
    session({
      id: '3aB1x',
      title: 'Tying Knots With One Hand: Lessons From Forty Winters',
      start: '2025-05-12T09:00',
      end: '2025-05-12T09:30',
      speakers: [{ name: 'Odile Varga', organisation: 'North Pier' }],
    }),
    session({
      id: '3aB2y',
      title: 'Lamps That Never Lie',
      start: '2025-05-12T09:45',
      end: '2025-05-12T10:15',
      speakers: [
        { name: 'Bram Osei', organisation: 'Lantern Works' },
        { name: 'Yuna Tak', organisation: 'Lantern Works' },
      ],
    }),
  ],
} as unknown as GuideFile;

function compared(change: (guide: GuideFile) => void, post: string) {
  const guide = structuredClone(GUIDE);
  change(guide);
  const text = JSON.stringify(guide, null, 2);
  const { guide: read } = checkText(text);
  if (!read) throw new Error('no guide');
  return compareWithPost({ file: 'guide.json', text, guide: read, problems: [] }, post, 'drafts/post.md');
}

/** The differences reported after a change to the guide, without file name and position. */
export function differences(change: (guide: GuideFile) => void, post = POST): string[] {
  return compared(change, post).differences.map((line) => line.replace(/^guide\.json:\d+:\d+: /u, ''));
}

/** The notes reported after a change to the guide. */
export function notes(change: (guide: GuideFile) => void, post = POST): string[] {
  return compared(change, post).notes;
}

/** One of the guide's sessions. */
export const at = (guide: GuideFile, index: number) => guide.sessions[index] as SessionFile;

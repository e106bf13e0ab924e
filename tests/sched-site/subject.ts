/**
 * Invented sessions that mention the guide's subject, and some that only seem to: cases that marking of mentions must
 * find, and cases it must ignore. The words come from the guide.
 */
import type { GuideFile } from '../../data/schema.ts';
import { person } from './invent.ts';
import type { ReplicaSpeaker } from './types.ts';

/** A word from the guide that a session was given, and its degree. */
export interface Planted {
  word: string;
  degree: 'strong' | 'quiet';
  /** Only some views have the description. */
  where: 'title' | 'description';
}

export interface Special {
  title: string;
  speakers: ReplicaSpeaker[];
  description: string | null;
  /** Type name. A site without that type uses another. */
  type: string;
  /** Index of the day, and wall-clock times. */
  day: number;
  from: string;
  to: string;
  /** What makes it a mention; undefined if it must not count as one. */
  planted?: Planted | undefined;
}

/**
 * The site with these sessions: the second, which is the main one, or the only one.
 * @throws {RangeError} for a guide without sites
 */
export function specialSite({ sites }: GuideFile): GuideFile['sites'][number] {
  const site = sites[1] ?? sites[0];
  if (!site) throw new RangeError('replica: the guide has no site');
  return site;
}

const sol = person('Solvei Harrowgate', 'Moss & Meter', 2);
const ines = person('Ines Quarterlake', 'Pallet & Co', 3);
const tobin = person('Tobin Greywater', 'Lanternfish Data', 4);

/** In programme order. */
export function listSpecials({ subject, mentions }: GuideFile): Special[] {
  const { strong = [], quiet = [], beside = [] } = mentions ?? {};
  // A guide without such words gets sessions about other things instead.
  const main = strong[0] ?? subject;
  const event = strong[1] ?? main;
  const product = strong.at(-1) ?? main;
  const near = quiet[0] ?? 'iron';
  const ambiguous = beside[0]?.word ?? 'Glass';
  const inTitle = (word: string, degree: Planted['degree']): Planted | undefined =>
    [...strong, ...quiet].includes(word) ? { word, degree, where: 'title' } : undefined;
  const inDescription: Planted | undefined =
    strong.length === 0 ? undefined : { word: main, degree: 'strong', where: 'description' };
  const plumber: ReplicaSpeaker = {
    ...person('Marguerite Pipewell', `${main} Plumbing Ltd`, 6),
    biography: `Marguerite founded ${main} Plumbing Ltd, which mends pipes and has nothing to do with the ${main} project.`,
  };
  return [
    {
      title: `${event} Hosted by CNCF - Half Day Event | ALL ACCESS PASS REQUIRED`,
      speakers: [],
      description: `A half day about ${main}, ${product} and ${ambiguous}. Its sessions are listed on the co-located site.`,
      type: 'Experiences',
      day: 0,
      from: '09:00',
      to: '12:30',
      planted: inTitle(event, 'strong'),
    },
    {
      title: `Sponsored Demo: What's New in ${product}`,
      speakers: [sol],
      description: `Ten minutes on stage with the newest release of ${product}, a side of ${main}.`,
      type: 'Sponsor Programme',
      day: 1,
      from: '13:15',
      to: '13:35',
      planted: inTitle(product, 'strong'),
    },
    {
      title: `Fix First, Investigate Later: When an ${near} Rollout Brought Down Our Network`,
      speakers: [ines, tobin],
      description: `An outage told backwards: first the rollback, then the ${near} program, then the meeting.`,
      type: 'Operations + Performance',
      day: 1,
      from: '16:15',
      to: '16:45',
      planted: inTitle(near, 'quiet'),
    },
    {
      title: `Diagnosing Application Performance With ${near.toUpperCase()}, Pyroscope, and Kubernetes`,
      speakers: [tobin],
      description: 'Profiles without a restart, on a service that nobody dares to redeploy.',
      type: 'Observability',
      day: 2,
      from: '11:00',
      to: '11:30',
      planted: inTitle(near, 'quiet'),
    },
    {
      title: `Fast and the Furious: CICD Pipeline for ${near} Programs at Meta Scale`,
      speakers: [ines],
      description: 'How to test a kernel program on many kernels before it meets the first real packet.',
      type: 'Operations + Performance',
      day: 3,
      from: '11:00',
      to: '11:30',
      planted: inTitle(near, 'quiet'),
    },
    {
      title: 'Moving House: One Network for Nine Data Centres',
      speakers: [sol, ines],
      description: `We replaced three network plugins by ${main} and lived. Bring questions about <b>address plans</b>.`,
      type: 'Connectivity',
      day: 2,
      from: '14:15',
      to: '14:45',
      planted: inDescription,
    },
    {
      title: 'Policies That People Can Read',
      speakers: [tobin],
      description: `A tour from default-deny to readable rules; examples use Gateway API and ${main} network policies.`,
      type: 'Security',
      day: 3,
      from: '14:45',
      to: '15:15',
      planted: inDescription,
    },
    {
      title: `What the ${ambiguous} Space Telescope Taught Us About Rollbacks`,
      speakers: [person('Orrin Fairwether', 'University of East Marrow', 8)],
      description:
        'A mirror ground wrong by two micrometres, a repair in orbit, and what that says about release plans.',
      type: 'Cloud Native Novice',
      day: 1,
      from: '11:00',
      to: '11:30',
    },
    {
      title: 'Leaks, Valves and Back Pressure: Queues for Plumbers',
      speakers: [plumber],
      description: 'A plumber explains flow control, with props.',
      type: 'Data Processing + Storage',
      day: 2,
      from: '16:15',
      to: '16:45',
    },
    {
      title: '#HallwayTrack: Bring Your Own Question + Coffee',
      speakers: [],
      description: null,
      type: 'Experiences',
      day: 1,
      from: '15:00',
      to: '15:00',
    },
    {
      title: 'Night of the Long Deploy: Party, Quiz + Karaoke',
      speakers: [],
      description: 'Doors open at eight; the last container shuts down at one.',
      type: 'Breaks, Meals + Social',
      day: 2,
      from: '20:00',
      to: '01:00',
    },
  ];
}

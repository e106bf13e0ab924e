/** Twelve instants before, during and after the event of the released guide, with what is shown then. */
import type { Moment } from '../../../lib/time/moment.ts';

export interface Instant {
  at: string;
  /** What happens at that time. */
  what: string;
  kind: Moment<unknown>['kind'];
  /** Calendar days in the event's zone until the next session, where they are shown. */
  days?: number;
  /** The id of the session in the first row. */
  first: string;
  /** The ids of the running sessions. */
  on: readonly string[];
  /** The ids of the next sessions, or of the first ones before the event. */
  next: readonly string[];
}

/** Atlanta is at UTC−5: 9:00 AM is 14:00 UTC. */
export const INSTANTS: readonly Instant[] = [
  {
    at: '2025-08-19T23:59:59.999Z',
    what: 'the guide’s source is not published yet',
    kind: 'odd',
    first: '28F61',
    on: [],
    next: [],
  },
  {
    at: '2025-08-20T12:00:00Z',
    what: 'the event is weeks ahead',
    kind: 'before',
    days: 82,
    first: '28F61',
    on: [],
    next: ['28F61'],
  },
  {
    at: '2025-11-10T04:59:59Z',
    what: 'it is the last second of the day before',
    kind: 'before',
    days: 1,
    first: '28F61',
    on: [],
    next: ['28F61'],
  },
  {
    at: '2025-11-10T13:59:59.999Z',
    what: 'the first session is about to begin',
    kind: 'before',
    days: 0,
    first: '28F61',
    on: [],
    next: ['28F61'],
  },
  {
    at: '2025-11-10T14:00:00Z',
    what: 'the first session begins',
    kind: 'on',
    first: '28F61',
    on: ['28F61'],
    next: ['28Czl'],
  },
  {
    at: '2025-11-10T14:07:00Z',
    what: 'there is a break of five minutes',
    kind: 'between',
    first: '28Czl',
    on: [],
    next: ['28Czl'],
  },
  {
    at: '2025-11-10T15:45:00Z',
    what: 'three sessions run at once',
    kind: 'on',
    first: '28D0g',
    on: ['28D0g', '28D0X', '28D14'],
    next: ['28D1Y'],
  },
  {
    at: '2025-11-10T16:05:00Z',
    what: 'the three end',
    kind: 'between',
    first: '28D1Y',
    on: [],
    next: ['28D1Y'],
  },
  {
    at: '2025-11-10T17:30:00Z',
    what: 'the first day is over at noon',
    kind: 'overnight',
    days: 1,
    first: '27Nnr',
    on: [],
    next: ['27Nnr'],
  },
  {
    at: '2025-11-12T05:00:00Z',
    what: 'midnight begins the last day',
    kind: 'between',
    first: '27FaR',
    on: [],
    next: ['27FaR', '27FaL'],
  },
  {
    at: '2025-11-12T22:14:59.999Z',
    what: 'the last session is about to end',
    kind: 'on',
    first: '27FbS',
    on: ['27FbS'],
    next: [],
  },
  {
    at: '2026-11-24T10:00:00Z',
    what: 'the event was last year',
    kind: 'after',
    first: '28F61',
    on: [],
    next: [],
  },
];

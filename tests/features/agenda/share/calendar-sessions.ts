/** Sessions for calendars: the guide's, and an invented one. */
import { guide } from '../../../../data/index.ts';
import type { CalendarSession } from '../../../../features/agenda/share/calendar-links.ts';

const EVENTS = new Map(guide.events.map(({ id, name }) => [id, name]));

export const SESSIONS: CalendarSession[] = guide.sessions.map(({ speakers, event, ...session }) => ({
  ...session,
  speakers: speakers.map(({ name }) => name),
  event: EVENTS.get(event) ?? '',
}));

export const ONE: CalendarSession = {
  id: 'Ab12',
  title: 'Nets and meshes',
  start: Date.parse('2025-11-10T14:10Z'),
  end: Date.parse('2025-11-10T14:35Z'),
  url: 'https://example.sched.com/event/Ab12',
  speakers: ['Ada Example', 'Bo Sample'],
  takeaway: 'What holds a net together.',
  event: 'NetDay',
};

import { Window } from 'happy-dom';
import { beforeAll, expect, test, vi } from 'vitest';
import { defaultGuide } from '../sched-site/guide.ts';
import { programme } from '../sched-site/programme.ts';
import { respond } from '../sched-site/respond.ts';
import { eventPageFacts, listFacts } from './read-facts.ts';

const guide = defaultGuide();
const window = new Window();
const page = (path: string, host: string, zone: string) => {
  const { body } = respond(new URL(path, `https://${host}`), { timezone_display: zone, replica_user: 'x' });
  return new window.DOMParser().parseFromString(body, 'text/html') as unknown as Document;
};

beforeAll(() => {
  for (const name of ['Node', 'Element', 'HTMLElement', 'Document'] as const) vi.stubGlobal(name, window[name]);
});

test.each(['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'])(
  'Event pages and the expanded list of the replica in %s match its programme, with and without a known zone choice',
  (zone) => {
    const hints = [{ event: guide.zone }, { event: guide.zone, chosen: zone }];
    const read: unknown[] = [];
    const wanted: unknown[] = [];
    for (const { id, host } of guide.sites) {
      const sessions = programme(guide, id, 20);
      for (const session of sessions.slice(0, 3)) {
        const opened = page(`/event/${session.id}`, host, zone);
        const people = [...session.speakers, ...session.moderators].map(({ name }) => name);
        for (const hint of hints) {
          const { title, start, end, room, speakers = [], slides = [] } = eventPageFacts(opened, hint);
          read.push({ title, start, end, room, speakers, slides });
          wanted.push({ ...expected(session), speakers: [...new Set(people)], slides: session.files });
        }
      }
      const list = page('/list/descriptions?sessions=20', host, zone);
      const byHash = new Map(sessions.map((session) => [session.hash, session]));
      for (const element of list.querySelectorAll('.event')) {
        const session = byHash.get(element.querySelector('a')?.id ?? '');
        for (const hint of hints) {
          const { title, start, end, room } = listFacts(element, hint);
          read.push({ title, start, end, room });
          wanted.push(session && expected(session));
        }
      }
    }
    expect(wanted.length).toBeGreaterThan(80);
    expect(read).toEqual(wanted);
  },
  60_000,
);

function expected({ title, start, end, venue }: ReturnType<typeof programme>[number]) {
  return { title: title.replace(/\s+/gu, ' ').trim(), start, end, room: venue ?? undefined };
}

import { expect, test } from 'vitest';
import type { GuideFile } from '../../data/schema.ts';
import { defaultGuide } from './guide.ts';
import { programme, type Reply, respond } from './index.ts';

const guide = defaultGuide();
const [coLocated, main] = guide.sites;
if (!coLocated || !main) throw new Error('the guide has two sites');

function get(host: string, path: string, cookies: Record<string, string> = {}, of: GuideFile = guide): Reply {
  return respond(new URL(`https://${host}${path}`), cookies, of);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** A copy of the guide with different ids, hosts, zone and days. */
function otherGuide(): GuideFile {
  const text = JSON.stringify({ ...guide, zone: 'Europe/Berlin' })
    .replaceAll('2025-11-', '2027-03-')
    .replaceAll(coLocated?.host ?? '', 'firstday2027.sched.com')
    .replaceAll(main?.host ?? '', 'othercon2027.sched.com')
    .replaceAll(/"id":"2([0-9A-Za-z]{4})"/gu, '"id":"4$1"');
  return JSON.parse(text) as GuideFile;
}

test('Each site has 120 sessions, with unique ids of 4 or 5 characters and unique hashes', () => {
  const first = programme(guide, coLocated.id);
  const second = programme(guide, main.id);
  expect([first.length, second.length]).toEqual([120, 120]);
  const all = [...first, ...second];
  expect(new Set(all.map((s) => s.id)).size).toBe(240);
  expect(new Set(all.map((s) => s.hash)).size).toBe(240);
  for (const session of all) {
    expect(session.id).toMatch(/^[0-9A-Za-z]{4,5}$/u);
    expect(session.hash).toMatch(/^[0-9a-f]{32}$/u);
    expect(session.end).toBeGreaterThanOrEqual(session.start);
  }
});

test('Thousands of sessions have unique ids across both sites', () => {
  const ids = guide.sites.flatMap((site) => programme(guide, site.id, 3_000)).map((s) => s.id);
  expect(new Set(ids).size).toBe(6_000);
});

test('Equal guides have the same programme, and a longer programme contains the same sessions', () => {
  const copy = structuredClone(guide);
  expect(programme(copy, main.id)).toEqual(programme(guide, main.id));
  const longer = new Set(programme(guide, main.id, 3000).map((s) => s.id));
  expect(programme(guide, main.id).every((s) => longer.has(s.id))).toBe(true);
  expect(get(main.host, '/', {}, copy).body).toBe(get(main.host, '/').body);
});

test('Every guide session is exactly once in the simple list of its site, and an event page has its times', () => {
  for (const site of guide.sites) {
    const { body } = get(site.host, '/list/simple');
    for (const session of guide.sessions) {
      const expected = session.site === site.id ? 1 : 0;
      expect(count(body, `href='event/${session.id}/`), `${session.id} on ${site.host}`).toBe(expected);
    }
  }
  const page = get(coLocated.host, '/event/28Czl/any-slug').body;
  expect(page).toContain("Monday November 10, 2025 9:10am - 9:35am <span class='tz'>EST</span>");
});

test('A session that left the schedule is omitted only with ?replica=published', () => {
  const gone = guide.sessions.filter((s) => s.changes.some((change) => change.kind === 'unpublished'));
  expect(gone.length).toBeGreaterThan(0);
  for (const { id } of gone) {
    expect(get(main.host, '/').body).toContain(`event/${id}/`);
    expect(get(main.host, '/?replica=published').body).not.toContain(`event/${id}/`);
  }
});

test('?sessions=N sets the number on every list view', () => {
  for (const path of ['/', '/list/descriptions', '/grid', '/venues']) {
    expect(count(get(main.host, `${path}?sessions=300`).body, 'session-title'), path).toBe(300);
  }
});

test('Views have the shell: doctype, base, body id, doubled filter ids, and links relative to the base', () => {
  const paths = ['/', '/list/descriptions', '/grid', '/venues', '/mobile-site', '/event/28Czl', '/nothing'];
  for (const path of paths) {
    const { body } = get(coLocated.host, path);
    expect(body, path).toMatch(/^<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML 1\.0 Transitional\/\/EN"/u);
    expect(body, path).toContain('<base href="/">');
    expect(body, path).toContain('<body id="schedorg" class="schedorg-body-');
    // The skip link contains the page's own path, as on Sched.
    expect(body.replace(/<a [^>]*class="skip-link/u, ''), path).not.toMatch(
      /href=["'](?:\/|https:\/\/[a-z0-9]+\.sched\.com\/)event\//u,
    );
    expect(body, path).not.toMatch(/(?:src|<link [^>]*href)="(?:https?:)?\/\//u);
  }
  expect(count(get(coLocated.host, '/').body, 'id="sched-type-2"')).toBe(2);
});

test('A print view is a separate document, with only the 32-digit ids', () => {
  for (const path of ['/print', '/print/all', '/print-grid', '/print-venues', '/2025-11-11/print']) {
    const { body } = get(main.host, path);
    expect(body, path).toContain('id="page-print"');
    expect(body, path).not.toContain('schedorg');
    expect(body, path).not.toMatch(/event\/(?![0-9a-f]{32}")/u);
    expect(count(body, 'class="title"'), path).toBeGreaterThan(10);
  }
});

test('A co-located event has one room, and a list filtered by room or day has only matching sessions', () => {
  const sessions = programme(guide, coLocated.id);
  const rooms = new Map<string, Set<string>>();
  for (const { type, venue } of sessions) {
    if (venue !== null) rooms.set(type.name, (rooms.get(type.name) ?? new Set()).add(venue));
  }
  expect([...rooms.values()].map(({ size }) => size)).toEqual([...rooms].map(() => 1));
  const [room = ''] = [...rooms.values()].flatMap((all) => [...all]);
  const path = encodeURIComponent(room).replaceAll('%20', '+');
  const inRoom = sessions.filter(({ venue }) => venue === room).length;
  expect(count(get(coLocated.host, `/overview/venue/${path}`).body, 'session-title')).toBe(inRoom);
  expect(count(get(coLocated.host, `/list/descriptions/venue/${path}`).body, 'session-title')).toBe(inRoom);
  expect(count(get(coLocated.host, `/2025-11-11/list/descriptions/venue/${path}`).body, 'session-title')).toBeLessThan(
    inRoom,
  );
  expect(count(get(main.host, '/list/').body, 'session-title')).toBe(120);
});

test('Lists have “All Day” headings, seat labels and people; the home page has a message with Show More', () => {
  const list = get(main.host, '/list/simple?sessions=542').body;
  expect(list).toContain('<h3>All Day</h3>');
  for (const label of ['FULL', 'WAITLISTED', 'SOLD OUT']) expect(list).toContain(`>${label}</span>`);
  expect(list).toContain('class="sched-event-evpeople"');
  expect(list).not.toContain('Show More');
  const home = get(main.host, '/').body;
  expect(home).toContain('Show More');
  expect(home).toMatch(/id='[0-9a-f]{32}' class='name'/u);
});

test('No page contains the guide’s texts', () => {
  const paths = ['/', '/list/descriptions', '/search?searchstring=cilium', '/directory/speakers'];
  const pages = guide.sites.flatMap((site) => [
    ...paths.map((path) => get(site.host, path).body),
    ...guide.sessions.filter((s) => s.site === site.id).map((s) => get(site.host, `/event/${s.id}/`).body),
  ]);
  for (const session of guide.sessions) {
    for (const text of [session.takeaway, session.summary, session.why]) {
      expect(pages.some((page) => page.includes(text) || page.includes(text.replaceAll("'", '&#39;')))).toBe(false);
    }
  }
});

test('An event page is found by id, with a slash or any slug, and by hash; its title link does not contain the id', () => {
  const session = programme(guide, coLocated.id).find((s) => s.real);
  if (!session) throw new Error('a real session');
  const pages = [session.id, `${session.id}/`, `${session.id}/x-+-y`, session.hash].map((end) =>
    get(coLocated.host, `/event/${end}`),
  );
  for (const page of pages) {
    expect(page.status).toBe(200);
    expect(page.body).toContain(`value="https://sched.co/${session.id}" id="shorturl"`);
    expect(page.body).toContain(`class="name" onclick="return false" id="${session.hash}"`);
    expect(page.body).not.toContain(`href="event/${session.id}`);
  }
  expect(get(coLocated.host, '/event/zzzzz').status).toBe(404);
});

test('The replica follows a guide with other hosts, days, zone and ids', () => {
  const other = otherGuide();
  const { body } = get('othercon2027.sched.com', '/', {}, other);
  expect(count(body, 'session-title')).toBe(120);
  expect(body).toContain("<span class='tz'>CET</span>");
  expect(count(body, "href='event/47Nnr/")).toBe(1);
  expect(get(main.host, '/', {}, other).status).toBe(404);
});

import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import type { GuideFile } from '../../../../data/schema.ts';
import { readDraft } from '../../../../tools/guide/files.ts';
import { renderPage } from '../../../../tools/guide/preview/page.ts';

const { guide } = readDraft();

const { DOMParser } = new Window();

function read(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

const html = renderPage({ guide, problems: [] });
const page = read(html);
const all = (root: ParentNode, selector: string) => [...root.querySelectorAll(selector)];
const text = (node: Element | null | undefined) => node?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';

/** A changed copy of the guide. */
function changed(change: (guide: GuideFile) => void): GuideFile {
  const copy = structuredClone(guide);
  change(copy);
  return copy;
}

/** All strings in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('the page of a guide', () => {
  test('contains every text of the guide', () => {
    const parts = [text(page.body), ...all(page, '*').flatMap((one) => [...one.attributes].map(({ value }) => value))];
    const shown = parts.join('\n');
    // Sched’s second ids are for tools.
    const { $schema: _, ...content } = changed((one) => {
      for (const session of one.sessions) delete session.schedId;
    });
    const missing = textsIn(content).filter((one) => !shown.includes(one.replace(/\s+/gu, ' ')));
    expect(missing).toEqual([]);
    expect(textsIn(content).length).toBeGreaterThan(700);
  });

  test('is self-contained: no scripts, no other files, and a policy that blocks everything else', () => {
    expect(all(page, 'script, link, img, iframe, object, embed, base, [src], [style*="url("]')).toEqual([]);
    expect(all(page, '*').flatMap((one) => [...one.attributes].filter(({ name }) => name.startsWith('on')))).toEqual(
      [],
    );
    expect(html).not.toMatch(/@import|url\(/u);
    expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toContain(
      "default-src 'none'",
    );
  });

  test('has a language, a title, landmarks and a skip link', () => {
    expect(page.documentElement.lang).toBe('en');
    expect(page.title).toBe(`${guide.name}: ${guide.subject} Session Guide`);
    for (const landmark of ['body > header', 'nav', 'main', 'body > footer'])
      expect(all(page, landmark)).toHaveLength(1);
    const skip = all(page, 'a')[0];
    expect(skip?.getAttribute('href')).toBe('#main');
    expect(page.querySelector('nav')?.getAttribute('aria-labelledby')).toBe('contents');
  });

  test('has one h1 and skips no heading levels', () => {
    const levels = all(page, 'h1, h2, h3, h4').map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const steps = levels.slice(1).map((level, index) => level - (levels[index] ?? 0));
    expect(Math.max(...steps)).toBe(1);
  });

  test('has unique ids, and a target for every link within the page', () => {
    const ids = all(page, '[id]').map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = all(page, 'a[href^="#"]').map((link) => link.getAttribute('href')?.slice(1) ?? '');
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(guide.sessions.map(({ id }) => id)));
  });

  test('has the sessions by day, each with time, zone, event, site, level, speakers and a link to Sched', () => {
    const days = all(page, 'section[id^="day-"]');
    expect(days.map(({ id }) => id)).toEqual(['day-2025-11-10', 'day-2025-11-11', 'day-2025-11-12']);
    expect(days.map((day) => text(day.querySelector('h2')))[0]).toBe('Monday, November 10, 2025');
    expect(days.flatMap((day) => all(day, 'article').map(({ id }) => id))).toEqual(guide.sessions.map(({ id }) => id));
    const session = page.getElementById('28D2Q');
    expect(text(session?.querySelector('.when'))).toBe('11:50 AM – 12:15 PM EST');
    expect(text(session?.querySelector('.tags'))).toBe('CiliumCon, Co-located events, talk, advanced');
    expect(text(session?.querySelector('.speakers'))).toBe('Hemanth Malla (Microsoft)');
    expect(session?.querySelector('a[href="https://colocatedeventsna2025.sched.com/event/28D2Q"]')).not.toBeNull();
  });

  test('sorts the sessions of a day by time, even if the guide does not', () => {
    const turned = changed(({ sessions }) => sessions.reverse());
    const shown = read(renderPage({ guide: turned, problems: [] }));
    const starts = all(shown, 'article .when time:first-child').map((one) => one.getAttribute('datetime'));
    expect(starts).toHaveLength(15);
    expect(starts).toEqual([...starts].sort());
  });

  test('shows relations at both sessions, with their reasons, and each only once', () => {
    const relations = (id: string, other: string) =>
      all(page.getElementById(id) ?? page, `.related a[href="#${other}"]`).map((one) => text(one.closest('li')));
    const title = (id: string) => text(page.getElementById(id)?.querySelector('h3'));
    const reason = guide.sessions.find(({ id }) => id === '28F61')?.related.find(({ id }) => id === '27Nnr')?.reason;
    expect(relations('28F61', '27Nnr')).toEqual([`Continues in ${title('27Nnr')} ${reason}`]);
    expect(relations('27Nnr', '28F61')).toEqual([`Continues from ${title('28F61')} ${reason}`]);
    // Each lists the other in the guide.
    expect(relations('28D0X', '28D1Y').join()).toContain('Continues in');
    expect(relations('28D1Y', '28D0X')).toEqual([expect.stringContaining('Watch before')]);
  });

  test('links terms in texts to the glossary, and back', () => {
    const session = page.getElementById('28D2o');
    expect(all(session ?? page, '.summary a.term').map((link) => link.getAttribute('href'))).toEqual([
      '#term-tcp-reset',
      '#term-snat',
      '#term-ebpf',
      '#term-datapath',
      '#term-lru-map',
    ]);
    expect(page.querySelector('#term-snat a[href="#28D2o"]')).not.toBeNull();
  });

  test('links to recordings and playlists from the programme and from the session', () => {
    const isWatched = ({ kind }: { kind: string }) => kind === 'recording' || kind === 'playlist';
    const recorded = guide.sessions.filter(({ links }) => links.some(({ kind }) => kind === 'recording'));
    expect(recorded.length).toBeGreaterThan(0);
    for (const { id, links } of recorded) {
      const { url } = links.find(isWatched) ?? {};
      const row = page.querySelector(`nav li a[href="#${id}"]`)?.closest('li');
      expect(row?.querySelector('a.out')?.getAttribute('href')).toBe(url);
      expect(page.getElementById(id)?.querySelector('.watch a')?.getAttribute('href')).toBe(url);
    }
    expect(all(page, '.unwritten, .fault')).toEqual([]);
  });

  test('links to the calendar file, if there is one', () => {
    const link = read(renderPage({ guide, problems: [] }, 'x.ics')).querySelector('header a[download]');
    expect(link?.getAttribute('href')).toBe('x.ics');
    expect(page.querySelector('a[download]')).toBeNull();
  });

  test('has an index of speakers, sorted by last name', () => {
    const names = all(page, '#guide-people strong').map(text);
    expect(names).toHaveLength(new Set(guide.sessions.flatMap((one) => one.speakers.map(({ name }) => name))).size);
    expect(names.indexOf('Kapil Agrawal')).toBeLessThan(names.indexOf('Liz Rice'));
    const rice = all(page, '#guide-people li').find((one) => text(one).startsWith('Liz Rice'));
    expect(all(rice ?? page, 'a').map((link) => link.getAttribute('href'))).toEqual(['#28F6G', '#27FaR']);
  });

  test('escapes texts, and ignores addresses that are not https', () => {
    const odd = `</style><script>alert(1)</script><img src=x onerror="alert(1)"> & "x" 'y' &amp; </title>`;
    const hostile = changed((one) => {
      one.name = one.place = one.source.title = odd;
      for (const session of one.sessions) session.title = session.summary = session.takeaway = session.why = odd;
      for (const term of one.terms) term.meaning = odd;
      for (const { links } of one.sessions) for (const link of links) link.url = 'javascript:alert(1)';
    });
    const shown = read(renderPage({ guide: hostile, problems: [{ path: odd, reason: odd }] }));
    expect(all(shown, 'script, img')).toEqual([]);
    expect(shown.title).toBe(`${odd}: Cilium Session Guide`);
    expect(text(shown.querySelector('h1'))).toBe(odd);
    expect(all(shown, '.takeaway').map(text)[0]).toContain(odd);
    const targets = all(shown, 'a').map((link) => link.getAttribute('href') ?? '');
    expect(targets.filter((target) => !/^(?:#|https:\/\/)/u.test(target))).toEqual([]);
  });
});

describe('the page of a guide that is still being written', () => {
  const draft = changed((one) => {
    const [first, second, third] = one.sessions;
    if (!first || !second || !third) throw new Error('the guide has fewer sessions');
    Object.assign(first, { takeaway: '', summary: '', why: '', level: '', topics: [], speakers: [] });
    Object.assign(second, { id: first.id, start: '9 o’clock', end: '' });
    third.related = [{ id: 'ZZZZZ', how: 'similar', reason: '' }];
    third.summary = 'x'.repeat(500);
    one.zone = 'Nowhere/Town';
  });
  const problems = [
    { path: 'zone', reason: 'is no zone' },
    { path: 'sessions[2].summary', reason: 'is too long' },
  ];
  const shown = read(renderPage({ guide: draft, problems }));

  test('marks missing texts, in their places and in the contents', () => {
    const first = shown.getElementById('28F61');
    expect(all(first ?? shown, '.unwritten').map(text)).toEqual([
      'speakers to be written',
      'level to be written',
      'takeaway to be written',
      'summary to be written',
      'to be written',
      'to be written',
    ]);
    for (const place of ['.why', '.facts']) expect(first?.querySelector(`${place} .unwritten`), place).not.toBeNull();
    expect(text(shown.querySelector('nav'))).toContain('3 texts to write');
  });

  test('lists the problems at the top, grouped by session', () => {
    const list = shown.querySelector('main > section');
    expect(text(list?.querySelector('h2'))).toBe('Not ready: 2 problems');
    expect(all(list ?? shown, 'li').map(text)).toEqual(['zone is no zone', 'sessions[2].summary is too long']);
    expect(all(list ?? shown, 'h3 a').map((link) => link.getAttribute('href'))).toEqual(['#28D0I']);
  });

  test('has every session with a unique anchor, even if ids, times and references are wrong', () => {
    expect(all(shown, 'article')).toHaveLength(15);
    const ids = all(shown, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('session-1');
    expect(text(shown.getElementById('session-1')?.querySelector('.when'))).toContain('9 o’clock');
    expect(text(shown.getElementById('28D0I'))).toContain('“ZZZZZ”, which is not in sessions');
  });
});

import { describe, expect, test } from 'vitest';
import type { BrokenGuideError } from '../../../../data/check.ts';
import { parseGuide } from '../../../../tools/guide/parse.ts';
import { doubtLines, listTimes, makeDraft, postText, speakersIn } from '../drafted.ts';

describe('the draft from a post like the first guide’s source', () => {
  const drafted = makeDraft(postText('quoll-at-burrowcon.md'));
  const { guide } = drafted;
  const session = (id: string) => guide.sessions.find((one) => one.id === id);

  test('has every session with its times, sorted by start', () => {
    expect(listTimes(drafted)).toEqual([
      '3Bf6A 2031-05-12T09:00 09:05',
      '3Bf6b 2031-05-12T09:10 09:35',
      '3Bf6c 2031-05-12T09:45 10:10',
      '3Bf6B 2031-05-12T10:15 10:20',
      '3Bf6d 2031-05-12T10:40 11:05',
      '3Bf6g 2031-05-12T10:40 11:05',
      '3Bf6h 2031-05-12T10:40 11:05',
      '3Bf6e 2031-05-12T11:50 12:15',
      '3Bf6f 2031-05-12T12:20 12:30',
      '3Ae1k 2031-05-13T11:15 11:45',
      '3Ae1K 2031-05-13T17:00 17:30',
      '3Ae1m 2031-05-14T15:00 15:30',
      '3Ae1n 2031-05-14T15:00 15:30',
      '3Ae1p 2031-05-14T16:45 17:15',
    ]);
  });

  test('has sites by host, and events by heading or by the line of the time', () => {
    expect(guide.sites).toEqual([
      { id: 'sideshows31', host: 'sideshows31.sched.com', name: '' },
      { id: 'burrowcon31', host: 'burrowcon31.sched.com', name: '' },
    ]);
    expect(guide.events.map(({ id, name }) => `${id}: ${name}`)).toEqual([
      'quollcon: QuollCon',
      'marsupial-university: Marsupial University',
      'night-day: Night Day',
      'burrowcon-dencon-oceania-2031: BurrowCon + DenCon Oceania 2031',
    ]);
    const bySite = Object.groupBy(guide.sessions, ({ site }) => site);
    expect(bySite.sideshows31?.map(({ event }) => event)).toEqual([
      ...Array(5).fill('quollcon'),
      'marsupial-university',
      'night-day',
      ...Array(2).fill('quollcon'),
    ]);
    expect(new Set(bySite.burrowcon31?.map(({ event }) => event))).toEqual(new Set(['burrowcon-dencon-oceania-2031']));
  });

  test('has titles without speakers, and kinds from the titles', () => {
    expect(guide.sessions.map(({ title }) => title)).toEqual([
      'QuollCon | Welcome + First Words',
      'Digging Deeper: How Quoll Finds Its Den',
      'A Year Without Tunnels',
      'QuollCon Sponsored Keynote: Odalys Wren, Tussock at Gorge',
      'Quiet Feet: Quoll on Small Machines',
      'From Pup To Hunter: Bringing Up a Cluster',
      'How We Count 25+ Dens by Night',
      'Can a Pouch Be Too Full ?',
      '⚡Lightning Talk: Whiskers in Ten Minutes',
      '10 Years of Quoll: Looking Back',
      'Faster Than a Fox',
      'Sharing a Burrow',
      'A Tail of Two Zones',
      'Dancing Paws and Their Network: What Went Wrong',
    ]);
    const other = guide.sessions.filter(({ kind }) => kind !== 'talk').map(({ id, kind }) => `${id} ${kind}`);
    expect(other).toEqual(['3Bf6A welcome', '3Bf6B keynote', '3Bf6f lightning talk']);
  });

  test('has speakers with their organisations', () => {
    expect(speakersIn(drafted)).toEqual({
      '3Bf6A': 'Barnaby Ike, Odalys Wren',
      '3Bf6b': 'Tarni Okafor (Tussock), Ruben Castellane (Tussock)',
      '3Bf6c': 'Ines Varga (Feldspar Works)',
      '3Bf6B': 'Odalys Wren (Tussock at Gorge)',
      '3Bf6d': 'Pita Hohaia (Landcare Labs)',
      '3Bf6e': 'Ruben Castellane (Tussock)',
      '3Bf6f': 'Min Seo Park (Harbour Corp.)',
      '3Bf6g': 'Elowen Trask (Tussock at Gorge)',
      '3Bf6h': 'Cory Abara (University of the Plains), Rya Etten (Blue Hat)',
      '3Ae1k':
        'Barnaby Ike (Tussock @ Gorge), Paul Arden (Tussock @ Gorge), Nell Aggar (Northwind), Sat Krishna (UBank)',
      '3Ae1K': 'Dan Birkmann (Tussock at Gorge)',
      '3Ae1m': 'Odalys Wren (Tussock at Gorge)',
      '3Ae1n': 'Apara Chevu (Northwind), Mick Zapper (Northwind)',
      '3Ae1p': 'Gita Kunda (BeatDance), Jo Palladio (BeatDance)',
    });
  });

  test('has the source, and leaves what the post lacks empty', () => {
    expect(guide.source).toEqual({
      title: 'Quoll at BurrowCon + DenCon and QuollCon Oceania 2031',
      url: '',
      author: 'Merindah Foss',
      organisation: 'Tussock',
      published: '2031-03-02',
    });
    expect([guide.name, guide.subject, guide.place, guide.zone]).toEqual(['', '', '', '']);
    expect([guide.firstDay, guide.lastDay]).toEqual(['2031-05-12', '2031-05-14']);
    const written = ['takeaway', 'summary', 'why', 'level'] as const;
    expect(guide.sessions.flatMap((one) => written.map((field) => one[field])).filter(Boolean)).toEqual([]);
    expect(guide.sessions.flatMap(({ topics }) => topics)).toEqual([]);
  });

  test('has doubts about garbled or missing facts, with their lines, and no others', () => {
    expect(doubtLines(drafted).sort()).toEqual(
      [
        '0 firstDay, lastDay: are those of the sessions, 2031-05-12 and 2031-05-14: the event may be longer',
        '0 zone: the post has none: use --zone, such as --zone Europe/London',
        '121 “Quoll’s Booth: Come by, from 10 AM on.”: has a time and no link to a session: is it one, or another slot of one?',
        '30 3Bf6A speakers: “Organisers” is the role of Barnaby Ike, not an organisation: add the organisation',
        '30 3Bf6A speakers: “Co-Chairs” is the role of Odalys Wren, not an organisation: add the organisation',
        '30 3Bf6A speakers: read Barnaby Ike, Odalys Wren in “QuollCon | Welcome + First Words - Barnaby Ike, Organisers & Odalys Wren, Co-Chairs”, but the address says “quollcon-welcome-+-first-words-odalys-wren-barnaby-ike-programme-team-co-chairs”: which is right?',
      ].sort(),
    );
    expect(drafted.doubts.alternatives).toEqual([]);
  });

  test('distinguishes ids that differ only by case', () => {
    expect(session('3Ae1k')?.title).toBe('10 Years of Quoll: Looking Back');
    expect(session('3Ae1K')?.title).toBe('Faster Than a Fox');
    expect([session('3Bf6b')?.kind, session('3Bf6B')?.kind]).toEqual(['talk', 'keynote']);
  });

  test('fails the check only for texts to write, and passes once they are written', () => {
    const findFaults = (text: string) => {
      try {
        return parseGuide(text, 'draft.json') ? [] : [];
      } catch (error) {
        return (error as BrokenGuideError).problems.map(({ path, reason }) => `${path} ${reason}`);
      }
    };
    const faults = findFaults(JSON.stringify(guide));
    for (const place of ['name', 'subject', 'place', 'sites[0].name', 'events[0].sentence', 'sessions[0].summary']) {
      expect(faults.find((one) => one.startsWith(`${place} `))).toContain('is empty: write it');
    }
    const written = structuredClone(makeDraft(postText('quoll-at-burrowcon.md'), { zone: 'Australia/Hobart' }).guide);
    Object.assign(written, { name: 'BurrowCon', subject: 'Quoll', place: 'Launceston' });
    written.source.url = 'https://quoll.example/blog';
    written.topics = [{ id: 'dens', name: 'Dens' }];
    for (const one of written.sites) one.name = one.id;
    for (const one of written.events) one.sentence = 'It is held there.';
    for (const one of written.sessions) {
      Object.assign(one, {
        takeaway: 'Dens.',
        summary: 'About dens.',
        why: 'Dens.',
        level: 'beginner',
        topics: ['dens'],
      });
    }
    expect(findFaults(JSON.stringify(written))).toEqual([]);
  });
});

describe('the draft from another community’s post', () => {
  const drafted = makeDraft(postText('gannet-at-tidecon.md'), { host: 'tidecon32.sched.com', zone: 'Europe/Oslo' });
  const { guide } = drafted;

  test('has every session with its times, despite wrapped lines, a table, shortcodes and short addresses', () => {
    expect(listTimes(drafted)).toEqual([
      '4Gn0E 2032-10-04T09:00 09:25',
      '4Gn0F 2032-10-04T09:30 09:55',
      '4Gn0A 2032-10-04T15:00 15:05',
      '4Gn0B 2032-10-05T11:15 11:45',
      '4Gn0C 2032-10-05T23:45 2032-10-06T00:30',
      '4Gn0D 2032-10-06T11:00 11:30',
      '4Gn01 ? ?',
    ]);
    expect(new Set(guide.sessions.map(({ site }) => site))).toEqual(new Set(['tidecon32']));
    expect([guide.firstDay, guide.lastDay]).toEqual(['2032-10-04', '2032-10-07']);
  });

  test('has titles and speakers', () => {
    expect(Object.fromEntries(guide.sessions.map(({ id, title }) => [id, title]))).toEqual({
      '4Gn01': '',
      '4Gn0A': '⚡ Lightning Talk: Diving by Numbers',
      '4Gn0B': 'Nests at Scale: A Cliff for Everyone',
      '4Gn0C': 'Where’s My Chick? Tracing From Egg to Flight',
      '4Gn0D': '"Two Winds" Explained - And Where They Meet',
      '4Gn0E': 'Opening a Rookery',
      '4Gn0F': 'Gannets & Geese',
    });
    expect(speakersIn(drafted)).toEqual({
      '4Gn01': '',
      '4Gn0A': 'Ossian Reed',
      '4Gn0B': 'Wanjiru Otieno (Cormorant), Pål Ås (Skerry Inc.)',
      '4Gn0C': 'Panos Tsilo (Gull, Inc.), Bo Johnsen (Gull, Inc.)',
      '4Gn0D': 'Ann Aas (Isle University), Faseel K (Petrel Software), Roberta Machado (Petrel Software)',
      '4Gn0E': 'Ivo Lund (Seawall)',
      '4Gn0F': 'Ann Aas, Wanjiru Otieno',
    });
  });

  test('has doubts about a zone and sites that the post does not name', () => {
    const alone = makeDraft(postText('gannet-at-tidecon.md'));
    expect(alone.guide.zone).toBe('');
    expect(doubtLines(alone)).toContain('10 zone: “CEST” is used in many places: use --zone');
    expect(doubtLines(alone).join('\n')).toContain('short addresses do not contain the site: which one has 4Gn0A?');
    expect(alone.guide.sessions.find(({ id }) => id === '4Gn0A')?.site).toBe('');
  });
});

import { describe, expect, test } from 'vitest';
import { eventsIn, toSlug } from '../../../../tools/guide/draft/events.ts';
import { peopleIn } from '../../../../tools/guide/draft/people.ts';
import { isGeneric, slugAgrees, splitTitle } from '../../../../tools/guide/draft/titles.ts';

function told(text: string): string {
  const { speakers } = peopleIn(text);
  return speakers.map(({ name, organisation }) => (organisation ? `${name} [${organisation}]` : name)).join(', ');
}

describe('Speakers are read', () => {
  test.each([
    ['Ann Aas, Gull', 'Ann Aas [Gull]'],
    ['Ann Aas & Bo Lund, Gull', 'Ann Aas [Gull], Bo Lund [Gull]'],
    ['Ann Aas, Gull & Bo Lund, Blue Hat', 'Ann Aas [Gull], Bo Lund [Blue Hat]'],
    ['Ann Aas & Bo Lund, Gull @ Sea; Cy Moe, Tern', 'Ann Aas [Gull @ Sea], Bo Lund [Gull @ Sea], Cy Moe [Tern]'],
    ['Ann Aas, Bo Lund and Cy Moe', 'Ann Aas, Bo Lund, Cy Moe'],
    ['Ann Aas, Gull and Bo Lund', 'Ann Aas [Gull], Bo Lund'],
    ['Ann Aas; Bo Lund; Cy Moe', 'Ann Aas, Bo Lund, Cy Moe'],
    ['Ann Aas (Gull); Bo Lund (Tern Inc.)', 'Ann Aas [Gull], Bo Lund [Tern Inc.]'],
    ['Ann Aas, Bo Lund & Cy Moe\n (Gull)', 'Ann Aas [Gull], Bo Lund [Gull], Cy Moe [Gull]'],
    ['Ann Aas & Bo Lund (Gull), Cy Moe (Tern),', 'Ann Aas [Gull], Bo Lund [Gull], Cy Moe [Tern]'],
    ['Ann Aas (Gull) and Bo Lund (Tern)', 'Ann Aas [Gull], Bo Lund [Tern]'],
    ['Ann Aas (she/her), Gull', 'Ann Aas [Gull]'],
    ['Ann Aas from Gull', 'Ann Aas [Gull]'],
    ['Ann Aas & Bo Lund (Gull', 'Ann Aas [Gull], Bo Lund [Gull]'],
    ['Ann Aas, Gull (formerly Egg) & Bo Lund, Tern', 'Ann Aas [Gull (formerly Egg)], Bo Lund [Tern]'],
    ['Ann Aas, Gull, Inc.', 'Ann Aas [Gull, Inc.]'],
    ['Min Seo Park, Harbour Corp.', 'Min Seo Park [Harbour Corp.]'],
    ['Ann Aas, Gull, now part of Tern; Bo Lund, Egg', 'Ann Aas [Gull, now part of Tern], Bo Lund [Egg]'],
    ['Ann Aas, Rock & Cliff & Bo Lund, A&B', 'Ann Aas [Rock & Cliff], Bo Lund [A&B]'],
    ['Ann Aas, Director of Nests, Gull', 'Ann Aas [Gull]'],
    ['Ann Aas, VP of Law and Order, Gull; Bo Lund, CTO, Tern', 'Ann Aas [Gull], Bo Lund [Tern]'],
    ['Jan van der Berg & Zoë D’Arc, Gull', 'Jan van der Berg [Gull], Zoë D’Arc [Gull]'],
    ['Ada "Egg" Aas, Gull', 'Ada "Egg" Aas [Gull]'],
  ])('in “%s”.', (text, speakers) => {
    expect(told(text)).toBe(speakers);
    expect(peopleIn(text)).toMatchObject({ sure: true, doubts: [] });
  });

  test('without what they are at the event, which is asked for.', () => {
    const { speakers, doubts } = peopleIn('Ann Aas, Program & Bo Lund, Co-Chairs; Cy Moe, Maintainer');
    expect(speakers).toEqual([{ name: 'Ann Aas' }, { name: 'Bo Lund' }, { name: 'Cy Moe' }]);
    expect(doubts).toHaveLength(3);
    expect(doubts[0]).toBe('“Program” is the role of Ann Aas, not an organisation: add the organisation');
  });

  test('with a doubt where names and companies can’t be told apart.', () => {
    expect(told('Ann Aas, Gull, Bo Lund, Tern')).toBe('Ann Aas [Gull], Bo Lund [Tern]');
    expect(peopleIn('Ann Aas, Gull, Bo Lund, Tern').doubts).toHaveLength(1);
    expect(peopleIn('Alex & Bo Lund (Gull)').doubts).toEqual(['is “Alex” a name?']);
  });

  test.each(['Room 410 B', 'a look at nests', 'And Where They Meet', 'The New Example', '', 'Level 2 | Hall A'])(
    'not in “%s”.',
    (text) => {
      expect(peopleIn(text).sure).toBe(false);
    },
  );
});

describe('A title', () => {
  test.each([
    ['Nests at Scale - Ann Aas, Gull', 'Nests at Scale', 'Ann Aas'],
    ['Nests – A Guide – Ann Aas & Bo Lund, Gull', 'Nests – A Guide', 'Ann Aas'],
    ['Nests | by Ann Aas (Gull)', 'Nests', 'Ann Aas'],
    ['Nests by Ann Aas (Gull)', 'Nests', 'Ann Aas'],
    ['Feathers Fail! - The Problems With Feathers', 'Feathers Fail! - The Problems With Feathers', undefined],
    ['“Nests”', 'Nests', undefined],
    ['"Nests" and "Eggs"', '"Nests" and "Eggs"', undefined],
    ['⚡Lightning Talk: Nests - Ann Aas, Gull', '⚡Lightning Talk: Nests', 'Ann Aas'],
    ['Nests - Ann Aas, Gull - Labs & Bo Lund, Tern', 'Nests', 'Ann Aas'],
  ])('is parted from its speakers: “%s”.', (printed, title, first) => {
    const split = splitTitle(printed);
    expect(split.title).toBe(title);
    expect(split.people?.speakers[0]?.name).toBe(first);
  });

  test('whose end may be somebody’s name is doubted.', () => {
    expect(splitTitle('Nests - Ann Aas').people?.doubts).toEqual(['is “Ann Aas” a speaker, or the end of the title?']);
  });

  test.each([
    ['cllightning-talk-nests-ann-aas-gull', '⚡Lightning Talk: Nests', true],
    ['how-we-count-25+-nests-ann-aas', 'How We Count 25+ Nests - Ann Aas', true],
    ['dont-dive-michal-aas', 'Don’t Dive - Michał Åas', true],
    ['nests-ann-aas', 'Eggs', false],
    ['', 'Eggs', false],
  ])('is compared with its address: %s, “%s”.', (slug, title, agrees) => {
    expect(slugAgrees(slug, title)).toBe(agrees);
  });

  test.each(['here', 'Session link', 'Add to your schedule!', 'View on Sched', 'https://sched.co/4Gn01', '→', ''])(
    'is not “%s”.',
    (text) => {
      expect(isGeneric(text)).toBe(true);
    },
  );

  test.each(['Sharing a Burrow', 'Here Be Dragons', 'Schedule-Aware Nests'])('is “%s”.', (text) => {
    expect(isGeneric(text)).toBe(false);
  });
});

describe('Names of events are found', () => {
  test.each([
    ['QuollCon', ['QuollCon']],
    ['BurrowCon + DenCon North America 2031 Talks', ['BurrowCon + DenCon North America 2031']],
    ['Nest + eBeak Day 2031', ['Nest + eBeak Day 2031']],
    ['Night Day at BurrowCon EU', ['Night Day', 'BurrowCon EU']],
    ['Tuesday, May 13 (DenCon)', ['DenCon']],
    ['Marsupial University - Monday, May 12', ['Marsupial University']],
    ['Dens on Cliffs Day', ['Dens on Cliffs Day']],
    ['Monday, Day 1', []],
    ['Talks beside it', []],
  ])('in “%s”.', (text, events) => {
    expect(eventsIn(text)).toEqual(events);
  });

  test('and made ids.', () => {
    expect(toSlug('Nest + eBeak Día ’31')).toBe('nest-ebeak-dia-31');
  });
});

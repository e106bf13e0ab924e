import { describe, expect, test } from 'vitest';
import { pairRows, type Row } from '../../../lib/seen/print-rows.ts';
import type { SeenFacts } from '../../../lib/seen/seen.ts';

const HASH = '0123456789abcdef0123456789abcdef';
const OTHER = 'f'.repeat(32);
const session = (id: string, title: string, more: object = {}) => ({
  id,
  title,
  start: Date.parse('2025-11-11T16:15Z'),
  speakers: [
    { name: 'Ada Pipewell', organisation: 'Kelp & Co' },
    { name: 'Bo Roe', organisation: 'Acme' },
  ],
  ...more,
});
const NETS = session('28D1Y', 'Nets: One Year On');
const row = (title: string, more: Partial<Row> = {}): Row => ({ id: HASH, title, people: [], ...more });
const paired = (rows: Row[], sessions = [NETS], seen: [string, Partial<SeenFacts>][] = []) =>
  pairRows(rows, sessions as never, new Map(seen.map(([id, facts]) => [id, { at: 0, ...facts }])));

describe('a row of a print view matches a session', () => {
  test('by its short id, or by the second id from the guide or a seen page, whatever its title', () => {
    expect(paired([row('x', { id: '28D1Y' })])).toEqual({ '28D1Y': '28D1Y' });
    expect(paired([row('x')], [{ ...NETS, schedId: HASH } as never])).toEqual({ [HASH]: '28D1Y' });
    expect(paired([row('x')], [NETS], [['28D1Y', { schedId: HASH }]])).toEqual({ [HASH]: '28D1Y' });
  });

  test.each([
    'Nets: One Year On - Ada Pipewell, Kelp & Co & Bo Roe, Acme',
    'nets: one  year on – Bo Roe, Acme; Ada Pipewell, Kelp & Co',
    'Nets: One Year On - Ada Pipewell & Bo Roe',
  ])('by its whole title: “%s”', (title) => {
    expect(paired([row(title)])).toEqual({ [HASH]: '28D1Y' });
  });

  test('with a company written “A @ B” or “A at B”', () => {
    const speakers = [{ name: 'Ada Pipewell', organisation: 'Kelp @ Acme' }];
    expect(paired([row('Nets - Ada Pipewell, Kelp at Acme')], [session('28D1Y', 'Nets', { speakers })])).toEqual({
      [HASH]: '28D1Y',
    });
  });

  test('by a title without people, if all speakers are listed beside it', () => {
    expect(paired([row('Nets: One Year On', { people: ['Bo Roe', 'Ada Pipewell'] })])).toEqual({ [HASH]: '28D1Y' });
    expect(paired([row('Nets: One Year On')])).toEqual({});
    expect(paired([row('Nets: One Year On', { people: ['Bo Roe'] })])).toEqual({});
  });

  test('by the title that was seen on a page, unless it may be truncated', () => {
    const seen: [string, Partial<SeenFacts>][] = [['28D1Y', { title: 'Nets - Ada Pipewell, Newco' }]];
    expect(paired([row('NETS -  Ada Pipewell, Newco')], [NETS], seen)).toEqual({ [HASH]: '28D1Y' });
    expect(paired([row('x'.repeat(400))], [NETS], [['28D1Y', { title: 'x'.repeat(400) }]])).toEqual({});
  });

  test.each([
    'Nets: One Year On - Ada Pipewell, Kelp & Co',
    'Nets: One Year On - Ada Pipewell, Kelp & Co & Bo Roe, Acme & Cy Ray, Acme',
    'Nets: One Year On - Ada Pipewell, Kelp & Co & Bo Roe, Newco',
    'Nets: One Year On (Repeat) - Ada Pipewell, Kelp & Co & Bo Roe, Acme',
    'Nets - Ada Pipewell, Kelp & Co & Bo Roe, Acme',
    'More Nets: One Year On - Ada Pipewell, Kelp & Co & Bo Roe, Acme',
  ])('but not by a different title: “%s”', (title) => {
    expect(paired([row(title)])).toEqual({});
  });
});

describe('a title does not match', () => {
  const title = 'Nets: One Year On - Ada Pipewell, Kelp & Co & Bo Roe, Acme';

  test.each([
    ['2025-11-11', true],
    ['2025-11-12', true],
    ['2025-11-10', false],
    ['2025-11-13', false],
  ])('if the session can’t be on that day in any zone: %s, fits: %s', (day, fits) => {
    expect(Object.keys(paired([row(title, { day })]))).toHaveLength(fits ? 1 : 0);
  });

  test('if two rows or two sessions have it', () => {
    expect(paired([row(title), row(title, { id: OTHER })])).toEqual({});
    expect(paired([row(title)], [NETS, { ...NETS, id: '28D2Q' }])).toEqual({});
  });

  test('if an id contradicts it', () => {
    expect(paired([row(title)], [{ ...NETS, schedId: OTHER } as never])).toEqual({});
    expect(paired([row(title), row('x', { id: '28D1Y' })])).toEqual({ '28D1Y': '28D1Y' });
    expect(paired([row(title, { id: '28D4J' })])).toEqual({});
  });
});

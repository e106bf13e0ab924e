// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { readText } from '../../../components/draw.ts';
import { AFTER, BEFORE, drawAgenda, makeSaying, row, viewWith } from './agenda.tsx';

test('A row shows the zone of both times when clocks go back between them', async () => {
  const [one, ...others] = agendaGuide.sessions;
  const [start, end] = [Date.parse('2025-11-02T05:30Z'), Date.parse('2025-11-02T06:15Z')];
  const guide = { ...agendaGuide, sessions: [{ ...(one as NonNullable<typeof one>), start, end }, ...others] };
  const { root } = await drawAgenda({ now: BEFORE }, { guide });
  expect(readText(row(root, one?.id ?? '').querySelector('.when'))).toBe('1:30 AM EDT to 1:15 AM EST');
  expect(readText(row(root, others[0]?.id ?? '').querySelector('.when'))).not.toContain('EST');
});

describe('The heading of a list names', () => {
  const starts = ['2025-11-02T05:30Z', '2025-11-02T14:00Z', '2025-11-03T14:00Z'];
  const guide = {
    ...agendaGuide,
    sessions: starts.map((start, index) => {
      const one = agendaGuide.sessions[index] as (typeof agendaGuide.sessions)[number];
      return { ...one, start: Date.parse(start), end: Date.parse(start) + 1_500_000 };
    }),
  };
  const headings = (root: Element) =>
    [...root.querySelectorAll('.list-head')].map(
      (head) => /Times in ([A-Z]+(?: \/ [A-Z]+)?)/u.exec(readText(head))?.[1],
    );

  test('both zones of a day on which clocks change, and one on other days', async () => {
    const { root } = await drawAgenda({ now: BEFORE - 86_400_000 * 30 }, { guide });
    expect(headings(root)).toEqual(['EDT / EST', 'EST']);
  });

  test('both zones of recorded sessions of several days', async () => {
    const video = 'https://example.org/v';
    const pages = new Map(guide.sessions.map(({ id }) => [id, makeSaying({ video })]));
    const { root } = await drawAgenda({ now: AFTER, view: viewWith({ order: 'recorded' }), pages }, { guide });
    expect(headings(root)).toEqual(['EDT / EST']);
  });
});

// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { readText } from '../../../components/draw.ts';
import { BEFORE, drawAgenda, row } from './agenda.tsx';

test('A row shows the zone of both times when clocks go back between them', async () => {
  const [one, ...others] = agendaGuide.sessions;
  const [start, end] = [Date.parse('2025-11-02T05:30Z'), Date.parse('2025-11-02T06:15Z')];
  const guide = { ...agendaGuide, sessions: [{ ...(one as NonNullable<typeof one>), start, end }, ...others] };
  const { root } = await drawAgenda({ now: BEFORE }, { guide });
  expect(readText(row(root, one?.id ?? '').querySelector('.when'))).toBe('1:30 AM EDT to 1:15 AM EST');
  expect(readText(row(root, others[0]?.id ?? '').querySelector('.when'))).not.toContain('EST');
});

// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '../../../../features/agenda/list/view.ts';
import { byRole, readText } from '../../../components/draw.ts';
import { BEFORE, doing, drawAgenda, IDS, openRow, ownWith, row, rowsIn, viewWith } from './agenda.tsx';

describe('the list after the event', () => {
  const heads = (root: Element) => [...root.querySelectorAll('.list h2')].map((h2) => h2.firstChild?.textContent);

  test('has recordings first, with their day, then the rest by day, and can be sorted by day', async () => {
    const { root } = await drawAgenda({ view: EVERYTHING });
    expect(heads(root)).toEqual(['Recorded', 'Monday, November 10', 'Wednesday, November 12']);
    expect(rowsIn(root).slice(0, 3)).toEqual(['28D0g', '28D14', '27Nnr']);
    expect(readText(row(root, '27Nnr').querySelector('.date'))).toBe('Tue, Nov 11');
    expect(readText(row(root, '27Nnr').querySelector('.long'))).toBe('30 min');
    await doing(() => byRole(root, 'button', 'Sort by day').click());
    expect(heads(root)).toEqual(['Monday, November 10', 'Tuesday, November 11', 'Wednesday, November 12']);
    expect(rowsIn(root)).toEqual(IDS);
    await doing(() => byRole(root, 'button', 'Recorded first').click());
    expect(rowsIn(root)[0]).toBe('28D0g');
  });

  test('shows no conflicts and gaps, and keeps the calendar links closed', async () => {
    const { root } = await drawAgenda({ own: ownWith({ picked: ['28D0g', '28D0X'] }) });
    expect(root.querySelector('.cluster, .gap, .overlap')).toBeNull();
    const opened = await openRow(root, '28D0g');
    expect(readText(opened)).not.toContain('Same time');
    expect(opened.querySelector<HTMLDetailsElement>('.mine details')?.open).toBe(false);
  });
});

test('The hits of a search have no gaps and no groups', async () => {
  const { root } = await drawAgenda({ now: BEFORE, view: viewWith({ query: 'cilium' }) });
  expect(root.querySelector('.gap, .cluster')).toBeNull();
});

// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type Own, readOwn } from '../../../../lib/own/own.ts';
import { notePatch, pickPatch, watchedPatch } from '../../../../lib/own/patches.ts';
import { byRole, press, readText } from '../../../components/draw.ts';
import { drawAgenda, IDS, ownWith, row, rowsIn, viewWith } from './agenda.tsx';

const kelp = { id: 'ZZZ1', title: 'Kelp’s Journey' };
const algae = { id: 'ZZZ2', title: 'Algae at Scale' };

/** Picks, seen marks and notes of sessions that the guide does not have. */
const OWN: Own = readOwn({
  ...pickPatch(kelp, 'old', 1, true),
  ...watchedPatch(kelp, 'old', 1, true),
  ...notePatch(kelp, 'old', 'Ask about <b>tides</b>', 1),
  ...watchedPatch(algae, 'old', 1, true),
  // Picked on a page that has no title.
  'pick:ZZZ3': { id: 'ZZZ3', guide: 'old', at: 1 },
});

const section = (root: Element) => root.querySelector('.gone') as HTMLElement;

describe('a session that the guide no longer has', () => {
  test('is listed at the end, by title, with its pick, seen mark and note', async () => {
    const { root } = await drawAgenda({ own: OWN });
    expect(section(root).querySelector('h2')?.textContent).toBe('No longer in the guide');
    expect(rowsIn(root)).toEqual([...IDS, 'ZZZ2', 'ZZZ1', 'ZZZ3']);
    const texts = ['ZZZ2', 'ZZZ1', 'ZZZ3'].map((id) =>
      [...row(root, id).querySelectorAll('.what > *')].map((part) => readText(part)),
    );
    expect(texts).toEqual([
      ['Algae at Scale', 'seen'],
      ['Kelp’s Journey', 'picked, seen', 'Your note: Ask about <b>tides</b>'],
      ['Session ZZZ3', 'picked'],
    ]);
    expect(section(root).querySelector('b')).toBeNull();
  });

  test('can be removed', async () => {
    const { root, told, update } = await drawAgenda({ own: OWN });
    await press(byRole(section(root), 'button', 'Remove: Kelp’s Journey'));
    await press(byRole(section(root), 'button', 'Remove: Session ZZZ3'));
    expect(told).toEqual(['forget ZZZ1', 'forget ZZZ3']);
    await update({ own: ownWith({ picked: ['28F61'] }) });
    expect(section(root)).toBeNull();
  });

  test('is listed when another window adds it, whatever the search', async () => {
    const { root, update } = await drawAgenda({ view: viewWith({ query: 'zzzzzz' }) });
    expect(section(root)).toBeNull();
    await update({ own: OWN });
    expect(rowsIn(root)).toEqual(['ZZZ2', 'ZZZ1', 'ZZZ3']);
  });
});

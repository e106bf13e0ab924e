// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { View } from '../../../../features/agenda/list/view.ts';
import { allByRole, byRole, readText } from '../../../components/draw.ts';
import { doing, drawAgenda, IDS, makeSaying, ownWith, row, rowsIn, type, viewWith } from './agenda.tsx';

const field = (root: Element) => root.querySelector('[role=searchbox]') as HTMLInputElement;
const result = (root: Element) => readText(root.querySelector('.find [role=status]'));
const marks = (root: Element) => [...root.querySelectorAll('.list mark')].map((mark) => readText(mark));
/** The filters in the group with this name. */
function group(root: Element, name: string) {
  const groups = [...root.querySelectorAll('fieldset')];
  const set = groups.find((one) => readText(one.querySelector('legend')) === name) as Element;
  return allByRole(set, 'button').map((button) => ({
    name: readText(button.firstChild?.textContent),
    count: Number(button.querySelector('span')?.textContent),
    announced: readText(button.querySelector('.unseen')),
    pressed: button.getAttribute('aria-pressed') === 'true',
    disabled: (button as HTMLButtonElement).disabled,
  }));
}

describe('the search field', () => {
  test('loads the long texts when it gets the focus, and searches them', async () => {
    const { root, told, state } = await drawAgenda();
    expect(state().search).toBeUndefined();
    await doing(() => field(root).focus());
    expect(told).toEqual(['searching']);
    await type(field(root), 'compressed names');
    expect(state().view).toEqual(viewWith({ query: 'compressed names' }));
    expect(rowsIn(root)).toEqual(['28D2Q']);
  });

  test('marks hits in titles and names, and removes the marks when it is emptied', async () => {
    const { root } = await drawAgenda({ view: viewWith({ query: 'ipv6 giri' }) });
    expect(rowsIn(root)).toEqual(['27FbS']);
    expect(marks(root)).toEqual(['IPv6', 'Giri']);
    const title = row(root, '27FbS').querySelector('h3 button');
    expect(readText(title)).toBe("TikTok's IPv6 Journey To Cilium: Pitfalls and Lessons Learned");
    await type(field(root), '');
    expect(marks(root)).toEqual([]);
    expect(rowsIn(root)).toEqual(IDS);
  });

  test('shows all sessions until the long texts are loaded, and then those it finds', async () => {
    const { root, update, state } = await drawAgenda({ view: viewWith({ query: 'tiktok' }) });
    const { search } = state();
    await update({ search: undefined });
    expect(rowsIn(root)).toEqual(IDS);
    await update({ search });
    expect(rowsIn(root)).toEqual(['27FbS']);
  });
});

describe('the result', () => {
  test('is announced once, in a status that was there before', async () => {
    const { root } = await drawAgenda();
    const status = root.querySelector('.find [role=status]');
    expect(result(root)).toBe('');
    await doing(() => field(root).focus());
    await type(field(root), 'ipv6');
    expect(root.querySelector('.find [role=status]')).toBe(status);
    expect(result(root)).toMatch(/^\d+ of 15 sessions$/u);
    expect(result(root)).toBe(`${rowsIn(root).length} of 15 sessions`);
    expect([...root.querySelectorAll('[role=status]')].filter((one) => readText(one) !== '')).toHaveLength(1);
  });

  test('is not announced when the view hides nothing', async () => {
    const { root } = await drawAgenda({ view: viewWith({ query: '  ' }) });
    expect(result(root)).toBe('');
    expect(allByRole(root, 'button', 'Clear all')).toEqual([]);
  });

  test('offers to clear the search and the filters when nothing is found', async () => {
    const { root } = await drawAgenda({ view: viewWith({ query: 'zzzzzz' }) });
    expect(result(root)).toBe('0 of 15 sessions');
    expect(readText(root.querySelector('.none'))).toBe('No session found.Clear search and filters');
  });

  test('can be cleared with one press, which empties the search and all filters and keeps the tab', async () => {
    const view: View = {
      ...viewWith({ query: 'ipv6', days: ['2025-11-10'], events: ['ciliumcon'] }),
      only: ['unseen'],
    };
    const { root, state } = await drawAgenda({ view });
    expect(result(root)).toBe('1 of 15 sessions');
    await doing(() => byRole(root, 'button', 'Clear all').click());
    expect(state().view).toEqual(viewWith({}));
    expect(field(root).value).toBe('');
    expect(rowsIn(root)).toEqual(IDS);
  });
});

describe('the quick filters', () => {
  const pages = new Map([['28F61', makeSaying({ changes: ['Room: now Hall B'] })]]);
  const own = ownWith({ picked: ['28D0X', '27FbS'], watched: ['28D0X'] });

  test('show and announce their counts, and are disabled when they would show nothing', async () => {
    const { root, update } = await drawAgenda({ own, pages });
    expect(group(root, 'Show only')).toEqual([
      { name: 'My picks', count: 2, announced: ', 2 sessions', pressed: false, disabled: false },
      { name: 'Not seen', count: 14, announced: ', 14 sessions', pressed: false, disabled: false },
      { name: 'Recorded', count: 6, announced: ', 6 sessions', pressed: false, disabled: false },
      { name: 'Changed', count: 3, announced: ', 3 sessions', pressed: false, disabled: false },
    ]);
    await update({ view: viewWith({ only: ['picked'] }) });
    expect(group(root, 'Show only').map(({ count, pressed }) => [count, pressed])).toEqual([
      [2, true],
      [1, false],
      [1, false],
      [1, false],
    ]);
    await update({ own: ownWith({}), view: viewWith({ query: '' }) });
    expect(group(root, 'Show only')[0]).toEqual(expect.objectContaining({ count: 0, disabled: true }));
  });

  test('explain how to pick when “My picks” is empty, but not when another filter is set', async () => {
    const { root, update } = await drawAgenda({ view: viewWith({ only: ['picked'] }) });
    expect(readText(root.querySelector('.none'))).toMatch(/^You have no picks in this guide\. Click the star/u);
    await update({ view: viewWith({ only: ['picked'], levels: ['advanced'] }) });
    expect(readText(root.querySelector('.none'))).toMatch(/^No session found\./u);
  });
});

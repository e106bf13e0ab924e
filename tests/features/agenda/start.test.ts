// @vitest-environment happy-dom
import './one-window.ts';
import './site-access.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startAgenda } from '../../../features/agenda/start.ts';
import { takeErrors } from '../../errors.ts';
import { IDS, rowsIn } from './views/agenda.tsx';

let root: HTMLElement;
beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/popup.html');
  root = document.createElement('main');
  root.id = 'agenda';
  document.body.replaceChildren(root);
});

describe('The start of a surface', () => {
  test('keeps what its document shows until that was painted, in the colours that were chosen.', async () => {
    localStorage.setItem('csg:first', JSON.stringify({ look: { theme: 'dark' } }));
    root.textContent = 'The head';
    startAgenda('popup');
    expect(root.textContent).toBe('The head');
    expect(document.documentElement.dataset.theme).toBe('dark');
    await vi.waitFor(() => expect(rowsIn(root).toSorted()).toEqual(IDS.toSorted()), 5000);
    expect(root.textContent).not.toContain('The head');
  });

  test('without its element says so in the console, once.', async () => {
    root.remove();
    startAgenda('popup');
    await vi.waitFor(() =>
      expect(takeErrors()).toEqual([
        [expect.anything(), expect.objectContaining({ message: expect.stringContaining('#agenda') })],
      ]),
    );
  });
});

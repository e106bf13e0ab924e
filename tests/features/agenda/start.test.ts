// @vitest-environment happy-dom
import './one-window.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startAgenda } from '../../../features/agenda/start.ts';
import { takeErrors } from '../../errors.ts';
import { emptyDocument } from './empty-document.ts';
import { access } from './site-access.ts';
import { IDS, rowsIn } from './views/agenda.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = emptyDocument('/popup.html');
});

describe('the start of a surface', () => {
  test('first paints its document, the head in the chosen theme and then the sessions, before it draws', async () => {
    localStorage.setItem('csg:first', JSON.stringify({ look: { theme: 'dark' } }));
    const [head, sessions] = [document.createElement('header'), document.createElement('div')];
    head.textContent = 'The head';
    Object.assign(sessions, { className: 'columns', hidden: true });
    root.append(head, sessions);
    const shown = new Promise((resolve) => {
      new MutationObserver(() => resolve(root.textContent)).observe(sessions, { attributeFilter: ['hidden'] });
    });
    startAgenda('popup');
    expect(sessions.hidden).toBe(true);
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(await shown).toBe('The head');
    expect(sessions.hidden).toBe(false);
    await vi.waitFor(() => expect(rowsIn(root).toSorted()).toEqual(IDS.toSorted()), 5000);
    expect(root.textContent).not.toContain('The head');
    // Wait for everything that the start loads. Otherwise it arrives during the next test file, whose browser grants no access.
    await vi.waitFor(() => expect(access.listening()).toBe(2), 5000);
  });

  test('logs one error without its element', async () => {
    root.remove();
    startAgenda('popup');
    await vi.waitFor(() =>
      expect(takeErrors()).toEqual([
        [expect.anything(), expect.objectContaining({ message: expect.stringContaining('#agenda') })],
      ]),
    );
  });
});

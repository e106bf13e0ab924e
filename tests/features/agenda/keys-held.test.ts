// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followKeys } from '../../../features/agenda/keys.ts';
import { doing, drawAgenda, IDS, row } from './views/agenda.tsx';

const [ID = ''] = IDS;
let root: HTMLElement;
let asked: string[];
let stop: AbortController;

beforeEach(async () => {
  asked = [];
  stop = new AbortController();
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
  ({ root } = await drawAgenda());
  const ask = (what: string) => (id: string) => void asked.push(`${what} ${id}`);
  followKeys(root, { pick: ask('pick'), watched: ask('watched') }, stop.signal);
  row(root, ID).querySelector<HTMLElement>('h3 button')?.focus();
});
afterEach(() => stop.abort());

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  await doing(() => document.activeElement?.dispatchEvent(event));
}

test('With Caps Lock, a letter does the same', async () => {
  await press('S');
  await press('W');
  expect(asked).toEqual([`pick ${ID}`, `watched ${ID}`]);
});

test('With Shift, a letter does nothing', async () => {
  await press('S', { shiftKey: true });
  await press('s', { shiftKey: true });
  expect(asked).toEqual([]);
});

test('With Caps Lock, Ctrl+Z undoes', async () => {
  const undo = document.createElement('button');
  undo.className = 'undo';
  const bar = document.createElement('div');
  bar.className = 'done-bar';
  bar.append(undo);
  root.append(bar);
  const undone = vi.fn();
  undo.addEventListener('click', undone);
  await press('Z', { ctrlKey: true });
  expect(undone).toHaveBeenCalledOnce();
  await press('Z', { ctrlKey: true, shiftKey: true });
  expect(undone).toHaveBeenCalledOnce();
});

test('A held letter counts once: its repeats would pick and remove in turn', async () => {
  await press('s');
  await press('s', { repeat: true });
  await press('w', { repeat: true });
  expect(asked).toEqual([`pick ${ID}`]);
});

test('A held arrow key goes on', async () => {
  await press('ArrowDown');
  await press('ArrowDown', { repeat: true });
  expect(document.activeElement?.closest<HTMLElement>('[data-session]')?.dataset.session).toBe(IDS[2]);
});

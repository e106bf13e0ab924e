// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DoneBar } from '../../components/DoneBar.tsx';
import type { Done } from '../../lib/own/changes.ts';
import { draw, readText } from './draw.ts';

let hidden: number;
beforeEach(() => {
  hidden = 0;
  vi.useFakeTimers();
});

const say = (done: Done | undefined, into?: Element) =>
  draw(<DoneBar done={done} act={{ showDone: () => void hidden++ }} />, into);

describe('the done bar', () => {
  test('hides after a while, and starts over for a new message', async () => {
    const root = await say({ text: 'Picked: Tides' });
    await vi.advanceTimersByTimeAsync(8_000);
    await say({ text: 'Picked: Kelp' }, root);
    await vi.advanceTimersByTimeAsync(8_000);
    expect([hidden, readText(root.querySelector('[role=status]'))]).toEqual([0, 'Picked: Kelp']);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(hidden).toBe(1);
  });

  test('stays while the pointer or the focus is on it', async () => {
    const root = await say({ text: 'Picked: Tides', undo: () => {} });
    const held = vi.spyOn(root.querySelector('.done-bar') as Element, 'matches').mockImplementation((selector) => {
      return selector === ':hover, :focus-within';
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(hidden).toBe(0);
    held.mockReturnValue(false);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(hidden).toBe(1);
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../../tools/bench/folders.ts';
import { isPart, type LeftOut, leaveOut, STUBS } from '../../../tools/bench/leave-out.ts';
import { partResults } from '../../../tools/bench/page/parts.ts';

const parts = Object.keys(STUBS) as LeftOut[];

test.each(parts)('A build without %s replaces its module and no other', (part) => {
  const file = join(PROJECT, STUBS[part][0]);
  expect(existsSync(file)).toBe(true);
  const load = leaveOut([part]).load as (id: string) => string | null;
  expect(load(file)).toContain('export const');
  expect(load(join(PROJECT, 'features/page/mount.ts'))).toBeNull();
});

test('Only known parts can be left out', () => {
  expect(['cards', 'toString', ''].map(isPart)).toEqual([true, false, false]);
});

test('A part costs the difference between the whole build and the one without it, round by round', () => {
  const usual = new Map([
    ['limit', { cpu: [50, 60], processes: [100, 100] }],
    ['ours', { cpu: [60, 72], processes: [150, 150], background: [9, 11], starts: [1, 1] }],
    ['without-cards', { cpu: [57, 69] }],
  ]);
  const slowed = new Map([
    ['limit', { cpu: [200], paint: [100] }],
    ['ours', { cpu: [230], paint: [120] }],
  ]);
  const kinds = new Map([
    ['limit', { layout: [20, 21] }],
    ['ours', { layout: [25, 28] }],
    ['rescan', { layout: [22, 23] }],
  ]);
  const figures = partResults(542, usual, slowed, kinds).map(({ name, unit, figure }) => [name, unit, figure]);
  expect(figures).toEqual([
    ['CPU at load over the style sheet alone, 542', 'times', 1.2],
    ['Main thread over the style sheet alone: layout, 542', 'ms', 6],
    ['Naive rescan’s main thread over the style sheet alone: layout, 542', 'ms', 2],
    ['CPU at load of cards, 542', 'ms', 3],
    ['CPU of all processes at load over the style sheet alone, 542', 'times', 1.5],
    ['Background’s script for a load, 542', 'ms', 10],
    ['Starts of the background for a load, 542', 'count', 1],
    ['CPU at load over the style sheet alone, 4 times slowed, 542', 'times', 1.15],
    ['First paint over the style sheet alone, 4 times slowed, 542', 'times', 1.2],
  ]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepPart, keptParts } from '../../../tools/bench/kept.ts';
import type { Part } from '../../../tools/bench/report.ts';

const part = (title: string, samples: Record<string, Record<string, number[]>> = {}): Part => ({
  title,
  date: '2026-11-24T12:34:56Z',
  machine: { processor: 'P', cores: 2, memory: 8, system: 's', node: 'v24', browser: 'B' },
  disturbed: [0.01],
  results: [],
  compared: { sessions: 542, samples },
});

describe('kept parts', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'csg-kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('have all their samples, and pages come first, by size', () => {
    for (const name of ['popup', 'page-30000', 'page-3000', 'page-542']) keepPart(folder, name, part(name));
    keepPart(folder, 'page-542', part('page-542', { ours: { cpu: [1, 2] } }));
    expect(keptParts(folder).map(({ title }) => title)).toEqual(['page-542', 'page-3000', 'page-30000', 'popup']);
    expect(keptParts(folder)[0]).toEqual(part('page-542', { ours: { cpu: [1, 2] } }));
  });

  test('need no existing folder', () => {
    const missing = join(folder, 'deeper');
    expect(keptParts(missing)).toEqual([]);
    keepPart(missing, 'popup', part('Popup'));
    expect(keptParts(missing)).toHaveLength(1);
  });
});

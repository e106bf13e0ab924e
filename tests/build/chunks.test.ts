// @vitest-environment node
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHUNKS } from '../../build/vite.ts';

test('The chunks shared by the background and the pages load without a document', async () => {
  expect(typeof document).toBe('undefined');
  for (const path of Object.values(CHUNKS).flat())
    expect(await import(/* @vite-ignore */ join(import.meta.dirname, '../..', path)), path).toBeDefined();
});

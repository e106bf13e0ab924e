import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STUBS } from '../../../tools/bench/leave-out.ts';

test.each(Object.entries(STUBS))('The stub of %s has every export that other modules import', (_, [path, code]) => {
  expect(exportedNames(code)).toEqual(exportedNames(readFileSync(path, 'utf8')));
});

/** The values that a module exports. Types are gone from a build. */
function exportedNames(code: string): string[] {
  return [...code.matchAll(/export (?:async )?(?:const|function\*?) (\w+)/gu)].map(([, name]) => name ?? '').sort();
}

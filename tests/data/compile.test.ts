import { expect, test } from 'vitest';
import { readGuide } from '../../build/guide-plugin.ts';
import { compileGuide, joinGuide, toAgendaGuide, toGuideRest } from '../../data/compile.ts';
import { guide } from '../../data/index.ts';
import { toInstant } from '../../lib/time/time.ts';

const compiled = compileGuide(readGuide(), toInstant);

test('The shipped parts of a guide join to the whole guide', () => {
  expect(joinGuide(toAgendaGuide(compiled), toGuideRest(compiled))).toEqual(compiled);
  expect(guide).toEqual(compiled);
});

test('The rest of a session repeats no field of the agenda’s part except links and speakers', () => {
  const shown = Object.keys(toAgendaGuide(compiled).sessions[0] ?? {});
  const twice = Object.keys(toGuideRest(compiled).sessions[0] ?? {}).filter((key) => shown.includes(key));
  // The agenda has speakers' names and watch URLs; the rest of both is loaded later.
  expect(twice.sort()).toEqual(['links', 'speakers']);
});

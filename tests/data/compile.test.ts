import { expect, test } from 'vitest';
import { readGuide } from '../../build/guide-plugin.ts';
import { compileGuide, joinGuide, toAgendaGuide, toGuideRest } from '../../data/compile.ts';
import { guide } from '../../data/index.ts';
import { toInstant } from '../../lib/time/time.ts';

const compiled = compileGuide(readGuide(), toInstant);

test('The parts of a guide, as they are shipped, are the guide again', () => {
  expect(joinGuide(toAgendaGuide(compiled), toGuideRest(compiled))).toEqual(compiled);
  expect(guide).toEqual(compiled);
});

test('What the agenda shows of a session is not carried twice', () => {
  const shown = Object.keys(toAgendaGuide(compiled).sessions[0] ?? {});
  const twice = Object.keys(toGuideRest(compiled).sessions[0] ?? {}).filter((key) => shown.includes(key));
  // The agenda has names of speakers and addresses of what can be watched; the rest of both comes later.
  expect(twice.sort()).toEqual(['links', 'speakers']);
});

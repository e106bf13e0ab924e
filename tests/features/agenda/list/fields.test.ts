import { expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { searchFields } from '../../../../features/agenda/list/fields.ts';
import { findRecording } from '../../../../lib/guide/watch.ts';

test('The field “recorded” belongs to sessions with their own recording, but not to those in a playlist only', () => {
  const found = guide.sessions.filter((session) =>
    searchFields(session, guide).some(({ name }) => name === 'recorded'),
  );
  const recorded = guide.sessions.filter(findRecording);
  expect(found).toEqual(recorded);
  expect(recorded.length).toBeGreaterThan(0);
  expect(recorded.length).toBeLessThan(guide.sessions.length);
});

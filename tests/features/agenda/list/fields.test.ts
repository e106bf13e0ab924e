import { expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { searchFields } from '../../../../features/agenda/list/fields.ts';
import { findRecording } from '../../../../lib/guide/watch.ts';

test('“Recorded” is a part of the sessions with their own recording, not of those in a playlist alone.', () => {
  const found = guide.sessions.filter((session) =>
    searchFields(session, guide).some(({ name }) => name === 'recorded'),
  );
  const recorded = guide.sessions.filter(findRecording);
  expect(found).toEqual(recorded);
  expect(recorded.length).toBeGreaterThan(0);
  expect(recorded.length).toBeLessThan(guide.sessions.length);
});

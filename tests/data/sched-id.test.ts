import { describe, expect, test } from 'vitest';
import { findFaults, findPaths, withValues } from './broken.ts';

describe('the second Sched id of a session', () => {
  const id = '0123456789abcdef0123456789abcdef';

  test('must be 32 lower-case hex digits', () => {
    expect(findFaults(withValues({ 'sessions[3].schedId': id }))).toEqual([]);
    for (const wrong of [id.toUpperCase(), id.slice(1), `${id}0`, '28F6G']) {
      expect(findPaths(withValues({ 'sessions[3].schedId': wrong }))).toEqual(['sessions[3].schedId']);
    }
  });

  test('must be unique', () => {
    expect(findFaults(withValues({ 'sessions[3].schedId': id, 'sessions[5].schedId': id }))).toEqual([
      `sessions[5].schedId: “${id}” is already the second id of sessions[3]: leave out the wrong one`,
    ]);
  });
});

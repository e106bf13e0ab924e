import { describe, expect, test } from 'vitest';
import { guide } from '../../../data/index.ts';
import { findPhase } from '../../../lib/time/moment.ts';

const at = (time: string) => Date.parse(time);
const between = (start: string, end: string) => ({ start: at(`2025-11-${start}Z`), end: at(`2025-11-${end}Z`) });

describe('The event', () => {
  test.each([
    ['2025-08-20T12:00Z', 'before'],
    ['2025-11-10T13:59:59.999Z', 'before'],
    ['2025-11-10T14:00Z', 'during'],
    ['2025-11-11T03:00Z', 'during'],
    ['2025-11-12T22:14:59.999Z', 'during'],
    ['2025-11-12T22:15Z', 'after'],
    ['2026-11-24T09:00Z', 'after'],
  ])('at %s is in the phase “%s”.', (now, phase) => {
    expect(findPhase(guide.sessions, at(now))).toBe(phase);
  });

  test('is not over while a session runs that started before the last one.', () => {
    const sessions = [between('10T15:00', '10T20:00'), between('10T16:00', '10T17:00')];
    expect(findPhase(sessions, at('2025-11-10T18:00Z'))).toBe('during');
  });
});

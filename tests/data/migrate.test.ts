import { describe, expect, test } from 'vitest';
import { migrate, NewerGuideError, STEPS, type Step, VERSION } from '../../data/migrate.ts';

/** Two invented steps: a field gets another name, then a text becomes a list. */
const steps: Step[] = [
  ({ label, ...guide }) => ({ ...guide, name: label }),
  ({ day, ...guide }) => ({ ...guide, days: [day] }),
];

function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(value);
}

describe('A guide', () => {
  const first = frozen({ schema: 1, id: 'x', label: 'X', day: '2030-01-01', sessions: [{ id: 'aaaa' }] });
  const second = frozen({ schema: 2, id: 'x', name: 'X', day: '2030-01-01', sessions: [{ id: 'aaaa' }] });
  const third = frozen({ schema: 3, id: 'x', name: 'X', days: ['2030-01-01'], sessions: [{ id: 'aaaa' }] });

  test.each([
    [1, first],
    [2, second],
    [3, third],
  ])('of version %d becomes one of version 3, and is itself left alone.', (_, guide) => {
    expect(migrate(guide, steps)).toEqual(third);
  });

  test('of a version that is not known is refused.', () => {
    expect(() => migrate({ schema: 4 }, steps)).toThrow(NewerGuideError);
    expect(() => migrate({ schema: 4 }, steps)).toThrow('is version 4, and the newest that is known here is 3');
  });

  test.each([
    [null],
    [[]],
    ['x'],
    [1],
    [{}],
    [{ schema: '1' }],
    [{ schema: 0 }],
    [{ schema: 1.5 }],
    [{ schema: null }],
  ])('without a version that was ever made stays as it is: %j.', (json) => {
    expect(migrate(json, steps)).toBe(json);
  });

  test('is written in the version to which the steps lead.', () => {
    expect(VERSION).toBe(STEPS.length + 1);
  });
});

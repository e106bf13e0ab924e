import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Guide, guide } from '../../../../data/index.ts';
import { LEVELS } from '../../../../data/levels.ts';
import { buildPath } from '../../../../features/agenda/catch-up/path.ts';
import { circularGuides, guides, type Invented, inventGuideFrom } from './invented-guides.ts';

const listSteps = (of: Guide) => buildPath(of).stages.flatMap(({ steps }) => steps);
const listIds = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id);
const backgrounds = (of: Guide, id: string) =>
  (of.sessions.find((one) => one.id === id)?.related ?? [])
    .filter(({ how }) => how === 'background')
    .map((one) => one.id);

/** The path through sessions, such as `beginner: A B | advanced: C`. */
function pathText(sessions: Record<string, Invented>): string {
  return buildPath(inventGuideFrom(sessions))
    .stages.map(({ level, steps }) => `${level}: ${listIds(steps.map(({ session }) => session)).join(' ')}`)
    .join(' | ');
}

describe('the learning path of the shipped guide', () => {
  test('has all 15 sessions, each after its background', () => {
    expect(
      buildPath(guide).stages.map(({ level, steps }) => [level, listIds(steps.map(({ session }) => session))]),
    ).toEqual([
      ['beginner', ['28D0X', '27Nnr', '27FaR', '28F61', '28F6G']],
      ['intermediate', ['28Czl', '28D0I', '28D0g', '28D14', '28D1Y', '27FaL', '27FbS']],
      ['advanced', ['28D2Q', '28D2o', '27FXg']],
    ]);
  });

  test('has what each session comes after, and where it leads', () => {
    const steps = listSteps(guide).map(({ session, after, leadsTo }) => [session.id, listIds(after), listIds(leadsTo)]);
    expect(steps.filter(([, after, leadsTo]) => after?.length || leadsTo?.length)).toEqual([
      ['28D0X', [], ['28D1Y', '28D2Q']],
      ['28D0g', [], ['27FbS']],
      ['28D1Y', ['28D0X'], []],
      ['28D2Q', ['28D0X'], []],
    ]);
  });
});

describe('a learning path', () => {
  test.each<[string, Record<string, Invented>, string]>([
    [
      'goes by level',
      { A: { level: 'advanced' }, B: { level: 'intermediate' }, C: {} },
      'beginner: C | intermediate: B | advanced: A',
    ],
    ['goes by start time within a level', { A: { after: 60 }, B: { after: 30 }, C: {} }, 'beginner: C B A'],
    [
      'has welcomes and keynotes after the talks of their level',
      { A: { kind: 'welcome' }, B: { kind: 'keynote', after: 10 }, C: { after: 60 }, D: { level: 'advanced' } },
      'beginner: C A B | advanced: D',
    ],
    ['goes by id at the same start time', { C: {}, a: {}, B: {} }, 'beginner: B C a'],
    [
      'has a background first, however late it starts',
      { A: { background: ['B'] }, B: { after: 90 }, C: { after: 30 } },
      'beginner: C B A',
    ],
    [
      'has a background of a background first',
      { A: { background: ['B'] }, B: { background: ['C'] }, C: { after: 90 } },
      'beginner: C B A',
    ],
    [
      'has a session in the stage of its background',
      { A: { background: ['B'] }, B: { level: 'advanced' } },
      'advanced: B A',
    ],
    [
      'has a session in the stage of the background of its background',
      { A: { background: ['B'] }, B: { background: ['C'] }, C: { level: 'intermediate' } },
      'intermediate: C B A',
    ],
    ['ignores a session that does not exist', { A: { background: ['Z', 'A'] } }, 'beginner: A'],
    ['is empty without sessions', {}, ''],
  ])('%s', (_, sessions, path) => {
    expect(pathText(sessions)).toBe(path);
  });

  test('leads to a session that continues another, but never back', () => {
    const steps = listSteps(inventGuideFrom({ A: { continues: ['B'] }, B: { after: 30, continues: ['A'] } }));
    expect(steps.map(({ leadsTo }) => listIds(leadsTo))).toEqual([['B'], []]);
  });

  test('has every session exactly once, under its own level or a higher one, and no empty stage', () => {
    fc.assert(
      fc.property(guides, (of) => {
        const { stages } = buildPath(of);
        expect(listIds(listSteps(of).map(({ session }) => session)).sort()).toEqual(listIds(of.sessions).sort());
        expect(stages.map(({ level }) => level)).toEqual(
          LEVELS.filter((level) => stages.some((stage) => stage.level === level && stage.steps.length > 0)),
        );
        for (const { level, steps } of stages) {
          for (const { session } of steps) {
            expect(LEVELS.indexOf(level)).toBeGreaterThanOrEqual(LEVELS.indexOf(session.level));
          }
        }
      }),
    );
  });

  test('has every session after its background, and names each with the other', () => {
    fc.assert(
      fc.property(guides, (of) => {
        const steps = listSteps(of);
        for (const [index, { session, after }] of steps.entries()) {
          expect(listIds(after).sort()).toEqual([...new Set(backgrounds(of, session.id))].sort());
          for (const one of after) {
            const at = steps.findIndex((step) => step.session === one);
            expect(at).toBeLessThan(index);
            expect(steps[at]?.leadsTo).toContain(session);
          }
        }
      }),
    );
  });

  test('orders sessions by start time and id, unless one has to wait for its background', () => {
    fc.assert(
      fc.property(guides, (of) => {
        for (const { steps } of buildPath(of).stages) {
          for (const [index, { session, after }] of steps.entries()) {
            const previous = steps[index - 1]?.session;
            if (!previous || after.includes(previous)) continue;
            const inOrder =
              previous.start < session.start || (previous.start === session.start && previous.id < session.id);
            expect(inOrder).toBe(true);
          }
        }
      }),
    );
  });

  test('does not depend on the order of the guide', () => {
    fc.assert(
      fc.property(guides, (of) => {
        const turned = { ...of, sessions: of.sessions.toReversed() };
        const ids = (one: Guide) => listSteps(one).map(({ session, leadsTo }) => [session.id, listIds(leadsTo)]);
        expect(ids(turned)).toEqual(ids(of));
      }),
    );
  });

  test('ends, with every session once, even when backgrounds have a circle', () => {
    expect(pathText({ A: { background: ['B'] }, B: { background: ['A'], level: 'advanced' } })).toBe('advanced: A B');
    fc.assert(
      fc.property(circularGuides, (of) => {
        expect(listIds(listSteps(of).map(({ session }) => session)).sort()).toEqual(listIds(of.sessions).sort());
      }),
    );
  });
});

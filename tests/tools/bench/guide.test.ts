import { describe, expect, test } from 'vitest';
import { readGuide } from '../../../build/guide-plugin.ts';
import { inventGuide } from '../../../tools/bench/guide.ts';
import { parseGuide } from '../../../tools/guide/parse.ts';

describe('an invented guide', () => {
  const model = readGuide();

  test.each([15, 40, 700])('of %d sessions passes every check of a guide', (count) => {
    const guide = parseGuide(JSON.stringify(inventGuide(model, count)), 'invented.json');
    expect(guide.sessions).toHaveLength(count);
  });

  test('is the same every time', () => {
    expect(inventGuide(model, 40)).toEqual(inventGuide(model, 40));
  });

  test('shares no speaker, session, text or link with its model', () => {
    const { sessions } = inventGuide(model, 700);
    const all = (of: (session: (typeof sessions)[number]) => readonly string[]) => [
      sessions.flatMap(of),
      model.sessions.flatMap(of),
    ];
    for (const [invented, real] of [
      all(({ speakers }) => speakers.map(({ name }) => name)),
      all(({ id, title }) => [id, title]),
      all(({ takeaway, summary, why }) => [takeaway, summary, why]),
      all(({ links }) => links.map(({ url }) => url)),
    ]) {
      expect(invented?.filter((text) => real?.includes(text))).toEqual([]);
    }
  });

  test('has as many speakers, topics, terms, links and changes in each session as its model', () => {
    const invented = inventGuide(model, model.sessions.length * 20);
    const shares = ({ sessions }: typeof model) =>
      (['speakers', 'topics', 'terms', 'links', 'changes'] as const).map(
        (field) => sessions.reduce((sum, session) => sum + session[field].length, 0) / sessions.length,
      );
    expect(shares(invented)).toEqual(shares(model));
  });

  test('fills the days of its model', () => {
    const days = new Set(inventGuide(model, 700).sessions.map(({ start }) => start.slice(0, 10)));
    expect([...days]).toEqual(['2025-11-10', '2025-11-11', '2025-11-12', '2025-11-13']);
  });
});

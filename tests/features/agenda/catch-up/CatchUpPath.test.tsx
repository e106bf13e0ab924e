// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { type Guide, guide } from '../../../../data/index.ts';
import { CatchUpPath } from '../../../../features/agenda/catch-up/CatchUpPath.tsx';
import { allByRole, byRole, draw, readName, readText } from '../../../components/draw.ts';
import { inventGuideFrom } from './invented-guides.ts';

describe('the learning path', () => {
  async function drawPath(of: Guide, watched: ReadonlySet<string>): Promise<HTMLDetailsElement> {
    const root = await draw(<CatchUpPath guide={of} watched={new Map([...watched].map((id) => [id, true]))} />);
    return root.querySelector('details') as HTMLDetailsElement;
  }

  test('lists all sessions by stages, and is closed at first', async () => {
    const path = await drawPath(guide, new Set());
    expect(path.open).toBe(false);
    expect(readName(byRole(path, 'heading', /^Learning path/u))).toBe('Learning path through all 15 sessions');
    const stages = allByRole(path, 'region').map((one) => [
      readName(one),
      one.querySelector('ol')?.getAttribute('start'),
      one.querySelectorAll('ol > li').length,
    ]);
    expect(stages).toEqual([
      ['Beginner', '1', 5],
      ['Intermediate', '6', 7],
      ['Advanced', '13', 3],
    ]);
    expect(
      allByRole(path, 'link')
        .map((link) => link.getAttribute('href'))
        .sort(),
    ).toEqual(guide.sessions.map(({ url }) => url).sort());
  });

  test('shows what comes before a session, where it leads, and what was seen', async () => {
    const of = inventGuideFrom({ A: { background: ['B'] }, B: { after: 30 }, C: { after: 60 } });
    const steps = [...(await drawPath(of, new Set(['B']))).querySelectorAll('li')].map(readText);
    expect(steps).toEqual(['seen: Talk Bleads to: “Talk A”', '2Talk Aafter: “Talk B”', '3Talk C']);
  });
});

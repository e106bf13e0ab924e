// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { CatchUp } from '../../../../features/agenda/catch-up/CatchUp.tsx';
import type { Plan } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, draw, press, readName, readText } from '../../../components/draw.ts';
import { inventGuideFrom } from './invented-guides.ts';

const NOW = Date.parse('2030-06-10T18:00Z');
const MADE = NOW - 3_600_000;
const IPV6: Plan = { minutes: 60, goal: 'ipv6', at: MADE };
const IPV6_LABEL = guide.goals.find(({ id }) => id === 'ipv6')?.label ?? '';

/** The recorded callbacks, such as `watched 28D0g`. */
let calls: unknown[];
beforeEach(() => {
  calls = [];
});

interface State {
  of?: typeof guide;
  plan?: Plan | undefined;
  /** When sessions were watched. */
  watched?: Record<string, number>;
  videos?: string[];
}

function drawTab({ of = guide, plan, watched = {}, videos = [] }: State = {}, into?: Element): Promise<HTMLElement> {
  return draw(
    <CatchUp
      guide={of}
      plan={plan}
      watched={new Map(Object.entries(watched).map(([id, at]) => [id, { at }]))}
      seen={new Map(videos.map((id) => [id, { video: `https://seen.example/${id}` }]))}
      now={NOW}
      onPlan={(asked) => calls.push(asked)}
      onWatched={(id) => calls.push(`watched ${id}`)}
    />,
    into,
  );
}

const choices = (root: Element, name: string) =>
  [...root.querySelectorAll('fieldset')].find((one) => readText(one.querySelector('legend')) === name) as HTMLElement;
const radio = (root: Element, name: string) => {
  const label = [...root.querySelectorAll('label')].find((one) => readText(one) === name);
  return label?.querySelector('input[type=radio]') as HTMLInputElement;
};
const chosen = (root: Element) =>
  [...root.querySelectorAll('label')].filter((one) => one.querySelector<HTMLInputElement>(':checked')).map(readText);
const number = (root: Element) => root.querySelector('input[type=number]') as HTMLInputElement;
const status = (root: Element) => readText(root.querySelector('[role=status]'));
const rows = (root: Element) => [...root.querySelectorAll<HTMLElement>('ol > li[data-session]')];
const row = (root: Element, id: string) => root.querySelector(`[data-session="${id}"]`) as HTMLElement;
const readProgress = (root: Element) => {
  const bar = root.querySelector('progress') as HTMLProgressElement;
  return [readText(root.querySelector(`label[for="${bar.id}"]`)), bar.value, bar.max];
};

describe('the tab without a plan', () => {
  test('offers times and the guide’s goals, starts with “Everything”, and explains what to do', async () => {
    const root = await drawTab();
    expect([...choices(root, 'I have').querySelectorAll('label')].map(readText)).toEqual([
      '15 min',
      '30 min',
      '60 min',
      '120 min',
      'Other timemin',
    ]);
    expect([...choices(root, 'Focus').querySelectorAll('label')].map(readText)).toEqual([
      'Everything',
      ...guide.goals.map(({ label }) => label),
    ]);
    expect(chosen(root)).toEqual(['Everything']);
    expect(status(root)).toContain('Choose how much time you have');
    expect(rows(root)).toEqual([]);
  });

  test.each<[string, Partial<Plan>]>([
    ['30 min', { minutes: 30 }],
    ['120 min', { minutes: 120 }],
    [IPV6_LABEL, { minutes: 60, goal: 'ipv6' }],
  ])('makes a plan with one press on “%s”', async (name, plan) => {
    await press(radio(await drawTab(), name));
    expect(calls).toEqual([{ goal: undefined, ...plan, at: NOW }]);
  });

  test('asks for no goal when the guide has none', async () => {
    const root = await drawTab({ of: { ...guide, goals: [] } });
    expect(choices(root, 'Focus')).toBeUndefined();
  });
});

describe('a plan', () => {
  test('keeps its goal when the time changes, keeps its time when the goal changes, and starts now', async () => {
    const root = await drawTab({ plan: IPV6 });
    expect([chosen(root), number(root).value]).toEqual([['60 min', IPV6_LABEL], '60']);
    await press(radio(root, '15 min'));
    await press(radio(root, 'Everything'));
    expect(calls).toEqual([
      { minutes: 15, goal: 'ipv6', at: NOW },
      { minutes: 60, goal: undefined, at: NOW },
    ]);
  });

  test('with a goal that the guide no longer has is a plan for everything', async () => {
    const root = await drawTab({ plan: { minutes: 60, goal: 'gone', at: MADE } });
    expect(chosen(root)).toEqual(['60 min', 'Everything']);
    expect(rows(root).map(({ dataset }) => dataset.session)).toEqual(['27Nnr', '27FaR']);
  });
});

describe('the list', () => {
  test('shows for each session how, how long and why to watch it, and links to the recording', async () => {
    const root = await drawTab({ plan: IPV6 });
    expect(status(root)).toBe('2 sessions, 55 min in all');
    expect(rows(root).map(({ dataset }) => dataset.session)).toEqual(['28D0g', '27FbS']);
    const [first, second] = rows(root) as [HTMLElement, HTMLElement];
    expect(readText(first)).toMatch(/^1IPv6 First.*Watch the recording.*25 min ?Mark as seen$/u);
    expect(readText(first)).toContain(`Matches “${IPV6_LABEL}”`);
    expect(readText(second)).toMatch(/^2TikTok's IPv6 Journey.*Watch the recording.*30 min ?Mark as seen$/u);
    expect(readText(second)).toContain(guide.sessions.find(({ id }) => id === '27FbS')?.why);
    const link = byRole(second, 'link', /^Watch the recording/u);
    expect(['href', 'target', 'rel'].map((name) => link.getAttribute(name))).toEqual([
      'https://www.youtube.com/watch?v=y0qlhiKtDGo',
      '_blank',
      'noopener noreferrer',
    ]);
    const headings = allByRole(root, 'heading').map((one) => one.tagName);
    expect(headings.join(' ')).toBe('H2 H2 H3 H3 H2 H3 H3 H3');
  });

  test('shows the summary of a session to read, and how long its recording takes', async () => {
    const root = await drawTab({ plan: { ...IPV6, minutes: 31 } });
    const text = readText(row(root, '27FbS'));
    expect(text).toContain('Read the summary (the recording takes 30 min)');
    expect(text).toContain(guide.sessions.find(({ id }) => id === '27FbS')?.summary);
    expect(byRole(row(root, '27FbS'), 'link').getAttribute('href')).toMatch(/\.sched\.com\/event\/27FbS$/u);
    expect(readText(row(root, '28D0g'))).not.toContain(guide.sessions.find(({ id }) => id === '28D0g')?.summary);
  });

  test('names the session that a background is for, and links to a video on Sched', async () => {
    const of = inventGuideFrom({ A: { background: ['B'] }, B: { level: 'advanced' } });
    const root = await drawTab({ of, plan: { minutes: 60, goal: 'new', at: MADE }, videos: ['A'] });
    expect(readText(row(root, 'B'))).toContain('Read the summaryBackground for “Talk A”');
    expect(readText(row(root, 'A'))).toContain('Watch the video on Sched');
    expect(byRole(row(root, 'A'), 'link', /^Watch the video/u).getAttribute('href')).toBe('https://seen.example/A');
  });

  test('counts the sessions that did not fit, in one line', async () => {
    const root = await drawTab({ plan: { minutes: 10, at: MADE } });
    const lines = [...root.querySelectorAll('.hint')].map(readText).filter((text) => text.includes('did not fit'));
    expect(lines).toEqual([expect.stringMatching(/^\d+ more sessions did not fit\.$/u)]);
  });

  test('starts with the summary in the list when nothing is recorded', async () => {
    const root = await drawTab({ of: inventGuideFrom({ A: {}, B: {} }), plan: { minutes: 60, at: MADE } });
    await press(byRole(root, 'button', /^Start with Talk A/u));
    expect(document.activeElement).toBe(row(root, 'A'));
  });

  test('says that no recording is known, only when none is', async () => {
    const note = /None of these sessions has a known recording/u;
    expect(readText(await drawTab({ of: inventGuideFrom({ A: {}, B: {} }), plan: { minutes: 60, at: MADE } }))).toMatch(
      note,
    );
    expect(
      readText(await drawTab({ of: inventGuideFrom({ A: { recorded: true } }), plan: { minutes: 9, at: MADE } })),
    ).not.toMatch(note);
  });

  test.each<[string, Parameters<typeof inventGuideFrom>[0], Record<string, number>, string]>([
    ['everything was seen', { A: {} }, { A: 0 }, 'You have seen all of these.'],
    ['nothing fits', { A: { words: 700 } }, {}, 'None of these fit into 2 min.'],
    ['there is no session', {}, {}, 'You have seen all of these.'],
  ])('is empty, and says so, when %s', async (_, sessions, watched, text) => {
    const root = await drawTab({ of: inventGuideFrom(sessions), watched, plan: { minutes: 2, at: MADE } });
    expect(status(root)).toBe(text);
    expect([rows(root), root.querySelector('progress')]).toEqual([[], null]);
  });
});

describe('the progress', () => {
  test('is shown in words and as a bar, with a link to the next session', async () => {
    const root = await drawTab({ plan: IPV6 });
    expect(readProgress(root)).toEqual(['0 of 55 minutes, 0 of 2 done', 0, 55]);
    expect(byRole(root, 'link', /^Start with IPv6 First/u).getAttribute('href')).toContain('QdNVtSlecYo');
    await drawTab({ plan: IPV6, watched: { '28D0g': NOW } }, root);
    expect(readProgress(root)).toEqual(['25 of 55 minutes, 1 of 2 done', 25, 55]);
    expect(byRole(root, 'link', /^Continue with TikTok/u).getAttribute('href')).toContain('y0qlhiKtDGo');
  });

  test('is shown and changed by the buttons, and is not announced by the status', async () => {
    const root = await drawTab({ plan: IPV6, watched: { '28D0g': NOW } });
    const ticks = rows(root).map((one) => byRole(one, 'button', /^(?:Seen|Mark as seen): /u));
    expect(ticks.map((one) => one.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    expect(ticks.map((one) => readName(one).split(':')[0])).toEqual(['Seen', 'Mark as seen']);
    const before = status(root);
    for (const tick of ticks) await press(tick);
    expect(calls).toEqual(['watched 28D0g', 'watched 27FbS']);
    await drawTab({ plan: IPV6 }, root);
    expect(status(root)).toBe(before);
  });

  test('offers another list at its end, which starts now and moves the focus to the heading', async () => {
    const root = await drawTab({ plan: IPV6, watched: { '28D0g': NOW, '27FbS': NOW } });
    expect(readText(root)).toContain('You have finished this list.');
    expect(allByRole(root, 'link', /^(?:Start|Continue) with/u)).toEqual([]);
    await press(byRole(root, 'button', 'Make another list'));
    expect(calls).toEqual([{ ...IPV6, at: NOW }]);
    expect(readText(document.activeElement)).toBe('Catch up');
  });

  test('can be discarded with “Start over”', async () => {
    const root = await drawTab({ plan: IPV6 });
    await press(byRole(root, 'button', 'Start over'));
    expect(calls).toEqual([undefined]);
    await drawTab({}, root);
    expect([rows(root), chosen(root), number(root).value]).toEqual([[], ['Everything'], '']);
  });
});

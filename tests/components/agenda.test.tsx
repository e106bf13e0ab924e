// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { Agenda } from '../../components/Agenda.tsx';
import { agendaGuide } from '../../data/agenda.ts';
import { guide } from '../../data/index.ts';
import { detailOf } from '../../lib/detail.ts';
import { readSettings } from '../../lib/settings.ts';
import { allByRole, byRole, draw, press, saidIn, textOf } from './draw.ts';

const BEFORE = Date.parse('2025-11-01T12:00Z');
const DURING = Date.parse('2025-11-11T12:00Z');
const AFTER = Date.parse('2026-11-24T12:00Z');
const IDS = agendaGuide.sessions.map(({ id }) => id);

interface State {
  now?: number;
  picked?: string[];
  notice?: string;
}

/** What the agenda has called back with, such as `pick 28D1Y`. */
let told: string[];
beforeEach(() => {
  told = [];
});

function drawAgenda({ now = AFTER, picked = [], notice }: State = {}, into?: Element): Promise<HTMLElement> {
  return draw(
    <Agenda
      guide={agendaGuide}
      now={now}
      picked={new Set(picked)}
      seen={new Map()}
      notice={notice}
      settings={readSettings({})}
      onTurn={(which, on) => told.push(`turn ${JSON.stringify(which)} ${on}`)}
      onDismiss={() => told.push('dismiss')}
      onPick={(id) => told.push(`pick ${id}`)}
      detail={async (id) => {
        told.push(`detail ${id}`);
        return detailOf(guide, id);
      }}
    />,
    into,
  );
}

const row = (root: Element, id: string) => root.querySelector(`[data-session="${id}"]`) as HTMLElement;

describe('The agenda', () => {
  test('has every session once, by day, as items of lists under headings of level 2.', async () => {
    const root = await drawAgenda({ now: BEFORE });
    const days = allByRole(root, 'region').map((day) => ({
      heading: textOf(day.querySelector('h2')),
      ids: [...day.querySelectorAll<HTMLElement>('ul > li[data-session]')].map(({ dataset }) => dataset.session),
    }));
    expect(days).toEqual([
      { heading: 'Monday, November 1010 sessions, times in EST', ids: IDS.slice(0, 10) },
      { heading: 'Tuesday, November 112 sessions, times in EST', ids: IDS.slice(10, 12) },
      { heading: 'Wednesday, November 123 sessions, times in EST', ids: IDS.slice(12) },
    ]);
  });

  test.each(IDS)('tells of %s when, where, who and what, before anything is opened.', async (id) => {
    const session = detailOf(guide, id).session;
    const text = textOf(row(await drawAgenda(), id));
    expect(text).toMatch(/^\d{1,2}:\d\d [AP]M to \d{1,2}:\d\d [AP]M/u);
    for (const part of [
      session.title,
      session.takeaway,
      ...session.speakers.map(({ name }) => name),
      detailOf(guide, id).event.name,
    ]) {
      expect(text).toContain(part.replace(/\s+/gu, ' '));
    }
    expect(told).toEqual([]);
  });

  test.each(IDS)('leads from %s to its page on Sched, without parameters.', async (id) => {
    const host = id.startsWith('28') ? 'colocatedeventsna2025' : 'kccncna2025';
    const link = byRole(row(await drawAgenda(), id), 'link', /^Open on Sched: /u);
    expect(link.getAttribute('href')).toBe(`https://${host}.sched.com/event/${id}`);
  });

  test('marks overlaps at exactly five sessions.', async () => {
    const root = await drawAgenda();
    const marked = IDS.map((id) => [id, textOf(row(root, id).querySelector('.overlap'))]).filter(([, text]) => text);
    expect(marked).toEqual([
      ['28D0g', 'Overlaps 2 others'],
      ['28D0X', 'Overlaps 2 others'],
      ['28D14', 'Overlaps 2 others'],
      ['27FaR', 'Overlaps 1 other'],
      ['27FaL', 'Overlaps 1 other'],
    ]);
  });

  test('marks as recorded what is.', async () => {
    const root = await drawAgenda();
    expect(IDS.filter((id) => row(root, id).querySelector('.recorded'))).toEqual(['27Nnr', '27FXg', '27FbS']);
  });

  test('is no product of those whose names it bears, and says so.', async () => {
    const foot = textOf((await drawAgenda()).querySelector('footer'));
    expect(foot).toContain('not affiliated with Sched, the CNCF or Cilium');
  });
});

test('The agenda has the switches at its foot, and calls back with the one that was turned.', async () => {
  const foot = (await drawAgenda()).querySelector('footer') as HTMLElement;
  const boxes = [...foot.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  expect(boxes.length).toBeGreaterThan(agendaGuide.sites.length);
  await press(boxes[0] as Element);
  expect(told).toEqual(['turn {"all":true} false']);
});

describe('A row', () => {
  test('opens and shows the summary and why, loads them once, and closes.', async () => {
    const root = await drawAgenda();
    const item = row(root, '28D2Q');
    const { session } = detailOf(guide, '28D2Q');
    const button = byRole(item, 'button', /^Can We Really Parse DNS/u);
    const body = document.getElementById(button.getAttribute('aria-controls') ?? '');
    const state = () => [button.getAttribute('aria-expanded'), body?.hidden];
    expect(state()).toEqual(['false', true]);
    await press(button);
    expect(state()).toEqual(['true', false]);
    expect(saidIn(body?.querySelector('.summary'))).toBe(session.summary);
    expect(saidIn(body?.querySelector('.why'))).toBe(`Why watch ${session.why}`);
    await press(button);
    expect(state()).toEqual(['false', true]);
    await press(button);
    expect(state()).toEqual(['true', false]);
    expect(told).toEqual(['detail 28D2Q']);
  });

  test('opens beside others that stay open, through a redraw too.', async () => {
    const root = await drawAgenda();
    for (const id of ['28D2Q', '27FbS']) await press(row(root, id).querySelector('h3 button') as Element);
    await drawAgenda({ picked: ['28D2Q'] }, root);
    const open = IDS.filter((id) => row(root, id).querySelector('[aria-expanded="true"]'));
    expect(open).toEqual(['28D2Q', '27FbS']);
  });

  test('has a star that shows what is picked and calls back with its session.', async () => {
    const root = await drawAgenda({ picked: ['28D0X', 'ZZZZ'] });
    const pressed = IDS.filter((id) => row(root, id).querySelector('[aria-pressed="true"]'));
    expect(pressed).toEqual(['28D0X']);
    await press(byRole(row(root, '27FbS'), 'button', /^Pick: TikTok's/u));
    expect(told).toEqual(['pick 27FbS']);
    await drawAgenda({ picked: ['27FbS'] }, root);
    expect(IDS.filter((id) => row(root, id).querySelector('[aria-pressed="true"]'))).toEqual(['27FbS']);
  });
});

describe('When the event is over', () => {
  test('what can be watched comes first.', async () => {
    const root = await drawAgenda({ now: AFTER });
    const section = byRole(root, 'region', /over/u);
    expect(section.nextElementSibling?.className).toBe('day');
    expect(allByRole(section, 'link').map((link) => link.getAttribute('href'))).toEqual([
      'https://www.youtube.com/watch?v=mCKwX74xIs4',
      'https://www.youtube.com/watch?v=3X0X4az_E_4',
      'https://www.youtube.com/watch?v=y0qlhiKtDGo',
      'https://www.youtube.com/playlist?list=PLDg_GiBbAx-mOnWuzd_NXoRfuW9HZAxeZ',
    ]);
  });

  test.each([
    ['before', BEFORE],
    ['during', DURING],
  ])('it says so: %s the event there is no such section.', async (_, now) => {
    const root = await drawAgenda({ now });
    expect(allByRole(root, 'region', /over/u)).toEqual([]);
    expect(allByRole(root, 'region')).toHaveLength(3);
  });
});

describe('A notice', () => {
  test('is an alert with a button that dismisses it.', async () => {
    const root = await drawAgenda({ notice: 'Your pick could not be saved.' });
    expect(byRole(root, 'alert').textContent).toContain('Your pick could not be saved.');
    await press(byRole(root, 'button', 'Understood'));
    expect(told).toEqual(['dismiss']);
    await drawAgenda({}, root);
    expect(allByRole(root, 'alert')).toEqual([]);
  });

  test('is text, whatever stands in it.', async () => {
    const root = await drawAgenda({ notice: '<img src=x onerror=alert(1)>' });
    expect(root.querySelector('.notice img')).toBeNull();
    expect(byRole(root, 'alert').textContent).toContain('<img src=x onerror=alert(1)>');
  });
});

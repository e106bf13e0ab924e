// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { look } from '../../../../features/agenda/look.ts';
import { buildDetail } from '../../../../lib/guide/detail.ts';
import { DEFAULTS } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, press, readName, readText, saidIn } from '../../../components/draw.ts';
import { BEFORE, drawAgenda, IDS, makeSaying, openRow, ownWith, row, rowsIn } from './agenda.tsx';

const tags = (root: Element, id: string) => readText(row(root, id).querySelector('.tags'));

describe('the agenda', () => {
  test('has every session once, by day, in lists under headings of level 2', async () => {
    const { root } = await drawAgenda({ now: BEFORE });
    expect(readText(root.querySelector('.list .controls'))).toContain('Times in EST');
    const days = allByRole(root.querySelector('.list') as Element, 'region').map((day) => ({
      heading: readText(day.querySelector('h2')?.firstChild?.textContent),
      count: readText(day.querySelector('h2 .count')),
      ids: [...day.querySelectorAll<HTMLElement>('ul > li[data-session]')].map(({ dataset }) => dataset.session),
    }));
    expect(days).toEqual([
      { heading: 'Monday, November 10', count: '10 sessions', ids: IDS.slice(0, 10) },
      { heading: 'Tuesday, November 11', count: '2 sessions', ids: IDS.slice(10, 12) },
      { heading: 'Wednesday, November 12', count: '3 sessions', ids: IDS.slice(12) },
    ]);
    expect(rowsIn(root)).toEqual(IDS);
  });

  test('shows for each session whether it can be watched', async () => {
    const { root } = await drawAgenda();
    const byLabel = Object.groupBy(IDS, (id) => readText(row(root, id).querySelector('.watch')));
    expect(byLabel).toEqual({
      'In the playlist': IDS.slice(0, 10).filter((id) => !['28D0g', '28D0X', '28D14'].includes(id)),
      'No recording known': ['28D0X', '27FaL'],
      Recording: ['28D0g', '28D14', '27Nnr', '27FXg', '27FaR', '27FbS'],
    });
    expect(IDS.filter((id) => row(root, id).querySelector('.watch.recorded'))).toEqual(byLabel.Recording);
    const links = IDS.map((id) => row(root, id).querySelector('a.watch')).filter((link) => link !== null);
    expect(links.map((link) => link.getAttribute('href')?.startsWith('https://www.youtube.com/'))).toEqual(
      links.map(() => true),
    );
    expect(readName(row(root, '27Nnr').querySelector('a.watch') as Element)).toMatch(/^Recording: 10 Years/u);
  });

  test('marks what changed since the post', async () => {
    const { root } = await drawAgenda();
    expect(IDS.filter((id) => tags(root, id).includes('Changed since announced'))).toEqual(['27FaL', '27FbS']);
  });
});

describe('every row', () => {
  // These tests only read, so they share one drawing.
  let root: HTMLElement;
  beforeAll(async () => {
    ({ root } = await drawAgenda());
  });

  test.each(IDS)('shows the time, event, speakers and takeaway of %s while it is closed', (id) => {
    const { session, event } = buildDetail(guide, id);
    const text = readText(row(root, id));
    expect(text).toMatch(/^\d{1,2}:\d\d [AP]M to \d{1,2}:\d\d [AP]M/u);
    for (const part of [session.title, session.takeaway, ...session.speakers.map(({ name }) => name), event.name]) {
      expect(text).toContain(readText(part));
    }
  });

  test.each(IDS)('links from %s to its page on Sched, without parameters', (id) => {
    const host = id.startsWith('28') ? 'colocatedeventsna2025' : 'kccncna2025';
    const link = byRole(row(root, id), 'link', /^Open on Sched: /u);
    expect(link.getAttribute('href')).toBe(`https://${host}.sched.com/event/${id}`);
  });
});

describe('the facts seen on a page', () => {
  test('are in the row: room, changes, slides, video and “Saved on Sched”', async () => {
    const pages = new Map([
      [
        '27FbS',
        makeSaying({ room: 'Hall B', saved: true, changes: ['Room: now Hall B, before Hall A', 'Title: now “x”'] }),
      ],
      ['28Czl', makeSaying({ saved: true })],
      ['28D2Q', makeSaying({ slides: [{ name: 'Kelp.pdf', url: 'https://example.org/k.pdf' }] })],
      ['28D0X', makeSaying({ video: 'https://example.org/v' })],
    ]);
    const { root } = await drawAgenda({ pages });
    const text = readText(row(root, '27FbS'));
    expect(text).toContain('Hall B');
    expect(tags(root, '27FbS')).toContain('Saved on Sched');
    expect(text).toContain('Changed: Room: now Hall B, before Hall A');
    expect(text).toContain('Changed: Title: now “x”');
    // The changes say more than the tag does.
    expect(tags(root, '27FbS')).not.toContain('Changed since announced');
    expect(tags(root, '28Czl')).toContain('Saved on Sched');
    expect(tags(root, '28D2Q')).not.toContain('Saved on Sched');
    expect(byRole(row(root, '28D2Q'), 'link', /^Slides: /u).getAttribute('href')).toBe('https://example.org/k.pdf');
    expect(tags(root, '28D0X')).toContain('Video on Sched');
    expect(tags(root, '28D14')).not.toContain('Slides');
  });

  test('are marked as urgent only when the reader has to act', async () => {
    const changes = [
      { text: 'Room: now Hall B, before Hall A', urgent: true },
      { text: 'Zoë Example: now Kelp, in the guide Tide', urgent: false },
    ];
    const { root } = await drawAgenda({ pages: new Map([['27FbS', { saved: false, changes }]]) });
    const changed = [...row(root, '27FbS').querySelectorAll('.what > .changed')];
    expect(changed.map((one) => [readText(one), one.classList.contains('urgent')])).toEqual(
      changes.map(({ text, urgent }) => [`Changed: ${text}`, urgent]),
    );
  });
});

describe('a row', () => {
  test('opens with the summary and the reason, loads them once, and closes', async () => {
    const { root, told } = await drawAgenda();
    const { session } = buildDetail(guide, '28D2Q');
    const button = byRole(row(root, '28D2Q'), 'button', /^Can We Really Parse DNS/u);
    const body = document.getElementById(button.getAttribute('aria-controls') ?? '') as HTMLElement;
    const state = () => [button.getAttribute('aria-expanded'), body.hidden, body.textContent === ''];
    expect(state()).toEqual(['false', true, true]);
    await openRow(root, '28D2Q');
    expect(state()).toEqual(['true', false, false]);
    expect(saidIn(body.querySelector('.summary'))).toBe(session.summary);
    expect(saidIn(body.querySelector('.why'))).toBe(`Why watch ${session.why}`);
    await openRow(root, '28D2Q');
    expect(state()).toEqual(['false', true, true]);
    await openRow(root, '28D2Q');
    expect(state()).toEqual(['true', false, false]);
    expect(told).toEqual(['detail 28D2Q']);
  });

  test('stays open when another one opens, and when the agenda is drawn again', async () => {
    const { root, update } = await drawAgenda();
    for (const id of ['28D2Q', '27FbS']) await openRow(root, id);
    await update({ own: ownWith({ picked: ['28D2Q'] }) });
    expect(IDS.filter((id) => row(root, id).querySelector('[aria-expanded="true"]'))).toEqual(['28D2Q', '27FbS']);
  });

  test('shows its times in the hour format and time zone of the settings', async () => {
    const { root, update } = await drawAgenda({ now: BEFORE });
    const when = () => readText(row(root, '27Nnr').querySelector('.when'));
    const [twelve, settings] = [when(), { ...DEFAULTS, hours: 24 } as const];
    try {
      look(settings);
      await update({ settings });
      expect(when()).toMatch(/^\d\d:\d\d to \d\d:\d\d/u);
    } finally {
      look(DEFAULTS);
    }
    await update({ settings: { ...DEFAULTS, zone: 'Asia/Tokyo' } });
    expect(when()).toMatch(/\d [AP]M/u);
    await update({ settings: DEFAULTS });
    expect(when()).toBe(twelve);
  });

  test('has a star that names its session, shows whether it is picked, and picks it', async () => {
    const { root, told, update } = await drawAgenda({ own: ownWith({ picked: ['28D0X', 'ZZZZ'] }) });
    const pressed = () => IDS.filter((id) => row(root, id).querySelector('.star[aria-pressed="true"]'));
    expect(pressed()).toEqual(['28D0X']);
    expect(row(root, '28D0X').classList).toContain('picked');
    await press(byRole(row(root, '27FbS'), 'button', /^Pick: TikTok's/u));
    expect(told).toEqual(['pick 27FbS']);
    await update({ own: ownWith({ picked: ['27FbS'] }) });
    expect(pressed()).toEqual(['27FbS']);
    expect(IDS.map((id) => row(root, id).querySelector('.star')?.getAttribute('aria-pressed'))).not.toContain(null);
  });
});

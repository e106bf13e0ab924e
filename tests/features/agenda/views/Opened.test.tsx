// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { googleUrl, outlookUrl } from '../../../../features/agenda/share/calendar-links.ts';
import { NOTE_MAX } from '../../../../lib/own/own.ts';
import { allByRole, byRole, press, readText } from '../../../components/draw.ts';
import { doing, drawAgenda, IDS, makeSaying, openRow, ownWith, row, type } from './agenda.tsx';

const ID = '28D2Q';
const area = (root: Element) => row(root, ID).querySelector('textarea') as HTMLTextAreaElement;
const hint = (root: Element) =>
  readText(document.getElementById(area(root).getAttribute('aria-describedby') ?? '') ?? undefined);

describe('a seen mark', () => {
  test('is shown in the row, and changed by a button in the opened row', async () => {
    const { root, told, update } = await drawAgenda({ own: ownWith({ watched: ['28F61'] }) });
    const marked = () => IDS.filter((id) => row(root, id).matches('.watched'));
    expect(marked()).toEqual(['28F61']);
    expect(readText(row(root, '28F61').querySelector('.done'))).toBe('Seen');
    const body = await openRow(root, ID);
    const button = () => body.querySelector('.acts button') as HTMLElement;
    expect([readText(button()), button().getAttribute('aria-pressed')]).toEqual(['Mark as seen', 'false']);
    await press(button());
    expect(told.at(-1)).toBe(`watched ${ID}`);
    await update({ own: ownWith({ watched: [ID] }) });
    expect([readText(button()), button().getAttribute('aria-pressed')]).toEqual(['Seen', 'true']);
    expect(marked()).toEqual([ID]);
  });
});

describe('an opened row', () => {
  test('links to calendars, with the time and room from the page', async () => {
    const at = Date.parse('2025-11-10T18:00Z');
    const pages = new Map([[ID, makeSaying({ start: at, end: at + 1_500_000, room: 'Hall B' })]]);
    const { root } = await drawAgenda({ pages });
    const body = await openRow(root, ID);
    const session = agendaGuide.sessions.find(({ id }) => id === ID);
    const entry = {
      ...(session as NonNullable<typeof session>),
      start: at,
      end: at + 1_500_000,
      speakers: ['Hemanth Malla'],
      event: 'CiliumCon',
      room: 'Hall B',
    };
    const hrefs = allByRole(body, 'link', /Add to /u).map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual([googleUrl(entry, agendaGuide.place), outlookUrl(entry, agendaGuide.place)]);
    expect(hrefs.join()).toContain('Hall%20B');
  });
});

describe('a note', () => {
  const opened = async (text?: string) => {
    const drawn = await drawAgenda({ own: ownWith(text === undefined ? {} : { notes: { [ID]: text } }) });
    await openRow(drawn.root, ID);
    return drawn;
  };

  test('is sent with every letter typed, and its row shows that there is one', async () => {
    const { root, told, update } = await opened();
    await type(area(root), 'Ask');
    await type(area(root), 'Ask about tides');
    expect(told.slice(1)).toEqual([`note ${ID} Ask`, `note ${ID} Ask about tides`]);
    expect(row(root, ID).querySelector('.noted')).toBeNull();
    await update({ own: ownWith({ notes: { [ID]: 'Ask about tides' } }) });
    expect(readText(row(root, ID).querySelector('.noted'))).toBe('Note');
    expect(IDS.filter((id) => row(root, id).querySelector('.noted'))).toEqual([ID]);
  });

  test('has at most 10,000 characters, and counts the last 500', async () => {
    const { root } = await opened('x'.repeat(NOTE_MAX - 501));
    expect([area(root).maxLength, NOTE_MAX]).toEqual([NOTE_MAX, 10_000]);
    expect(hint(root)).toBe('Only for you, stored in this browser');
    for (const [left, text] of [
      [500, '500 characters left'],
      [1, '1 character left'],
      [0, '0 characters left'],
    ] as const) {
      await type(area(root), 'x'.repeat(NOTE_MAX - left));
      expect(hint(root)).toBe(text);
    }
  });

  test('from another window is shown, unless the reader is writing here', async () => {
    const { root, update } = await opened('Old');
    const theirs = () => update({ own: ownWith({ notes: { [ID]: 'Theirs' } }) });
    await doing(() => area(root).focus());
    await type(area(root), 'Mine');
    await theirs();
    expect(area(root).value).toBe('Mine');
    await update({ own: ownWith({ notes: { [ID]: 'Mine' } }) });
    await doing(() => area(root).blur());
    await theirs();
    expect(area(root).value).toBe('Theirs');
  });

  test('that could not be stored stays in its field', async () => {
    const { root, update } = await opened('Old');
    const stored = (text: string) => update({ own: ownWith({ notes: { [ID]: text } }) });
    await doing(() => area(root).focus());
    for (const text of ['A long', 'A long thought']) {
      await type(area(root), text);
      // It counts as stored until the browser refuses.
      await stored(text);
      await stored('Old');
    }
    await update({ notice: 'That could not be saved.' });
    await doing(() => area(root).blur());
    await press(byRole(root, 'button', 'OK'));
    expect(area(root).value).toBe('A long thought');
    await doing(() => area(root).focus());
    await type(area(root), 'A long thought.');
    await stored('A long thought.');
    await doing(() => area(root).blur());
    await stored('Theirs');
    expect(area(root).value).toBe('Theirs');
  });

  test('is removed with one press, even while it is being written, and restored by an undo', async () => {
    const { root, told, update } = await opened('Old');
    await doing(() => area(root).focus());
    await type(area(root), 'New');
    await press(byRole(row(root, ID), 'button', 'Remove note'));
    expect(told.at(-1)).toBe(`note ${ID} `);
    await update({ own: ownWith({}) });
    expect(area(root).value).toBe('');
    expect(allByRole(row(root, ID), 'button', 'Remove note')).toEqual([]);
    await doing(() => area(root).blur());
    await update({ own: ownWith({ notes: { [ID]: 'New' } }) });
    expect(area(root).value).toBe('New');
  });

  test.each(['Old', undefined])('that the reader has emptied is restored by an undo (%s before)', async (before) => {
    const { root, update } = await opened(before);
    await doing(() => area(root).focus());
    await type(area(root), 'Old');
    await update({ own: ownWith({ notes: { [ID]: 'Old' } }) });
    await type(area(root), '');
    await update({ own: ownWith({}) });
    await doing(() => area(root).blur());
    await update({ own: ownWith({ notes: { [ID]: 'Old' } }) });
    expect(area(root).value).toBe('Old');
  });
});

test('A note links to the positions in the recording that it mentions, if there is a recording', async () => {
  const text = 'The demo is at 12:40, we met at 9:10 AM.';
  const { root } = await drawAgenda({ own: ownWith({ notes: { '27FbS': text, '28D1Y': text } }) });
  const links = (await openRow(root, '27FbS')).querySelectorAll<HTMLAnchorElement>('.positions a');
  expect([...links].map(({ textContent, href }) => [textContent, href])).toEqual([
    ['12:40', 'https://www.youtube.com/watch?v=y0qlhiKtDGo&t=760s'],
  ]);
  expect((await openRow(root, '28D1Y')).querySelector('.positions')).toBeNull();
});

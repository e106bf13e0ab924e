// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { newestFactDate } from '../../../../features/options/views/OptionsAbout.tsx';
import { sizeName } from '../../../../features/options/views/OptionsStored.tsx';
import { dateName } from '../../../../lib/time/format.ts';
import { allByRole, byRole, press, readName, readText } from '../../../components/draw.ts';
import { type Asked, drawOptions, STATE } from './options-page.tsx';

describe('the table of stored data', () => {
  test('has a row for each kind with count, size, place and purpose, under a summary with the totals', async () => {
    const root = await drawOptions();
    const table = byRole(root, 'region', 'What is stored, and why').querySelector('table') as HTMLTableElement;
    expect([...table.querySelectorAll('[scope=col]')].map(readText)).toEqual([
      'Data',
      'Count',
      'Size',
      'Where',
      'Purpose',
    ]);
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map(readText));
    expect(rows).toHaveLength(STATE.stored.length);
    expect(rows[0]?.slice(0, 3)).toEqual(['Picks', '1', '1 byte']);
    expect(rows[3]?.slice(0, 3)).toEqual(['Details from Sched', '4', '1 kB']);
    expect(rows.filter(([, , , where, why]) => !where || !why)).toEqual([]);
    expect(rows.at(-1)?.[3]).toBe('your browser’s account');
    const fold = table.closest('details') as HTMLDetailsElement;
    expect([fold.open, readText(fold.querySelector('summary'))]).toEqual([false, '91 entries, 22.3 kB']);
  });

  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [123_456, '123.5 kB'],
  ])('shows %i bytes as “%s”', (bytes, words) => {
    expect(sizeName(bytes)).toBe(words);
  });
});

describe('the about section', () => {
  test('shows the version, guide, source and licence, and says that it is not official', async () => {
    const root = await drawOptions();
    const about = byRole(root, 'region', 'About');
    const facts = new Map([...about.querySelectorAll('.facts dt')].map((dt) => [readText(dt), dt.nextElementSibling]));
    const { title, url, author, organisation } = guide.source;
    expect([...facts].map(([name, value]) => [name, readText(value)])).toEqual([
      ['Version', '1.2.3, for Firefox'],
      ['Guide', guide.name],
      ['Sessions', String(guide.sessions.length)],
      ['Last checked', dateName(newestFactDate(guide))],
      ['Made from', `${title}, by ${author}, ${organisation}, Aug 20, 2025`],
      ['Licence', 'Apache License 2.0'],
    ]);
    expect(byRole(about, 'link', title).getAttribute('href')).toBe(url);
    expect(readText(about)).toContain('not affiliated with Sched, the CNCF or Cilium');
  });

  test('uses the newest date in the guide as the day of the last check', () => {
    const [session, ...others] = guide.sessions;
    const change = { asOf: '2031-01-02', kind: 'time' as const, text: 'Later' };
    const later = {
      ...guide,
      sessions: [{ ...(session as (typeof guide.sessions)[0]), changes: [change] }, ...others],
    };
    expect(newestFactDate(later)).toBe('2031-01-02');
    const bare = { ...guide, sessions: [], events: [], context: [] };
    expect(newestFactDate(bare)).toBe(guide.source.published);
    expect(newestFactDate(guide) > guide.source.published).toBe(true);
  });

  test.each([
    [true, 'Copied. Paste it into your report. This is the whole text:'],
    [false, 'The browser did not allow copying. Select the text below and copy it yourself.'],
  ])('shows the diagnostics after one press, copied or not: %s', async (copied, status) => {
    const text = 'version: 1.2.3\nerrors: none\n';
    const root = await drawOptions({}, { diagnose: async () => ({ text, copied }) });
    const about = byRole(root, 'region', 'About');
    expect(about.querySelector('textarea')).toBeNull();
    await press(byRole(about, 'button', 'Copy diagnostics'));
    const field = about.querySelector('textarea') as HTMLTextAreaElement;
    expect([field.value, field.readOnly, field.getAttribute('aria-label')]).toEqual([text, true, 'Diagnostics']);
    expect(readText(about.querySelector('[role=status]'))).toBe(status);
  });

  test('shows an error when the diagnostics fail', async () => {
    const diagnose = () => Promise.reject(new Error('no browser'));
    const root = await drawOptions({}, { diagnose });
    await press(byRole(root, 'button', 'Copy diagnostics'));
    expect(readText(byRole(root, 'region', 'About').querySelector('[role=alert]'))).toContain('no browser');
  });

  test('says when the browser has no shortcuts, and then has no button to change them', async () => {
    const about = byRole(await drawOptions({}, { keys: null }), 'region', 'About');
    expect(readText(about)).toContain('This browser has no keyboard shortcuts for extensions.');
    expect(allByRole(about, 'button').map(readName)).toEqual(['Copy diagnostics']);
  });

  test('lists the browser’s shortcuts, a button to change them, and the keys of the agenda', async () => {
    const asked: Asked[] = [];
    const root = await drawOptions({}, { asked });
    const [browsers, agendas] = [...byRole(root, 'region', 'About').querySelectorAll('.keys')].map((list) =>
      [...list.querySelectorAll('dt')].map((dt) => [readText(dt), readText(dt.nextElementSibling)]),
    );
    expect(browsers).toEqual([
      ['Alt+Shift+A', 'Open the agenda'],
      ['Alt+Shift+N', 'Go to the next guide session on a page'],
      ['none', 'Go to the previous guide session'],
    ]);
    expect(agendas?.map(([key]) => key)).toEqual(['/', '↑↓', 'Enter', 's', 'w', 'Esc']);
    const button = byRole(root, 'button', 'Change shortcuts');
    expect(readText(root.querySelector(`#${button.getAttribute('aria-describedby')}`))).toMatch(
      /chrome:\/\/extensions\/shortcuts.*about:addons/u,
    );
    await press(button);
    expect(asked).toEqual([['shortcuts']]);
  });
});

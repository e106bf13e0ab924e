// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { accentProperties } from '../../../../lib/own/accents.ts';
import { ACCENTS, ALARMS, PARTS, readSettings, THEMES } from '../../../../lib/own/settings.ts';
import type { SyncStatus } from '../../../../lib/own/sync-status.ts';
import { allByRole, byRole, press, readName, readText } from '../../../components/draw.ts';
import { type Asked, drawOptions } from './options-page.tsx';

let asked: Asked[];
beforeEach(() => {
  asked = [];
});

const inputs = (root: Element, type: string) => [...root.querySelectorAll<HTMLInputElement>(`input[type=${type}]`)];
const readLabel = (field: Element) => readText(field.closest('label'));
const field = (root: Element, type: string, name: string) =>
  inputs(root, type).find((one) => readLabel(one) === name) as HTMLInputElement;
const described = (element: Element) =>
  readText(element.ownerDocument.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent);
async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  await act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('the options page', () => {
  test('has a heading for each section, and a table of contents that links to each', async () => {
    const root = await drawOptions();
    expect(allByRole(root, 'heading').map(readName)[0]).toBe('Cilium Session Guide: options');
    const titles = [...root.querySelectorAll('h2')].map(readName);
    expect(titles).toEqual([
      'Show on Sched',
      'Appearance',
      'Times and calendar',
      'Sync',
      'Your data',
      'What is stored, and why',
      'About',
    ]);
    expect(allByRole(root, 'region').map(readName)).toEqual(titles);
    const links = allByRole(root.querySelector('nav') as Element, 'link');
    expect(links.map(readName)).toEqual(titles);
    const led = links.map((link) => root.querySelector(link.getAttribute('href') ?? '')?.querySelector('h2'));
    expect(led.map((heading) => readName(heading as Element))).toEqual(titles);
  });

  test('labels every field, repeats no id, and refers to no missing id', async () => {
    const root = await drawOptions({ removed: { undo() {}, accountStays: true } });
    await press(byRole(root, 'button', 'Reset everything…'));
    const fields = [...root.querySelectorAll('input, select')];
    expect(fields.length).toBeGreaterThan(18);
    expect(fields.filter((one) => readLabel(one) === '').map((one) => one.outerHTML)).toEqual([]);
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const referring = ['aria-labelledby', 'aria-describedby'];
    const referred = referring.flatMap((name) =>
      [...root.querySelectorAll(`[${name}]`)].flatMap((one) => (one.getAttribute(name) ?? '').split(' ')),
    );
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
    // The pages' policy forbids styles in the document.
    expect(root.querySelectorAll('[style]')).toHaveLength(0);
  });

  test('has a switch with a description and a picture for each part, and one for each part on each site', async () => {
    const root = await drawOptions({}, { asked });
    const parts = byRole(root, 'region', 'Show on Sched');
    const boxes = inputs(parts, 'checkbox');
    expect(boxes).toHaveLength(1 + guide.sites.length + PARTS.length * (1 + guide.sites.length) + 1);
    expect(boxes.filter((box) => !box.closest('fieldset') && described(box) === '')).toEqual([]);
    expect(parts.querySelectorAll('svg.picture')).toHaveLength(1 + PARTS.length + 1);
    await press(field(parts, 'checkbox', 'Highlights'));
    const group = [...parts.querySelectorAll('fieldset')].find((one) =>
      /^Mentions of Cilium.* on:/u.test(readText(one)),
    );
    await press(inputs(group as Element, 'checkbox')[1] as Element);
    await press(field(parts, 'checkbox', 'Dim other sessions'));
    expect(asked).toEqual([
      ['turn', { part: 'highlights' }, false],
      ['turn', { part: 'mentions', host: guide.sites[1]?.host }, false],
      ['turn', { others: true }, false],
    ]);
  });

  test('shows on which site a part is off', async () => {
    const settings = readSettings({ [`off:cards@${guide.sites[0]?.host}`]: true, 'off:strip': true });
    const parts = byRole(await drawOptions({ settings }), 'region', 'Show on Sched');
    expect(field(parts, 'checkbox', 'Summaries').checked).toBe(true);
    const on = (name: string) =>
      inputs(
        [...parts.querySelectorAll('fieldset')].find((one) => readText(one).startsWith(name)) as Element,
        'checkbox',
      );
    expect(on('Summaries on:').map(({ checked }) => checked)).toEqual([false, true]);
    expect(on('Toolbar above lists on:').map(({ checked }) => checked)).toEqual([false, false]);
  });

  test('shows what was done with “Undo”, a notice with “OK”, and a button that opens the agenda', async () => {
    const undone: string[] = [];
    const done = { text: 'Theme: Dark', undo: () => undone.push('undo') };
    const root = await drawOptions({ done, notice: 'Refused.' }, { asked });
    expect([...root.querySelectorAll('[role=status]')].map(readText).filter(Boolean)).toEqual(['Theme: Dark']);
    await press(byRole(root, 'button', 'Undo'));
    expect(undone).toEqual(['undo']);
    expect(readName(byRole(root, 'alert'))).toContain('Refused.');
    await press(byRole(root, 'button', 'OK'));
    await press(byRole(root, 'button', 'Open the agenda in a tab'));
    expect(asked).toEqual([['dismiss'], ['openAgenda']]);
  });
});

describe('the appearance section', () => {
  test.each([
    ['Theme', 'theme', THEMES, ['System', 'Light', 'Dark']],
    ['Highlight colour', 'accent', ACCENTS, ['Amber', 'Sky blue', 'Green', 'Pink']],
  ] as const)('offers “%s” as radio buttons with names', async (legend, name, values, words) => {
    const root = await drawOptions({}, { asked });
    const group = [...root.querySelectorAll('fieldset')].find(
      (one) => readText(one.querySelector('legend')) === legend,
    ) as Element;
    const radios = inputs(group, 'radio');
    expect(radios.map(readLabel)).toEqual(words);
    expect(new Set(radios.map((radio) => radio.name)).size).toBe(1);
    expect(radios.map(({ checked }) => checked)).toEqual(values.map((_, index) => index === 0));
    await press(radios[2] as Element);
    expect(asked).toEqual([['prefer', name, values[2]]]);
    const settings = readSettings({ [`pref:${name}`]: values[1] });
    const other = await drawOptions({ settings });
    const checked = inputs(other, 'radio').filter((radio) => radio.checked && radio.name === name);
    expect(checked.map(readLabel)).toEqual([words[1]]);
    // Every name has a check mark. The style sheet shows only that of the chosen one.
    expect(checked[0]?.nextElementSibling?.querySelector('.icon-check')).not.toBeNull();
  });

  test('returns to the stored choice when it renders again after a press that was not stored', async () => {
    const root = await drawOptions();
    await press(field(root, 'radio', 'Dark'));
    expect(field(root, 'radio', 'Dark').checked).toBe(true);
    await drawOptions({}, { into: root });
    expect(field(root, 'radio', 'Dark').checked).toBe(false);
    expect(field(root, 'radio', 'System').checked).toBe(true);
  });

  test('has swatches in the colours of the accents', () => {
    const css = readFileSync(join(import.meta.dirname, '../../../../features/options/views/OptionsLook.css'), 'utf8');
    const readColour = (selector: string) => css.split(`\n${selector} {`)[1]?.match(/background: (#\w+);/u)?.[1];
    const swatches = ACCENTS.map((accent) => readColour(accent === 'amber' ? '.swatch' : `.swatch-${accent} .swatch`));
    expect(swatches).toEqual(ACCENTS.map((accent) => accentProperties(accent).match(/--csg-mark: (#\w+);/u)?.[1]));
  });

  test('has a sample of a marked session', async () => {
    const root = await drawOptions();
    const sample = root.querySelector('figure');
    expect(readText(sample?.querySelector('.bar'))).toBe(`${guide.sessions[0]?.title} ${guide.subject}`);
    expect(sample?.querySelector('.icon-hexagon')).not.toBeNull();
  });
});

describe('the times and calendar section', () => {
  test('offers the time zone, shows a sample in it, and names an unknown one', async () => {
    const root = await drawOptions({}, { asked });
    const times = byRole(root, 'region', 'Times and calendar');
    const [zone] = times.querySelectorAll('select');
    expect(readText(times)).toMatch(/The first session is on Monday, November 10, .* EST\./u);
    await choose(zone as HTMLSelectElement, 'mine');
    expect(asked).toEqual([['prefer', 'zone', 'mine']]);
    const mine = await drawOptions({ settings: readSettings({ 'pref:zone': 'mine' }) });
    expect(readText(byRole(mine, 'region', 'Times and calendar'))).toMatch(/The first session is on .* CET\./u);
    const odd = await drawOptions({ settings: readSettings({ 'pref:zone': 'Mars/Olympus' }) });
    expect(readText(byRole(odd, 'region', 'Times and calendar'))).toMatch(
      /does not know the time zone “Mars\/Olympus”/u,
    );
  });

  test('offers 12-hour and 24-hour time', async () => {
    const root = await drawOptions({}, { asked });
    const times = byRole(root, 'region', 'Times and calendar');
    expect(inputs(times, 'radio').map(readLabel)).toEqual(['12-hour (2:10 PM)', '24-hour (14:10)']);
    await press(field(times, 'radio', '24-hour (14:10)'));
    expect(asked).toEqual([['prefer', 'hours', 24]]);
  });

  test('offers the minutes of a reminder', async () => {
    const root = await drawOptions({ settings: readSettings({ 'pref:alarm': 15 }) }, { asked });
    const alarm = byRole(root, 'region', 'Times and calendar').querySelectorAll('select')[1] as HTMLSelectElement;
    expect([...alarm.options].map(readText)).toEqual([
      'None',
      ...ALARMS.slice(1).map((minutes) => `${minutes} minutes before`),
    ]);
    expect(alarm.value).toBe('15');
    for (const value of ['5', '0']) await choose(alarm, value);
    expect(asked).toEqual([
      ['prefer', 'alarm', 5],
      ['prefer', 'alarm', 0],
    ]);
  });
});

describe('the sync section', () => {
  const AT = Date.UTC(2025, 10, 10, 12);
  const ON = readSettings({ 'pref:sync': true });

  test.each<[string, boolean, SyncStatus | undefined, RegExp]>([
    ['off', false, { at: AT, ok: true }, /^Off\. Everything stays/u],
    ['no exchange yet', true, undefined, /^On\. Not synced yet/u],
    ['complete', true, { at: AT, ok: true }, /^Nov 1\d, 2025.*, complete\.$/u],
    ['one item too long', true, { at: AT, ok: true, skipped: 1 }, /1 item is too long .* this device only\.$/u],
    ['several items too long', true, { at: AT, ok: true, skipped: 3 }, /3 items are too long/u],
    ['account full', true, { at: AT, ok: false, problem: 'quota' }, /account is full.* Nothing was lost/u],
    ['refused by the browser', true, { at: AT, ok: false, problem: 'refused' }, /browser refused\. Nothing was lost/u],
    ['invalid date', true, { at: 1e300, ok: true }, /^1e\+300/u],
  ])('describes the state in words: %s', async (_, on, sync, words) => {
    const root = await drawOptions({ sync, ...(on && { settings: ON }) });
    const part = byRole(root, 'region', 'Sync');
    expect(inputs(part, 'checkbox')[0]?.checked).toBe(on);
    expect(readText(part.querySelector('dd'))).toMatch(words);
  });

  test('warns when the browser does not sync extensions', async () => {
    const warning = (root: Element) => readText(byRole(root, 'region', 'Sync').querySelector('.warn'));
    expect(warning(await drawOptions())).toBe('');
    expect(warning(await drawOptions({}, { syncs: false }))).toMatch(
      /does not sync extensions.* nothing leaves the phone/u,
    );
  });

  test('describes what is synced beside the switch', async () => {
    const root = await drawOptions({}, { asked });
    const [box] = inputs(byRole(root, 'region', 'Sync'), 'checkbox');
    expect(described(box as Element)).toMatch(/We run no server.*stays on this device only.*are not synced\.$/u);
    await press(box as Element);
    expect(asked).toEqual([['prefer', 'sync', true]]);
  });
});

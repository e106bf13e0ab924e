// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { ALARMS } from '../../../../lib/own/settings.ts';
import { allByRole, press, readText } from '../../../components/draw.ts';
import { alerts, calls, chosen, drawTab, outcome, pressButton, radios, statuses } from './share-tab.tsx';

describe('the choice of sessions', () => {
  test('has each kind with its count, and starts with the picks if there are any', async () => {
    const root = await drawTab();
    expect(radios(root).map((radio) => readText(radio.closest('label')))).toEqual([
      'All 15',
      'Shown now 7',
      'My picks 3',
    ]);
    expect(radios(root).map(({ checked }) => checked)).toEqual([false, false, true]);
    expect(readText(root.querySelector('fieldset > legend'))).toBe('Which sessions');
  });

  test('starts with all sessions without picks, and disables empty kinds', async () => {
    const root = await drawTab({ counts: { all: 15, shown: 0, picked: 0 } });
    expect(radios(root).map(({ disabled }) => disabled)).toEqual([false, true, true]);
    expect(radios(root).map(({ checked }) => checked)).toEqual([true, false, false]);
  });

  test.each([
    [0, 'all'],
    [1, 'shown'],
    [2, 'picked'],
  ])('at %i is saved and copied: %s', async (index, which) => {
    const root = await drawTab();
    await press(radios(root)[index] as Element);
    for (const name of ['Save calendar file', 'As Markdown', 'As plain text']) await pressButton(root, name);
    expect(calls).toEqual([`calendar ${which}`, `copy ${which} markdown`, `copy ${which} text`]);
  });

  test('falls back to all sessions while the chosen kind is empty, and then returns', async () => {
    const root = await drawTab();
    await press(radios(root)[1] as Element);
    await drawTab({ counts: { all: 15, shown: 0, picked: 0 } }, root);
    await pressButton(root, 'Save calendar file');
    await drawTab({}, root);
    await pressButton(root, 'Save calendar file');
    expect(calls).toEqual(['calendar all', 'calendar shown']);
  });

  test('disables every button without sessions', async () => {
    const root = await drawTab({ counts: { all: 0, shown: 0, picked: 0 } });
    const off = allByRole(root, 'button').filter((button) => (button as HTMLButtonElement).disabled);
    expect(off.map(readText)).toEqual(['Save calendar file', 'As Markdown', 'As plain text']);
  });
});

describe('the contents to include', () => {
  const boxes = (root: Element) => [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const box = (root: Element, name: RegExp) =>
    boxes(root).find((one) => name.test(readText(one.closest('label')))) as HTMLInputElement;

  test('are notes without summaries at first, and change with one press each', async () => {
    const root = await drawTab();
    expect([box(root, /^Whole summaries/u).checked, box(root, /^My notes and seen marks/u).checked]).toEqual([
      false,
      true,
    ]);
    await pressButton(root, 'As Markdown');
    await press(box(root, /^Whole summaries/u));
    await press(box(root, /^My notes/u));
    await pressButton(root, 'As plain text');
    await pressButton(root, 'Save calendar file');
    expect(calls).toEqual([
      'copy picked markdown',
      'copy picked text with summaries without notes',
      'calendar picked with summaries without notes',
    ]);
  });

  test('are read from the settings, and stored there, like the choice of sessions', async () => {
    const root = await drawTab({ choices: { share: 'shown', shareSummary: true, shareMine: false } });
    expect(radios(root).map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(boxes(root).map(({ checked }) => checked)).toEqual([true, false]);
    await press(radios(root)[0] as HTMLElement);
    await press(box(root, /^Whole summaries/u));
    await press(box(root, /^My notes/u));
    expect(chosen).toEqual(['share all', 'shareSummary false', 'shareMine true']);
  });

  test('have an option for notes only when the chosen sessions have some, with their number', async () => {
    const root = await drawTab({ mine: { all: 2, shown: 0, picked: 0 } });
    const asks = () => boxes(root).length;
    expect(asks()).toBe(1);
    await press(radios(root)[0] as HTMLElement);
    expect(asks()).toBe(2);
    expect(readText(root.querySelector('.contents'))).toContain('2 sessions');
  });
});

describe('the calendar', () => {
  test('shows that the file was saved, with the number of sessions', async () => {
    const root = await drawTab({ counts: { all: 15, shown: 7, picked: 1 } });
    expect(statuses(root)).toEqual([]);
    await pressButton(root, 'Save calendar file');
    expect(statuses(root)).toEqual([expect.stringMatching(/^Calendar file with 1 session saved/u)]);
  });

  test('shows an error when the browser refuses the file', async () => {
    outcome.thrown = new Error('downloads are off');
    const root = await drawTab();
    await pressButton(root, 'Save calendar file');
    expect([statuses(root), alerts(root)]).toEqual([
      [],
      [expect.stringMatching(/The browser says: downloads are off$/u)],
    ]);
  });

  test('offers a reminder of some minutes, or none', async () => {
    const root = await drawTab({ choices: { alarm: 15 } });
    const select = root.querySelector('select') as HTMLSelectElement;
    expect(readText(root.querySelector(`label[for="${select.id}"]`))).toBe('Reminder');
    expect([...select.options].map((option) => [option.value, readText(option)])).toEqual(
      ALARMS.map((minutes) => [`${minutes}`, minutes === 0 ? 'None' : `${minutes} minutes before`]),
    );
    expect(select.value).toBe('15');
    for (const value of ['60', '0']) {
      await act(() => {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    }
    expect(chosen).toEqual(['alarm 60', 'alarm 0']);
  });
});

describe('copying', () => {
  test('shows a status each time', async () => {
    const root = await drawTab();
    await pressButton(root, 'As Markdown');
    expect(statuses(root)).toEqual(['3 sessions copied.']);
    await press(radios(root)[0] as Element);
    await pressButton(root, 'As plain text');
    expect(statuses(root)).toEqual(['15 sessions copied.']);
  });

  test('shows the selected text when the clipboard refuses', async () => {
    outcome.clipboard = '# <b>Sessions</b>\n\n- one\n';
    const root = await drawTab();
    await pressButton(root, 'As Markdown');
    const area = root.querySelector('textarea') as HTMLTextAreaElement;
    expect([area.value, area.readOnly, area.getAttribute('aria-label')]).toEqual([
      outcome.clipboard,
      true,
      'Text to copy',
    ]);
    expect(document.activeElement).toBe(area);
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, outcome.clipboard.length]);
    expect([statuses(root), alerts(root).length]).toEqual([[], 1]);
    outcome.clipboard = undefined;
    await pressButton(root, 'As Markdown');
    expect([root.querySelector('textarea'), alerts(root)]).toEqual([null, []]);
  });
});

test.each<[string, Parameters<typeof drawTab>[0], typeof outcome]>([
  ['when it opens', {}, {}],
  ['in a popup without picks', { popup: true, code: '', counts: { all: 15, shown: 0, picked: 0 } }, {}],
  ['when the clipboard refuses', {}, { clipboard: 'text' }],
  ['when everything fails', {}, { thrown: new Error('no') }],
])(
  'The tab passes the checks of axe %s',
  async (_, state, outcomes) => {
    const root = await drawTab(state);
    Object.assign(outcome, outcomes);
    for (const name of ['As Markdown', 'Save file', 'Add picks']) await pressButton(root, name);
    // Only a browser can compute colours.
    const { passes, violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.length).toBeGreaterThan(15);
  },
  60_000,
);

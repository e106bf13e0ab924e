// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { ALARMS } from '../../../../lib/own/settings.ts';
import { allByRole, press, readText } from '../../../components/draw.ts';
import { alerts, chosen, come, drawTab, pressed, radios, said, told } from './share-tab.tsx';

describe('The choice of sessions', () => {
  test('has every kind with its number, and is the picks where there are any.', async () => {
    const root = await drawTab();
    expect(radios(root).map((radio) => readText(radio.closest('label')))).toEqual([
      'All 15',
      'Shown now 7',
      'My picks 3',
    ]);
    expect(radios(root).map(({ checked }) => checked)).toEqual([false, false, true]);
    expect(readText(root.querySelector('fieldset > legend'))).toBe('Which sessions');
  });

  test('is all of them without a pick, which can’t be chosen then.', async () => {
    const root = await drawTab({ counts: { all: 15, shown: 0, picked: 0 } });
    expect(radios(root).map(({ disabled }) => disabled)).toEqual([false, true, true]);
    expect(radios(root).map(({ checked }) => checked)).toEqual([true, false, false]);
  });

  test.each([
    [0, 'all'],
    [1, 'shown'],
    [2, 'picked'],
  ])('at %i is what is saved and copied: %s.', async (index, which) => {
    const root = await drawTab();
    await press(radios(root)[index] as Element);
    for (const name of ['Save calendar file', 'As Markdown', 'As plain text']) await pressed(root, name);
    expect(told).toEqual([`calendar ${which}`, `copy ${which} markdown`, `copy ${which} text`]);
  });

  test('falls back while what was chosen is empty, and is taken up again.', async () => {
    const root = await drawTab();
    await press(radios(root)[1] as Element);
    await drawTab({ counts: { all: 15, shown: 0, picked: 0 } }, root);
    await pressed(root, 'Save calendar file');
    await drawTab({}, root);
    await pressed(root, 'Save calendar file');
    expect(told).toEqual(['calendar all', 'calendar shown']);
  });

  test('leaves nothing to press where there is no session at all.', async () => {
    const root = await drawTab({ counts: { all: 0, shown: 0, picked: 0 } });
    const off = allByRole(root, 'button').filter((button) => (button as HTMLButtonElement).disabled);
    expect(off.map(readText)).toEqual(['Save calendar file', 'As Markdown', 'As plain text']);
  });
});

describe('What to include', () => {
  const boxes = (root: Element) => [...root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const box = (root: Element, name: RegExp) =>
    boxes(root).find((one) => name.test(readText(one.closest('label')))) as HTMLInputElement;

  test('is the takeaway and the reader’s own; summaries, and no notes, by one press each.', async () => {
    const root = await drawTab();
    expect([box(root, /^Whole summaries/u).checked, box(root, /^My notes and seen marks/u).checked]).toEqual([
      false,
      true,
    ]);
    await pressed(root, 'As Markdown');
    await press(box(root, /^Whole summaries/u));
    await press(box(root, /^My notes/u));
    await pressed(root, 'As plain text');
    await pressed(root, 'Save calendar file');
    expect(told).toEqual([
      'copy picked markdown',
      'copy picked text with summaries without notes',
      'calendar picked with summaries without notes',
    ]);
  });

  test('is remembered, as which sessions are.', async () => {
    const root = await drawTab({ choices: { share: 'shown', shareSummary: true, shareMine: false } });
    expect(radios(root).map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(boxes(root).map(({ checked }) => checked)).toEqual([true, false]);
    await press(radios(root)[0] as HTMLElement);
    await press(box(root, /^Whole summaries/u));
    await press(box(root, /^My notes/u));
    expect(chosen).toEqual(['share all', 'shareSummary false', 'shareMine true']);
  });

  test('asks for notes only where the chosen sessions have some, and says how many.', async () => {
    const root = await drawTab({ mine: { all: 2, shown: 0, picked: 0 } });
    const asks = () => boxes(root).length;
    expect(asks()).toBe(1);
    await press(radios(root)[0] as HTMLElement);
    expect(asks()).toBe(2);
    expect(readText(root.querySelector('.contents'))).toContain('2 sessions');
  });
});

describe('The calendar', () => {
  test('says that the file was handed over, with how many sessions.', async () => {
    const root = await drawTab({ counts: { all: 15, shown: 7, picked: 1 } });
    expect(said(root)).toEqual([]);
    await pressed(root, 'Save calendar file');
    expect(said(root)).toEqual([expect.stringMatching(/^Calendar file with 1 session saved/u)]);
  });

  test('says what went wrong when the browser refuses the file.', async () => {
    come.thrown = new Error('downloads are off');
    const root = await drawTab();
    await pressed(root, 'Save calendar file');
    expect([said(root), alerts(root)]).toEqual([[], [expect.stringMatching(/The browser says: downloads are off$/u)]]);
  });

  test('has a reminder of some minutes, or none.', async () => {
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

describe('A copy', () => {
  test('is said each time.', async () => {
    const root = await drawTab();
    await pressed(root, 'As Markdown');
    expect(said(root)).toEqual(['3 sessions copied.']);
    await press(radios(root)[0] as Element);
    await pressed(root, 'As plain text');
    expect(said(root)).toEqual(['15 sessions copied.']);
  });

  test('that the clipboard refuses can be made by hand: the text is there, selected.', async () => {
    come.clipboard = '# <b>Sessions</b>\n\n- one\n';
    const root = await drawTab();
    await pressed(root, 'As Markdown');
    const area = root.querySelector('textarea') as HTMLTextAreaElement;
    expect([area.value, area.readOnly, area.getAttribute('aria-label')]).toEqual([
      come.clipboard,
      true,
      'Text to copy',
    ]);
    expect(document.activeElement).toBe(area);
    expect([area.selectionStart, area.selectionEnd]).toEqual([0, come.clipboard.length]);
    expect([said(root), alerts(root).length]).toEqual([[], 1]);
    come.clipboard = undefined;
    await pressed(root, 'As Markdown');
    expect([root.querySelector('textarea'), alerts(root)]).toEqual([null, []]);
  });
});

test.each<[string, Parameters<typeof drawTab>[0], typeof come]>([
  ['as it is opened', {}, {}],
  ['in a popup without picks', { popup: true, code: '', counts: { all: 15, shown: 0, picked: 0 } }, {}],
  ['when the clipboard refuses', {}, { clipboard: 'text' }],
  ['when everything fails', {}, { thrown: new Error('no') }],
])(
  'The tab has no fault that axe finds, %s.',
  async (_, state, comes) => {
    const root = await drawTab(state);
    Object.assign(come, comes);
    for (const name of ['As Markdown', 'Save file', 'Add picks']) await pressed(root, name);
    // Colours are for a browser to compute.
    const { passes, violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.length).toBeGreaterThan(15);
  },
  60_000,
);

// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { ACCENTS, THEMES } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, press, readText } from '../../../components/draw.ts';
import { guideTexts, pseudo, unmarkedTexts } from '../../../components/pseudo-locale.ts';
import { showTexts } from '../../../messages.ts';
import { type Asked, drawOptions, KEYS, MINE, STATE } from './options-page.tsx';

let asked: Asked[];
beforeEach(() => {
  asked = [];
});

const data = (root: Element) => byRole(root, 'region', 'Your data');

async function chooseFile(root: Element, file: File): Promise<void> {
  const input = data(root).querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
  });
}

describe('the reader’s data', () => {
  test.each([
    [STATE.own, ['3 sessions picked', '1 marked as seen', '1 note']],
    [{ picks: new Map(), watched: new Map(), notes: new Map() }, ['0 sessions picked', '0 marked as seen', '0 notes']],
  ])('is counted', async (own, counts) => {
    const root = await drawOptions({ own });
    expect(allByRole(data(root).querySelector('.counts') as Element, 'listitem').map(readText)).toEqual(counts);
  });

  test('is exported to a file, and imported from one', async () => {
    const root = await drawOptions({}, { asked });
    await press(byRole(data(root), 'button', 'Save file'));
    const file = new File(['{}'], 'backup.json');
    await chooseFile(root, file);
    expect(asked).toEqual([['exportFile'], ['importFile', file]]);
  });
});

describe('the reset section', () => {
  const opener = (root: Element) => byRole(data(root), 'button', 'Reset everything…');
  const answers = (root: Element) => allByRole(data(root).querySelector('fieldset') ?? root, 'button').map(readText);
  const isAsking = (root: Element) => data(root).querySelector('fieldset') !== null;

  test('resets the options with one press', async () => {
    const root = await drawOptions({}, { asked });
    await press(byRole(data(root), 'button', 'Reset options'));
    expect(asked).toEqual([['resetChoices']]);
  });

  test('asks before it removes everything, lists what goes, and focuses “Cancel”', async () => {
    const root = await drawOptions({}, { asked });
    await press(opener(root));
    expect(asked).toEqual([]);
    expect(answers(root)).toEqual(['Cancel', 'Remove everything']);
    expect(readText(document.activeElement)).toBe('Cancel');
    const question = data(root).querySelector('fieldset') as Element;
    expect(readText(question.querySelector('legend'))).toBe('Remove everything?');
    const goes = allByRole(question, 'listitem').map(readText);
    expect(goes).toContain('Picks: 1');
    const account = STATE.stored.find(({ kind }) => kind === 'account');
    expect(goes).toContain(`Synced data: ${account?.count}`);
    expect(goes).toHaveLength(STATE.stored.length - 1);
    expect(readText(question)).toContain('Other devices that sync keep their data.');
  });

  test('lists only the kinds that have entries', async () => {
    const stored = STATE.stored.map((line) => ({ ...line, count: line.kind === 'note' ? 2 : 0 }));
    const root = await drawOptions({ stored });
    await press(opener(root));
    const question = data(root).querySelector('fieldset') as Element;
    expect(allByRole(question, 'listitem').map(readText)).toEqual(['Notes: 2']);
    expect(readText(question)).not.toContain('Other devices');
  });

  test('offers only “Cancel” when nothing is stored', async () => {
    const root = await drawOptions({ stored: [] });
    await press(opener(root));
    expect(answers(root)).toEqual(['Cancel']);
  });

  test('removes nothing on “Cancel”, Escape or a second press, and returns the focus to its button', async () => {
    const root = await drawOptions({}, { asked });
    const ways = [
      () => press(document.activeElement as Element),
      () =>
        act(
          () =>
            void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
        ),
    ];
    for (const leave of ways) {
      await press(opener(root));
      expect(opener(root).getAttribute('aria-expanded')).toBe('true');
      await leave();
      expect([isAsking(root), readText(document.activeElement)]).toEqual([false, 'Reset everything…']);
    }
    await press(opener(root));
    await press(opener(root));
    expect([isAsking(root), asked]).toEqual([false, []]);
  });

  test('removes everything once, then offers “Undo” and returns the focus to its button', async () => {
    const root = await drawOptions({}, { asked });
    await press(opener(root));
    await press(byRole(data(root), 'button', 'Remove everything'));
    expect([isAsking(root), asked]).toEqual([false, [['resetAll']]]);
    const undone: string[] = [];
    await drawOptions({ removed: { undo: () => undone.push('undo'), accountStays: true } }, { into: root, asked });
    expect(readText(data(root))).toMatch(/Everything was removed\..*browser’s account could not be removed\./u);
    await press(byRole(data(root), 'button', 'Undo'));
    expect([undone, readText(document.activeElement)]).toEqual([['undo'], 'Reset everything…']);
  });
});

test('In a pseudo-locale, every text of the options page is translated or data', async () => {
  showTexts(pseudo);
  try {
    const known = guideTexts(guide).add((guide.mentions?.quiet ?? []).join(', '));
    for (const text of [...Object.values(KEYS), 's', 'w', '1.2.3', 'Firefox', 'Refused.', 'Done.']) known.add(text);
    const status = { at: Date.UTC(2025, 10, 10), ok: true, skipped: 2 };
    const settings = { ...drawn(), sync: true };
    const root = await drawOptions({
      sync: status,
      settings,
      notice: 'Refused.',
      done: { text: 'Done.', undo() {} },
      removed: { undo() {}, accountStays: true },
    });
    await press(root.querySelector('[aria-expanded]') as Element);
    expect(unmarkedTexts(root, (text) => known.has(text) || isData(text))).toEqual([]);
  } finally {
    showTexts();
  }
});

const drawn = () => ({ ...STATE.settings, theme: THEMES[0], accent: ACCENTS[0] });

/** Sizes, days, times, zones and the beginnings of keys. */
function isData(text: string): boolean {
  const zones = [guide.zone, MINE].map((zone) => zone.replaceAll('_', ' '));
  const written =
    /^(?:[\d.,]+ (?:bytes?|kB)|[a-z]+:|\w+ \d+, 20\d\d(?:, [\d:\s]+[AP]M)?|\w+, \w+ \d+|[\d:\s–]+[AP]M|EST)$/u;
  return zones.includes(text) || written.test(text);
}

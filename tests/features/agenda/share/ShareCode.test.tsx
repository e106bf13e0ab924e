// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { allByRole, readText } from '../../../components/draw.ts';
import { alerts, CODE, calls, drawTab, outcome, pressButton, statuses } from './share-tab.tsx';

async function pasted(root: Element, text: string): Promise<HTMLInputElement> {
  const field = root.querySelector('form input') as HTMLInputElement;
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await pressButton(root, 'Add picks');
  return field;
}

describe('the code of the picks', () => {
  test('can be copied', async () => {
    const root = await drawTab();
    const field = root.querySelector('input[readonly]') as HTMLInputElement;
    expect([field.value, field.getAttribute('aria-label')]).toEqual([CODE, 'The code for your picks']);
    await pressButton(root, 'Copy code');
    expect([calls, statuses(root)]).toEqual([['copy code'], ['Code copied.']]);
  });

  test('is replaced by a hint without picks', async () => {
    const root = await drawTab({ code: '' });
    expect(root.querySelector('input[readonly]')).toBeNull();
    expect(allByRole(root, 'button', 'Copy code')).toEqual([]);
    expect(readText(root)).toContain('You have no picks in this guide.');
  });

  test('is shown and focused when the clipboard refuses', async () => {
    outcome.clipboard = CODE;
    const root = await drawTab();
    await pressButton(root, 'Copy code');
    expect((document.activeElement as HTMLTextAreaElement).value).toBe(CODE);
  });
});

describe('a pasted code', () => {
  test('is passed on unchanged, and cleared from the field when its picks were added', async () => {
    const root = await drawTab();
    const field = await pasted(root, ` “${CODE}” `);
    expect(calls).toEqual([`code  “${CODE}” `]);
    expect([field.value, alerts(root)]).toEqual(['', []]);
  });

  test('that is refused stays in the field with the error, until another one is accepted', async () => {
    outcome.wrong = 'This is <img src=x> no code.';
    const root = await drawTab();
    const field = await pasted(root, 'hello');
    expect([field.value, alerts(root)]).toEqual(['hello', ['This is <img src=x> no code.']]);
    expect(root.querySelector('img')).toBeNull();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(readText(document.getElementById(field.getAttribute('aria-describedby') ?? ''))).toBe(outcome.wrong);
    expect(document.activeElement).toBe(field);
    outcome.wrong = undefined;
    await pasted(root, CODE);
    expect([field.value, field.getAttribute('aria-invalid'), alerts(root)]).toEqual(['', 'false', []]);
    expect(readText(document.getElementById(field.getAttribute('aria-describedby') ?? ''))).toMatch(/^Paste the code/u);
  });
});

describe('the backup file', () => {
  const chosen = async (root: Element, name: string) => {
    const field = root.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(field, 'files', { value: [new File(['{}'], name)], configurable: true });
    await act(async () => {
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
    return field;
  };

  test('is saved with one press', async () => {
    const root = await drawTab();
    await pressButton(root, 'Save file');
    expect(calls).toEqual(['export']);
    expect(statuses(root)).toEqual([expect.stringMatching(/^File saved/u)]);
  });

  test('is imported when it is chosen, and an error is shown beside the field', async () => {
    const root = await drawTab();
    const field = await chosen(root, 'good.json');
    expect(readText(field.closest('label'))).toBe('Add from a file');
    expect([calls, alerts(root)]).toEqual([['import good.json'], []]);
    outcome.wrong = 'This file is broken.';
    await chosen(root, 'bad.json');
    expect(alerts(root)).toEqual(['This file is broken.']);
    expect(readText(document.getElementById(field.getAttribute('aria-describedby') ?? ''))).toBe(
      'This file is broken.',
    );
  });

  test('cannot be chosen in a popup, which opens the tab instead', async () => {
    const root = await drawTab({ popup: true });
    expect(root.querySelector('input[type=file]')).toBeNull();
    expect(readText(root)).toContain('To add a file, open this page in a tab');
    await pressButton(root, 'Open in a tab');
    expect(calls).toEqual(['page']);
  });
});

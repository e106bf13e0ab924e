// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import { allByRole, readText } from '../../../components/draw.ts';
import { alerts, CODE, come, drawTab, pressed, said, told } from './share-tab.tsx';

async function pasted(root: Element, text: string): Promise<HTMLInputElement> {
  const field = root.querySelector('form input') as HTMLInputElement;
  await act(() => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await pressed(root, 'Add picks');
  return field;
}

describe('The code of the picks', () => {
  test('is there to be copied.', async () => {
    const root = await drawTab();
    const field = root.querySelector('input[readonly]') as HTMLInputElement;
    expect([field.value, field.getAttribute('aria-label')]).toEqual([CODE, 'The code for your picks']);
    await pressed(root, 'Copy code');
    expect([told, said(root)]).toEqual([['copy code'], ['Code copied.']]);
  });

  test('is missing without picks, which is said.', async () => {
    const root = await drawTab({ code: '' });
    expect(root.querySelector('input[readonly]')).toBeNull();
    expect(allByRole(root, 'button', 'Copy code')).toEqual([]);
    expect(readText(root)).toContain('You have no picks in this guide.');
  });

  test('that the clipboard refuses is there, selected.', async () => {
    come.clipboard = CODE;
    const root = await drawTab();
    await pressed(root, 'Copy code');
    expect((document.activeElement as HTMLTextAreaElement).value).toBe(CODE);
  });
});

describe('A code that is pasted', () => {
  test('is handed on as it is, and gone from the field when its picks were added.', async () => {
    const root = await drawTab();
    const field = await pasted(root, ` “${CODE}” `);
    expect(told).toEqual([`code  “${CODE}” `]);
    expect([field.value, alerts(root)]).toEqual(['', []]);
  });

  test('and refused stays, with why beside it, and is gone on with.', async () => {
    come.wrong = 'This is <img src=x> no code.';
    const root = await drawTab();
    const field = await pasted(root, 'hello');
    expect([field.value, alerts(root)]).toEqual(['hello', ['This is <img src=x> no code.']]);
    expect(root.querySelector('img')).toBeNull();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(readText(document.getElementById(field.getAttribute('aria-describedby') ?? ''))).toBe(come.wrong);
    expect(document.activeElement).toBe(field);
    come.wrong = undefined;
    await pasted(root, CODE);
    expect([field.value, field.getAttribute('aria-invalid'), alerts(root)]).toEqual(['', 'false', []]);
    expect(readText(document.getElementById(field.getAttribute('aria-describedby') ?? ''))).toMatch(/^Paste the code/u);
  });
});

describe('The file of everything', () => {
  const chosen = async (root: Element, name: string) => {
    const field = root.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(field, 'files', { value: [new File(['{}'], name)], configurable: true });
    await act(async () => {
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
    return field;
  };

  test('is saved by one press.', async () => {
    const root = await drawTab();
    await pressed(root, 'Save file');
    expect(told).toEqual(['export']);
    expect(said(root)).toEqual([expect.stringMatching(/^File saved/u)]);
  });

  test('is read where one is chosen, and what is wrong with it stands beside it.', async () => {
    const root = await drawTab();
    const field = await chosen(root, 'good.json');
    expect(readText(field.closest('label'))).toBe('Add from a file');
    expect([told, alerts(root)]).toEqual([['import good.json'], []]);
    come.wrong = 'This file is broken.';
    await chosen(root, 'bad.json');
    expect(alerts(root)).toEqual(['This file is broken.']);
    expect(readText(document.getElementById(field.getAttribute('aria-describedby') ?? ''))).toBe(
      'This file is broken.',
    );
  });

  test('is read elsewhere than in a popup, which leads there.', async () => {
    const root = await drawTab({ popup: true });
    expect(root.querySelector('input[type=file]')).toBeNull();
    expect(readText(root)).toContain('To add a file, open this page in a tab');
    await pressed(root, 'Open in a tab');
    expect(told).toEqual(['page']);
  });
});

// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { CatchUpAsk } from '../../../../features/agenda/catch-up/CatchUpAsk.tsx';
import { byRole, draw, readText } from '../../../components/draw.ts';

/** The plans that were asked for. */
let told: unknown[];
beforeEach(() => {
  told = [];
});

function drawAsk(minutes: number, into?: Element): Promise<HTMLElement> {
  const plan = { minutes, at: 0 };
  return draw(<CatchUpAsk goals={[]} plan={plan} goal={undefined} onPlan={(asked) => told.push(asked)} />, into);
}

const number = (root: Element) => root.querySelector('input[type=number]') as HTMLInputElement;

async function write(field: HTMLInputElement, value: string, event: 'input' | 'change' | 'blur'): Promise<void> {
  field.value = value;
  await act(() => void field.dispatchEvent(new Event(event, { bubbles: true })));
}

describe('A plan', () => {
  test('may have any number of minutes, told when it is complete.', async () => {
    const root = await drawAsk(60);
    await write(number(root), '4', 'input');
    await write(number(root), '45', 'input');
    await drawAsk(60, root);
    expect([number(root).value, told]).toEqual(['45', []]);
    await write(number(root), '45', 'change');
    expect(told).toEqual([{ minutes: 45, goal: undefined }]);
    await drawAsk(45, root);
    expect(number(root).value).toBe('45');
  });

  test.each(['0', '-5', '1441', '1e9'])('is none of %s minutes, and the reader is told why.', async (minutes) => {
    const root = await drawAsk(60);
    await write(number(root), minutes, 'change');
    expect(told).toEqual([]);
    expect(number(root).getAttribute('aria-invalid')).toBe('true');
    expect(readText(byRole(root, 'alert'))).toBe('Enter a number of minutes from 1 to 1,440.');
    await write(number(root), '20', 'change');
    expect(readText(byRole(root, 'alert'))).toBe('');
    expect(told).toEqual([{ minutes: 20, goal: undefined }]);
  });

  // What was typed into an empty field changes no value.
  test.each(['change', 'blur'] as const)(
    'is no number that the browser reads, and the reader is told why (%s).',
    async (event) => {
      const root = await drawAsk(60);
      // Browsers show what was typed, and say that the field is empty.
      const validity = { badInput: true };
      Object.defineProperty(number(root), 'validity', { value: validity });
      await write(number(root), '', 'input');
      await write(number(root), '', event);
      expect(readText(byRole(root, 'alert'))).toBe('Enter a number of minutes from 1 to 1,440.');
      expect([number(root).value, told]).toEqual(['', []]);
      validity.badInput = false;
      await write(number(root), '', 'blur');
      expect(readText(byRole(root, 'alert'))).toBe('');
    },
  );

  test('is not told what was wrong any more when another time is chosen.', async () => {
    const root = await drawAsk(60);
    await write(number(root), '1441', 'input');
    await write(number(root), '1441', 'change');
    await drawAsk(30, root);
    expect([number(root).value, readText(byRole(root, 'alert'))]).toEqual(['30', '']);
  });
});

// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { CatchUpAsk } from '../../../../features/agenda/catch-up/CatchUpAsk.tsx';
import { byRole, draw, readText } from '../../../components/draw.ts';

/** The plans that were requested. */
let plans: unknown[];
beforeEach(() => {
  plans = [];
});

function drawAsk(minutes: number, into?: Element): Promise<HTMLElement> {
  const plan = { minutes, at: 0 };
  return draw(<CatchUpAsk goals={[]} plan={plan} goal={undefined} onPlan={(asked) => plans.push(asked)} />, into);
}

const number = (root: Element) => root.querySelector('input[type=number]') as HTMLInputElement;

async function write(field: HTMLInputElement, value: string, event: 'input' | 'change' | 'blur'): Promise<void> {
  field.value = value;
  await act(() => void field.dispatchEvent(new Event(event, { bubbles: true })));
}

describe('the number of minutes', () => {
  test('can be any number, and is sent when it is complete', async () => {
    const root = await drawAsk(60);
    await write(number(root), '4', 'input');
    await write(number(root), '45', 'input');
    await drawAsk(60, root);
    expect([number(root).value, plans]).toEqual(['45', []]);
    await write(number(root), '45', 'change');
    expect(plans).toEqual([{ minutes: 45, goal: undefined }]);
    await drawAsk(45, root);
    expect(number(root).value).toBe('45');
  });

  test.each(['0', '-5', '1441', '1e9'])('is rejected with an error when it is %s', async (minutes) => {
    const root = await drawAsk(60);
    await write(number(root), minutes, 'change');
    expect(plans).toEqual([]);
    expect(number(root).getAttribute('aria-invalid')).toBe('true');
    expect(readText(byRole(root, 'alert'))).toBe('Enter a number of minutes from 1 to 1,440.');
    await write(number(root), '20', 'change');
    expect(readText(byRole(root, 'alert'))).toBe('');
    expect(plans).toEqual([{ minutes: 20, goal: undefined }]);
  });

  // Invalid text in an empty field changes no value, so browsers may send only “blur”.
  test.each(['change', 'blur'] as const)(
    'is rejected with an error when the browser cannot read it (%s)',
    async (event) => {
      const root = await drawAsk(60);
      // Browsers show the typed text, but report an empty value.
      const validity = { badInput: true };
      Object.defineProperty(number(root), 'validity', { value: validity });
      await write(number(root), '', 'input');
      await write(number(root), '', event);
      expect(readText(byRole(root, 'alert'))).toBe('Enter a number of minutes from 1 to 1,440.');
      expect([number(root).value, plans]).toEqual(['', []]);
      validity.badInput = false;
      await write(number(root), '', 'blur');
      expect(readText(byRole(root, 'alert'))).toBe('');
    },
  );

  test('loses its error when another time is chosen', async () => {
    const root = await drawAsk(60);
    await write(number(root), '1441', 'input');
    await write(number(root), '1441', 'change');
    await drawAsk(30, root);
    expect([number(root).value, readText(byRole(root, 'alert'))]).toEqual(['30', '']);
  });
});

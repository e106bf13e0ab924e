// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { Explained } from '../../components/Explained.tsx';
import { guide } from '../../data/index.ts';
import { draw } from './draw.ts';

test('Explained keeps punctuation with the term before it, and leaves the text unchanged', async () => {
  const terms = guide.terms.slice(0, 3);
  const [one, two, three] = terms.map(({ name }) => name);
  const text = `A ${one}, one “${two}”. Then a ${three} alone.`;
  const root = await draw(<Explained text={text} terms={terms} />);
  expect(root.textContent).toBe(text);
  expect([...root.querySelectorAll('.keep')].map((kept) => kept.textContent)).toEqual([`${one},`, `${two}”.`]);
  expect([...root.querySelectorAll('.term')].map((term) => term.textContent)).toEqual([one, two, three]);
});

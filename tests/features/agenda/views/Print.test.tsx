// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { byRole, press } from '../../../components/draw.ts';
import { agendaOf } from './agenda.tsx';

test('One press prints the list.', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const { root } = await agendaOf();
  await press(byRole(root, 'button', 'Print'));
  expect(print).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

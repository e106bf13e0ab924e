// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { byRole, press } from '../../../components/draw.ts';
import { agendaOf } from './agenda.tsx';

test('One press prints the list.', async () => {
  const { root, told } = await agendaOf();
  await press(byRole(root, 'button', 'Print'));
  expect(told).toEqual(['open print']);
});

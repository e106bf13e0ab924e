// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { byRole, press } from '../../../components/draw.ts';
import { drawAgenda } from './agenda.tsx';

test('The print button prints the list', async () => {
  const { root, told } = await drawAgenda();
  await press(byRole(root, 'button', 'Print'));
  expect(told).toEqual(['open print']);
});

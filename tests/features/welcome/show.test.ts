// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { agendaGuide as guide } from '../../../data/agenda.ts';
import { showWelcome } from '../../../features/welcome/show.tsx';
import { allByRole, byRole, press, readText } from '../../components/draw.ts';
import { holdTimers, rest } from '../../time.ts';
import { access } from '../agenda/site-access.ts';

holdTimers();

let stop: AbortController;
let root: HTMLElement;
beforeEach(async () => {
  access.given = false;
  access.asked = [];
  access.answer = async () => true;
  stop = new AbortController();
  root = document.createElement('main');
  document.body.replaceChildren(root);
  showWelcome(root, stop.signal);
  await rest();
});
afterEach(() => stop.abort());

test('“Allow” asks for the guide’s sites, and moves the focus to the result', async () => {
  const button = byRole(root, 'button', 'Allow');
  button.focus();
  await press(button);
  await rest();
  expect(access.asked).toEqual([guide.sites.map(({ host }) => `https://${host}/*`)]);
  expect(allByRole(root, 'button')).toEqual([]);
  expect(readText(document.activeElement)).toBe('Allowed.');
});

test('The welcome page follows a change of permissions in the browser’s settings', async () => {
  await access.turn(true);
  await rest();
  expect(allByRole(root, 'button')).toEqual([]);
  await access.turn(false);
  await rest();
  expect(allByRole(root, 'button')).toHaveLength(1);
});

// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { agendaGuide as guide } from '../../../data/agenda.ts';
import { Welcome } from '../../../features/welcome/Welcome.tsx';
import { allByRole, byRole, draw, press, readName, readText } from '../../components/draw.ts';

const welcome = (allowed: boolean, onAllow = () => {}, build: 'chrome' | 'firefox' = 'firefox') =>
  draw(<Welcome guide={guide} build={build} allowed={allowed} onAllow={onAllow} />);

test('The welcome page has three steps, a picture, and a link to each schedule of the guide', async () => {
  const root = await welcome(true);
  expect([...root.querySelectorAll('h2')].map(readText)).toEqual([
    'Open a schedule on Sched',
    'Allow the extension on these sites',
    'Pin the extension’s button',
  ]);
  expect(root.querySelectorAll('svg.picture')).toHaveLength(1);
  const links = allByRole(root, 'link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    guide.sites.map(({ host }) => `https://${host}/list/simple`),
  );
  expect(links.map(readName)).toEqual(guide.sites.map(({ name }) => name));
  expect(links.map((link) => link.getAttribute('rel'))).toEqual(links.map(() => 'noopener noreferrer'));
});

test('The welcome page shows “Allow” only while the browser has not allowed the sites', async () => {
  expect(allByRole(await welcome(true), 'button')).toEqual([]);
  let asked = 0;
  const root = await welcome(false, () => {
    asked += 1;
  });
  await press(byRole(root, 'button', 'Allow'));
  expect(asked).toBe(1);
});

test('The welcome page says how to pin the button in the reader’s browser', async () => {
  expect(readText(await welcome(true, undefined, 'chrome'))).toContain('then the pin next to');
  expect(readText(await welcome(true))).toContain('“Pin to Toolbar”');
});

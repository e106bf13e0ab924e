// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { About } from '../../../../features/page/views/About.tsx';
import { Strip } from '../../../../features/page/views/Strip.tsx';
import { Undo } from '../../../../features/page/views/Undo.tsx';
import type { Part } from '../../../../lib/own/settings.ts';
import { t } from '../../../../lib/text.ts';
import { allByRole, byRole, draw, readName, readText } from '../../../components/draw.ts';

describe('the strip', () => {
  test('is a named toolbar, whose buttons have a name and an action', async () => {
    const root = await draw(<Strip subject="Cilium" hint={false} mentions />);
    expect(readName(root.querySelector('[role=toolbar]') as Element)).toBe('Cilium sessions on this page');
    const buttons = allByRole(root, 'button');
    expect(buttons.map(({ dataset }) => dataset.action)).toEqual(['about', 'previous', 'next', 'only', 'close']);
    expect(buttons.map(readName)).toEqual([
      'What the marks mean, and where to meet the Cilium community',
      'Previous session',
      'Next session',
      'Only these',
      'Close this toolbar',
    ]);
    expect(buttons.filter((button) => button.getAttribute('type') !== 'button')).toEqual([]);
  });

  test('names each button of its hint, and of the undo line', async () => {
    const root = await draw(
      <>
        <Strip subject="Cilium" hint mentions />
        <Undo text="Gone" isSetting={false} />
      </>,
    );
    expect(allByRole(root, 'button').slice(5).map(readName)).toEqual([
      t('page.hint.understood'),
      t('done.undo'),
      t('done.close'),
    ]);
  });

  test('is one tab stop', async () => {
    const buttons = allByRole(await draw(<Strip subject="Cilium" hint={false} mentions />), 'button');
    expect(buttons.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
  });

  test('has no button whose title repeats its name', async () => {
    const buttons = allByRole(await draw(<Strip subject="Cilium" hint={false} mentions />), 'button');
    const label = (button: HTMLElement) => button.getAttribute('aria-label');
    expect(buttons.filter((button) => button.title !== '' && button.title === label(button))).toEqual([]);
  });

  test('has an empty status from the start', async () => {
    const status = (await draw(<Strip subject="Cilium" hint={false} mentions />)).querySelector('[role=status]');
    expect(readText(status)).toBe('');
  });
});

describe('the about panel', () => {
  test('explains the three marks, the events and the community, under headings', async () => {
    const root = await draw(<About guide={guide} hideable={[]} />);
    expect(byRole(root, 'region', 'About the Cilium guide')).toBeDefined();
    expect(allByRole(root, 'heading').map(readText)).toEqual(['The marks', 'The events', 'The community']);
    const [marks, events, community] = [...root.querySelectorAll('ul')].map((list) =>
      [...list.children].map((item) => readText(item)),
    );
    const texts = [t('page.legend.guide'), t('page.legend.mention'), t('page.legend.quiet')];
    expect(marks?.map((mark, i) => mark.endsWith(texts[i] ?? '?'))).toEqual([true, true, true]);
    for (const [index, { name, sentence }] of guide.events.entries()) {
      expect(events?.[index]).toContain(`${name} ${sentence}`);
    }
    for (const [index, { title, text }] of guide.context.entries()) {
      expect(community?.[index]).toContain(`${title} ${text}`);
    }
    expect([events?.length, community?.length]).toEqual([guide.events.length, guide.context.length]);
  });

  test('has a button for each part that can be hidden on the site, and no line when there is none', async () => {
    const hide = async (...hideable: Part[]) =>
      (await draw(<About guide={guide} hideable={hideable} />)).querySelector('.hide');
    const line = await hide('cards', 'quiet');
    expect(readText(line)).toMatch(new RegExp(`^${t('page.hide')} `, 'u'));
    const buttons = line ? allByRole(line, 'button') : [];
    expect(buttons.map(({ dataset }) => [dataset.action, dataset.part])).toEqual([
      ['hide', 'cards'],
      ['hide', 'quiet'],
    ]);
    for (const word of guide.mentions?.quiet ?? ['?']) expect(buttons.map(readName)[1]).toContain(word);
    expect(await hide()).toBeNull();
  });

  test('has every link of the events and the community, with a name and without opener', async () => {
    const links = allByRole(await draw(<About guide={guide} hideable={[]} />), 'link');
    const expected = [...guide.events, ...guide.context].flatMap((one) => one.links.map(({ url }) => url));
    expect(links.map((link) => link.getAttribute('href'))).toEqual([...expected, guide.source.url]);
    expect(links.filter((link) => link.getAttribute('rel') !== 'noopener noreferrer')).toEqual([]);
    expect(links.map(readName)).not.toContain('');
  });

  test('says that it is not affiliated with Sched, the CNCF or Cilium', async () => {
    expect(readText(await draw(<About guide={guide} hideable={[]} />))).toContain(
      'not affiliated with Sched, the CNCF or Cilium',
    );
  });
});

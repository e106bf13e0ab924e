// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import type { Surface } from '../../../../features/agenda/list/surface.ts';
import { TABS } from '../../../../features/agenda/list/view.ts';
import { DEFAULTS } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, press, readName, readText } from '../../../components/draw.ts';
import { AFTER, doing, drawAgenda, rowsIn, viewWith } from './agenda.tsx';

describe('the agenda', () => {
  test('shows its name and the event', async () => {
    const { root } = await drawAgenda();
    expect(readText(root.querySelector('h1'))).toBe('Cilium Session Guide');
    expect(readText(root.querySelector('header'))).toContain(agendaGuide.name);
  });

  test('says that it is not affiliated with Sched, the CNCF or Cilium, and links to its source', async () => {
    const foot = (await drawAgenda()).root.querySelector('footer') as HTMLElement;
    expect(readText(foot)).toContain('not affiliated with Sched, the CNCF or Cilium');
    expect(byRole(foot, 'link', agendaGuide.source.title).getAttribute('href')).toBe(agendaGuide.source.url);
  });

  test('has closed switches in its footer, and sends the one that was turned', async () => {
    const { root, told } = await drawAgenda();
    const switches = root.querySelector('footer details') as HTMLDetailsElement;
    expect(switches.open).toBe(false);
    const boxes = [...switches.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.length).toBeGreaterThan(agendaGuide.sites.length);
    await press(boxes[0] as Element);
    expect(told).toEqual(['turn {"all":true} false']);
  });

  test('repeats no id, and refers to no missing id', async () => {
    const { root } = await drawAgenda({ surface: 'page', now: Date.parse('2025-11-11T12:00Z') });
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = ['aria-labelledby', 'aria-controls', 'aria-describedby', 'for'].flatMap((name) =>
      [...root.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the buttons for other surfaces', () => {
  test.each<[Surface, string[]]>([
    ['popup', ['Open in a tab', 'Open beside the page', 'Options']],
    ['panel', ['Open in a tab', 'Options']],
    ['page', ['Options']],
  ])('in the %s open the others', async (surface, names) => {
    const { root, told } = await drawAgenda({ surface });
    const buttons = allByRole(root.querySelector('.surfaces') as Element, 'button');
    expect(buttons.map(readName)).toEqual(names);
    for (const button of buttons) await press(button);
    const asked = { 'Open in a tab': 'page', 'Open beside the page': 'panel', Options: 'options' };
    expect(told).toEqual(names.map((name) => `open ${asked[name as keyof typeof asked]}`));
  });
});

describe('the tabs', () => {
  const marked = (root: Element) => allByRole(root.querySelector('nav') as Element, 'button').map(current);
  const current = (button: Element) => button.getAttribute('aria-current');

  test.each([...TABS.entries()])('at %i show “%s”, mark it as current, and keep the filters', async (index, tab) => {
    const view = viewWith({ tab: tab === 'share' ? 'catch-up' : 'share', levels: ['advanced'] });
    const { root, state } = await drawAgenda({ view });
    const button = allByRole(root.querySelector('nav') as Element, 'button')[index] as HTMLElement;
    await doing(() => button.click());
    expect(state().view).toEqual({ ...view, tab });
    expect(marked(root)).toEqual(TABS.map((one) => (one === tab ? 'page' : null)));
    expect(rowsIn(root)).toEqual(tab === 'agenda' ? ['28D2Q', '28D2o', '27FXg'] : []);
  });

  test('that load later get all sessions, the shown sessions, the time zone and the state', async () => {
    const { root, update } = await drawAgenda(
      { view: viewWith({ tab: 'share', levels: ['advanced'] }), settings: zoned('Asia/Tokyo') },
      {
        tab: (name) => (props) => (
          <output>
            {[name, props.listed.length, props.shown.length, props.zone, props.state.now === AFTER].join(' ')}
          </output>
        ),
      },
    );
    const output = () => readText(root.querySelector('output'));
    expect(output()).toBe('share 15 3 Asia/Tokyo true');
    await update({ view: viewWith({ tab: 'catch-up' }), settings: zoned('event') });
    expect(output()).toBe('catch-up 15 15 America/New_York true');
  });

  const zoned = (zone: string) => ({ ...DEFAULTS, zone });
});

describe('a notice', () => {
  test('is an alert with a button that dismisses it', async () => {
    const { root } = await drawAgenda({ notice: 'Your pick could not be saved.' });
    expect(byRole(root, 'alert').textContent).toContain('Your pick could not be saved.');
    await press(byRole(root, 'button', 'OK'));
    expect(allByRole(root, 'alert')).toEqual([]);
  });
});

describe('the bar for the last change', () => {
  const statusIn = (root: Element) => root.querySelector('.done-bar [role=status]') as HTMLElement;

  test('announces the change in a status that was there before', async () => {
    const { root, update } = await drawAgenda();
    const element = statusIn(root);
    expect(element.textContent).toBe('');
    expect(allByRole(root.querySelector('.done-bar') as Element, 'button')).toEqual([]);
    await update({ done: { text: 'Picked: Kelp’s Journey' } });
    expect(statusIn(root)).toBe(element);
    expect(element.textContent).toBe('Picked: Kelp’s Journey');
  });

  test('undoes the change with one press, and closes with another', async () => {
    let undone = 0;
    const undo = () => {
      undone += 1;
    };
    const { root } = await drawAgenda({ done: { text: 'Picked', undo } });
    await press(byRole(root, 'button', 'Undo'));
    expect(undone).toBe(1);
    await press(byRole(root, 'button', 'Close'));
    expect([statusIn(root).textContent, undone]).toEqual(['', 1]);
  });

  test('has no “Undo” when nothing can be undone', async () => {
    const { root } = await drawAgenda({ done: { text: 'Undone.' } });
    expect(allByRole(root, 'button', 'Undo')).toEqual([]);
    expect(allByRole(root, 'button', 'Close')).toHaveLength(1);
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setHelper } from '../../../features/page/helper.ts';
import { createMount, onAction } from '../../../features/page/mount.ts';
import { drawPanel } from '../../../features/page/panel.ts';
import type { TreeNode } from '../../../lib/messages.ts';
import { press } from './page.ts';

const button = (action: string, more = {}): TreeNode => ({
  tag: 'button',
  attributes: { 'data-action': action, ...more },
  children: [],
});
const tree: TreeNode = {
  tag: 'div',
  attributes: {},
  children: [button('open'), button('pick'), button('turn', { 'data-setting': 'true' })],
};

let stop: AbortController;
let done: string[];
let visible: boolean;

beforeEach(() => {
  stop = new AbortController();
  done = [];
  visible = false;
  setHelper({ offerUndo: () => {}, wasVisible: () => visible });
});
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

/** The buttons of an element in a page, by what they do. */
function buttons() {
  const mount = createMount('csg-card', 'group', 'x', '', stop.signal);
  mount.root.append(drawPanel({ tree, css: '' }, mount.root));
  onAction(mount, {
    open: () => done.push('open'),
    pick: () => done.push('pick'),
    turn: () => done.push('turn'),
  });
  return [...mount.root.querySelectorAll<HTMLElement>('button')];
}

/** The window of another origin, which tells nobody its address. */
const foreign = {
  get location(): Location {
    throw new DOMException('blocked', 'SecurityError');
  },
};
const framedBy = (parent: unknown) => {
  vi.stubGlobal('parent', parent);
  vi.stubGlobal('top', parent);
};

describe('A press', () => {
  test('of a reader does what the button says.', () => {
    for (const one of buttons()) press(one);
    expect(done).toEqual(['open', 'pick', 'turn']);
  });

  test('by a script opens, closes and picks, and changes no setting.', () => {
    for (const one of buttons()) one.click();
    expect(done).toEqual(['open', 'pick']);
  });
});

describe('In a frame of a page', () => {
  test('of the same origin, everything is as in a tab.', () => {
    framedBy({ location: { origin: location.origin } });
    for (const one of buttons()) press(one);
    expect(done).toEqual(['open', 'pick', 'turn']);
  });

  test.each<[string, () => unknown]>([
    ['another origin', () => foreign],
    ['an origin of the guide, in one of another', () => ({ location: { origin: location.origin }, parent: foreign })],
    ['an origin that can be read and is another', () => ({ location: { origin: 'https://example.com' } })],
  ])('of %s, no setting is offered, and a press counts once its button was visible.', (_, parent) => {
    const window = parent() as { parent?: unknown };
    vi.stubGlobal('parent', window);
    vi.stubGlobal('top', window.parent ?? window);
    const all = buttons();
    expect(all.map(({ dataset }) => dataset.action)).toEqual(['open', 'pick']);
    for (const one of all) press(one);
    expect(done).toEqual([]);
    visible = true;
    for (const one of all) press(one);
    expect(done).toEqual(['open', 'pick']);
  });
});

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

/** The buttons of one of our elements, which record their actions. */
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

/** The window of another origin, whose address cannot be read. */
const foreign = {
  get location(): Location {
    throw new DOMException('blocked', 'SecurityError');
  },
};
const framedBy = (parent: unknown) => {
  vi.stubGlobal('parent', parent);
  vi.stubGlobal('top', parent);
};

describe('a press', () => {
  test('by the reader runs the action of the button', () => {
    for (const one of buttons()) press(one);
    expect(done).toEqual(['open', 'pick', 'turn']);
  });

  test('by a script opens and picks, but changes no setting', () => {
    for (const one of buttons()) one.click();
    expect(done).toEqual(['open', 'pick']);
  });
});

describe('a frame in a page', () => {
  test('of the same origin works as in a tab', () => {
    framedBy({ location: { origin: location.origin } });
    for (const one of buttons()) press(one);
    expect(done).toEqual(['open', 'pick', 'turn']);
  });

  test.each<[string, () => unknown]>([
    ['another origin', () => foreign],
    [
      'an origin of the guide, framed by another origin',
      () => ({ location: { origin: location.origin }, parent: foreign }),
    ],
    ['another origin that can be read', () => ({ location: { origin: 'https://example.com' } })],
  ])('of %s offers no settings, and ignores a press until its button was visible', (_, parent) => {
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

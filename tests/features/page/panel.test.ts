// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { drawPanel, loadList, loadPanel } from '../../../features/page/panel.ts';
import { pageText } from '../../../features/page/texts.ts';
import { askBy } from './page.ts';

/** A background with one answer, which records the messages. */
function background(answer: unknown) {
  const asked: unknown[] = [];
  const ask = askBy(async (message) => {
    asked.push(message);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { asked, ask };
}

describe('a panel', () => {
  const panel = { tree: { tag: 'p', attributes: {}, children: ['A panel'] }, css: '' };

  test('of a session is requested by its kind and id', async () => {
    const { asked, ask } = background(panel);
    expect(await loadPanel(ask, 'card', '28D1Y')).toEqual(panel);
    expect(await loadPanel(ask, 'briefing', '27FbS')).toEqual(panel);
    expect(asked).toEqual([
      { type: 'panel', kind: 'card', id: '28D1Y' },
      { type: 'panel', kind: 'briefing', id: '27FbS' },
    ]);
  });

  test('of the page needs no id', async () => {
    const { asked, ask } = background(panel);
    await loadPanel(ask, 'about');
    expect(asked).toEqual([{ type: 'panel', kind: 'about', id: '' }]);
  });

  test('rejects when it cannot be loaded', async () => {
    const { ask } = background(new Error('Receiving end does not exist'));
    await expect(loadPanel(ask, 'card', '28D1Y')).rejects.toThrow('Receiving end');
  });

  test('rejects with its kind and session when the guide does not have the session', async () => {
    const { ask } = background(false);
    await expect(loadPanel(ask, 'briefing', '28D1Y')).rejects.toThrow(/briefing.*28D1Y/u);
  });

  test('is drawn as an element, and styled once in its shadow root', () => {
    const root = document.createElement('csg-card').attachShadow({ mode: 'open' });
    const drawn = {
      tree: { tag: 'section', attributes: { class: 'panel' }, children: ['<b>'] },
      css: '.panel { color: red }',
    };
    const first = drawPanel(drawn, root);
    expect(first.outerHTML).toBe('<section class="panel">&lt;b&gt;</section>');
    expect(drawPanel(drawn, root)).not.toBe(first);
    expect(root.adoptedStyleSheets).toHaveLength(1);
    expect([...(root.adoptedStyleSheets[0]?.cssRules ?? [])].map((rule) => rule.cssText).join()).toContain('red');
  });
});

test('The closed cards, the strip and the texts are requested in one message', async () => {
  const list = {
    bars: { trees: {}, css: '' },
    strip: { tree: { tag: 'p' }, css: '' },
    texts: { 'page.failed': 'Learned' },
  };
  const { asked, ask } = background(list);
  expect(await loadList(ask)).toEqual(list);
  expect(asked).toEqual([{ type: 'list' }]);
  expect(pageText('page.failed')).toBe('Learned');
});

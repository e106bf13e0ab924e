// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { drawPanel, loadBars, panelLoader } from '../../../features/page/panel.ts';
import type { Message } from '../../../lib/messages.ts';

const panelFor = (message: Message): unknown => ({ tree: { tag: 'p', children: [JSON.stringify(message)] }, css: '' });

/** A background that fails as often as told, and keeps what it was asked. */
function background(failures = 0, answer = panelFor) {
  const asked: Message[] = [];
  const send = async (message: Message) => {
    asked.push(message);
    if (asked.length <= failures) throw new Error('Receiving end does not exist');
    return answer(message);
  };
  return { asked, panel: panelLoader(send), bars: () => loadBars(send) };
}

describe('A panel', () => {
  test('is asked for anew at each call: a page may have said something new of its session.', async () => {
    const { asked, panel } = background();
    const expected = panelFor({ type: 'panel', kind: 'card', id: '28D1Y' });
    expect(await Promise.all([panel('card', '28D1Y'), panel('card', '28D1Y')])).toEqual([expected, expected]);
    expect(asked).toEqual(Array(2).fill({ type: 'panel', kind: 'card', id: '28D1Y' }));
  });

  test('is another for each session, and for each kind.', async () => {
    const { asked, panel } = background();
    const found = [
      ...(await Promise.all(['28D1Y', '27FbS'].map((id) => panel('card', id)))),
      await panel('briefing', '28D1Y'),
    ];
    expect(new Set(found).size).toBe(3);
    expect(asked).toHaveLength(3);
  });

  test('of the page itself needs no id.', async () => {
    const { asked, panel } = background();
    await panel('strip');
    await panel('about');
    expect(asked).toEqual([
      { type: 'panel', kind: 'strip', id: '' },
      { type: 'panel', kind: 'about', id: '' },
    ]);
  });

  test('that could not be loaded rejects, and is had at the next call.', async () => {
    const { asked, panel } = background(1);
    await expect(panel('card', '28D1Y')).rejects.toThrow('Receiving end');
    expect(await panel('card', '28D1Y')).toBeDefined();
    expect(asked).toHaveLength(2);
  });

  test.each([undefined, null, ''])('that is %j is a failure, which names kind and session.', async (answer) => {
    const { panel } = background(0, () => answer);
    await expect(panel('briefing', '28D1Y')).rejects.toThrow(/briefing.*28D1Y/u);
  });

  test('is drawn as an element, and styled once in its shadow root.', () => {
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

describe('The closed cards', () => {
  const all = { trees: { '28D1Y': 'It is short.' }, css: '' };

  test('are asked for in one message.', async () => {
    const { asked, bars } = background(0, () => all);
    expect(await bars()).toEqual(all);
    expect(asked).toEqual([{ type: 'bars' }]);
  });

  test.each([undefined, null, ''])('that are %j are a failure.', async (answer) => {
    const { bars } = background(0, () => answer);
    await expect(bars()).rejects.toThrow('no cards');
  });
});

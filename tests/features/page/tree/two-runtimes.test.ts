// @vitest-environment happy-dom
import { type ComponentType, createElement, render } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { asTree, toNode } from '../../../../features/page/tree/to-node.ts';
import { detailOf } from '../../../../lib/guide/detail.ts';

/** The components that stand on a page. */
async function load() {
  vi.resetModules();
  return {
    ...(await import('../../../../features/page/views/Card.tsx')),
    ...(await import('../../../../features/page/views/Briefing.tsx')),
    ...(await import('../../../../features/page/views/Strip.tsx')),
    ...(await import('../../../../features/page/views/About.tsx')),
  };
}

/** As the popup's build has them, and as those of the background and the content script have them (build/vite.ts). */
const byPreact = await load();
vi.doMock('preact/jsx-runtime', () => import('../../../../features/page/tree/jsx-runtime.ts'));
vi.doMock('preact/jsx-dev-runtime', () => import('../../../../features/page/tree/jsx-runtime.ts'));
const byTree = await load();

function withPreact<P extends object>(component: (props: P) => unknown, props: P): string {
  const root = document.createElement('main');
  render(createElement(component as ComponentType<P>, props), root);
  return root.outerHTML;
}

/** Drawn in the background, sent, and made into nodes on the page. */
function withTrees<P extends object>(component: (props: P) => unknown, props: P): string {
  const root = document.createElement('main');
  root.append(toNode(structuredClone(asTree(component(props) as never))));
  return root.outerHTML;
}

describe('A component draws the same with both runtimes', () => {
  test('which are two.', () => {
    expect(byTree.Strip({ subject: 'S' })).toMatchObject({ tag: 'div' });
    expect(byPreact.Strip({ subject: 'S' })).toMatchObject({ type: 'div' });
  });

  test.each(['A “title” & <more>', '', guide.sessions[0]?.title ?? ''])('as a closed card of “%s”.', (title) => {
    const drawn = withTrees(byTree.CardBar, { title, takeaway: '“a” & <b>' });
    expect(drawn).toBe(withPreact(byPreact.CardBar, { title, takeaway: '“a” & <b>' }));
    expect(drawn).toContain('data-action="toggle"');
    expect(drawn).toContain('aria-pressed="false"');
  });

  test.each(guide.sessions.map(({ id }) => id))('as the open card and the briefing of %s.', (id) => {
    const detail = detailOf(guide, id);
    expect(withTrees(byTree.CardPanel, { detail })).toBe(withPreact(byPreact.CardPanel, { detail }));
    const props = { detail, subject: guide.subject };
    const briefing = withTrees(byTree.Briefing, props);
    expect(briefing).toBe(withPreact(byPreact.Briefing, props));
    expect(briefing).toContain(`https://${id < '28' ? 'kccncna2025' : 'colocatedeventsna2025'}`);
  });

  test('as the strip.', () => {
    const props = { subject: guide.subject };
    expect(withTrees(byTree.Strip, props)).toBe(withPreact(byPreact.Strip, props));
    expect(withTrees(byTree.Strip, props)).toContain('role="toolbar"');
  });

  test('as what the strip opens.', () => {
    const drawn = withTrees(byTree.About, { guide });
    expect(drawn).toBe(withPreact(byPreact.About, { guide }));
    for (const { title } of guide.context) expect(drawn).toContain(title.replaceAll('&', '&amp;'));
  });
});

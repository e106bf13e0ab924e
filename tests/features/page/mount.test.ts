// @vitest-environment happy-dom
import { Window } from 'happy-dom';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('An element of ours has our shadow root on a page that defines an element of its name.', async () => {
  // A window that no other test shares, because a definition stays.
  const page = new Window();
  page.customElements.define(
    'csg-card',
    class extends page.HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).textContent = 'of the page';
      }
    },
  );
  expect(page.document.createElement('csg-card').shadowRoot?.textContent).toBe('of the page');
  // happy-dom’s inert document would know the page’s elements, unlike that of a browser.
  vi.spyOn(page.document.implementation, 'createHTMLDocument').mockReturnValue(new Window().document);
  vi.stubGlobal('document', page.document);
  // A copy of the module, which takes its document as it loads.
  const copy = '../../../features/page/mount.ts?on-that-page';
  const { createMount } = (await import(copy)) as typeof import('../../../features/page/mount.ts');
  const { host, root } = createMount('csg-card', 'group', 'x', '', new AbortController().signal);
  expect([host.shadowRoot === root, root.textContent]).toEqual([true, '']);
});

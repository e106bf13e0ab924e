// @vitest-environment happy-dom
import { Window } from 'happy-dom';
import { expect, test, vi } from 'vitest';

test('An element of ours has our shadow root on a page that defines an element of its name.', async () => {
  let made = 0;
  customElements.define(
    'csg-card',
    class extends HTMLElement {
      constructor() {
        super();
        made += 1;
        this.attachShadow({ mode: 'open' }).textContent = 'of the page';
      }
    },
  );
  document.createElement('csg-card');
  expect(made).toBe(1);
  // happy-dom’s own would know the page’s elements, unlike that of a browser.
  const apart = new Window().document as unknown as Document;
  vi.spyOn(document.implementation, 'createHTMLDocument').mockReturnValue(apart);
  const { createMount } = await import('../../../features/page/mount.ts');
  const { host, root } = createMount('csg-card', 'group', 'x', '', new AbortController().signal);
  expect([made, host.shadowRoot === root, root.textContent, host.ownerDocument]).toEqual([1, true, '', document]);
});

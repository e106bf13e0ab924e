/** Our elements in a page: each with a shadow root of its own, found and removed as one. */

/** Names of our elements. They are not registered (a content script can't), which a shadow root does not need. */
export type HostName = 'csg-card' | 'csg-briefing';

export interface Mount {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/**
 * An element of ours, not yet in the page.
 * @param label its accessible name
 */
export function createMount(name: HostName, id: string, label: string, css: string): Mount {
  const host = document.createElement(name);
  host.dataset.session = id;
  host.setAttribute('role', name === 'csg-briefing' ? 'region' : 'group');
  host.setAttribute('aria-label', label);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  return { host, root };
}

/** Shows on every star in a shadow root whether the session is picked. */
export function setStars(root: ShadowRoot, picked: boolean): void {
  for (const star of root.querySelectorAll('.star')) star.setAttribute('aria-pressed', String(picked));
}

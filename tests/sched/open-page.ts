/** A page for the tests that need a DOM: an address, and the inside of its body, with Sched's `<base>`. */
export function openPage(address: string, body: string, options: { base?: boolean } = {}): Document {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(address);
  document.documentElement.innerHTML = `<head>${options.base === false ? '' : '<base href="/">'}</head><body>${body}</body>`;
  return document;
}

export const MAIN = 'https://kccncna2025.sched.com';
export const CO_LOCATED = 'https://colocatedeventsna2025.sched.com';
export const HOSTS = ['colocatedeventsna2025.sched.com', 'kccncna2025.sched.com'];

/** The element that a test knows to be there. */
export function one<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} on the page`);
  return found;
}

/** Lets the fields of forms hide the forms' own members, as they do in Chromium and not in happy-dom. */
export function hideMembers(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('form > input')) {
    Object.defineProperty(field.parentElement, field.name, { value: field });
  }
}

/** Opens a page in happy-dom, with this address and body and with Sched's `<base>`. */
export function openPage(address: string, body: string, options: { base?: boolean } = {}): Document {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(address);
  document.documentElement.innerHTML = `<head>${options.base === false ? '' : '<base href="/">'}</head><body>${body}</body>`;
  return document;
}

export const MAIN = 'https://kccncna2025.sched.com';
export const CO_LOCATED = 'https://colocatedeventsna2025.sched.com';
export const HOSTS = ['colocatedeventsna2025.sched.com', 'kccncna2025.sched.com'];

/** The first match; throws if there is none. */
export function one<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} on the page`);
  return found;
}

/** Lets form fields shadow the form's properties by their names, as in browsers. happy-dom does not do this. */
export function hideMembers(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('form > input')) {
    Object.defineProperty(field.parentElement, field.name, { value: field });
  }
}

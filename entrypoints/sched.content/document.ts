/**
 * The page's document, by its own members. An element with a name hides the document's member of that name from everybody,
 * content scripts included: `<img name="querySelector">`, `<form name="body">` (HTML, 3.1.7 “DOM tree accessors”).
 * The build puts it wherever our code says `document` (see `withOwnLife` in scripts/vite.ts).
 */
const { prototype } = Document;

export const ownDocument: Document = new Proxy(globalThis.document, {
  get(page, name) {
    const value = Reflect.get(name in prototype ? prototype : page, name, page);
    return typeof value === 'function' ? value.bind(page) : value;
  },
  set: (page, name, value) => Reflect.set(prototype, name, value, page),
});

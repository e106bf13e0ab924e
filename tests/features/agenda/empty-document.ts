/** An empty document for a surface, with what was stored for its first paint gone. */
export function emptyDocument(page: string): HTMLElement {
  localStorage.clear();
  history.replaceState(null, '', page);
  const root = document.createElement('main');
  root.id = 'agenda';
  document.body.replaceChildren(root);
  return root;
}

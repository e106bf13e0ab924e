/** Clears the document for a surface, and the copy for its first paint. */
export function emptyDocument(page: string): HTMLElement {
  localStorage.clear();
  history.replaceState(null, '', page);
  const root = document.createElement('main');
  root.id = 'agenda';
  document.body.replaceChildren(root);
  return root;
}

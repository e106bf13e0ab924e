/** Resolves after the next paint, or a moment later where nothing is painted: in a tab that nobody looks at. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

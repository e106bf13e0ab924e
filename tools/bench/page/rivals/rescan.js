/* What one writes first: at each mutation, every link of the page is looked at again, for the ids of the guide. */
function highlight() {
  for (const link of document.querySelectorAll('a')) {
    if (link.classList.contains('csg-bench-hit')) continue;
    if (IDS.some((id) => link.href.includes(`/event/${id}`))) link.classList.add('csg-bench-hit');
  }
}

highlight();
new MutationObserver(highlight).observe(document.body, {
  attributes: true,
  childList: true,
  characterData: true,
  subtree: true,
});

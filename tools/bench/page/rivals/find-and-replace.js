/* findAndReplaceDOMText as its documentation uses it (https://github.com/padolsey/findAndReplaceDOMText): its result takes back what it did. */
const observer = new MutationObserver(highlight);
let last;

function highlight() {
  observer.disconnect();
  last?.revert();
  last = findAndReplaceDOMText(document.body, {
    preset: 'prose',
    find: new RegExp(`\\b(?:${WORDS.join('|')})\\b`, 'gi'),
    wrap: 'mark',
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
}

highlight();

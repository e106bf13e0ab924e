/* The CSS Custom Highlight API as MDN explains it: a tree walker collects the texts, ranges become a highlight, no node is touched. */
const sheet = new CSSStyleSheet();
sheet.replaceSync('::highlight(words) { background-color: #ffc53d; color: #14192b; }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

function highlight() {
  const ranges = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.toLowerCase();
    for (const word of WORDS) {
      const small = word.toLowerCase();
      for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + small.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + small.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set('words', new Highlight(...ranges));
}

highlight();
new MutationObserver(highlight).observe(document.body, { childList: true, characterData: true, subtree: true });

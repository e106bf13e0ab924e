/* mark.js as its documentation uses it (https://markjs.io/): what was marked is unmarked first, then everything is marked again. */
const instance = new Mark(document.body);
const observer = new MutationObserver(highlight);

function highlight() {
  observer.disconnect();
  instance.unmark({
    done: () => {
      instance.mark(WORDS, {
        done: () => observer.observe(document.body, { childList: true, characterData: true, subtree: true }),
      });
    },
  });
}

highlight();

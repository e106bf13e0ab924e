/* The page's own script: what Sched's pages do by themselves, and `window.replica` with which tests make them do it. */
(() => {
  const OBSERVED = { subtree: true, attributes: true };
  const domain = location.host.substring(location.host.indexOf('.') + 1);
  let mutations = 0;

  // As on Sched: rewrites `rel` on external links after any attribute change except its own.
  const observer = new MutationObserver((records, self) => {
    mutations += records.length;
    self.disconnect();
    document.querySelectorAll('a[target="_blank"]').forEach((link) => {
      const href = link.getAttribute('href') || '';
      if (href.indexOf(domain) === -1) link.setAttribute('rel', 'nofollow me noopener noreferrer');
    });
    self.observe(document, OBSERVED);
  });

  function ready() {
    observer.observe(document, OBSERVED);
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();

  function later(work, milliseconds) {
    return new Promise((resolve) => {
      setTimeout(() => {
        resolve(work());
      }, milliseconds);
    });
  }

  function list() {
    return document.querySelector('#sched-content-inner');
  }

  // The save control only toggles the class of its session.
  document.addEventListener('click', (event) => {
    const control = event.target.closest ? event.target.closest('.ev-save') : null;
    if (!control) return;
    control.parentElement.classList.toggle('sub');
    const saved = new Set();
    document.querySelectorAll('.event.sub a.name').forEach((link) => {
      saved.add(link.id);
    });
    const count = document.getElementById('sched-confirm-schedule-count');
    if (count) count.textContent = String(saved.size);
  });

  // First type filter: the sidebar's checkboxes hide and show existing nodes.
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (!box.matches?.('.replica-hide')) return;
    document.querySelectorAll(`#sched-content .event.ev_${box.value}`).forEach((session) => {
      session.style.display = box.checked ? '' : 'none';
    });
  });

  // Second type filter: the select removes all sessions and adds new nodes after a delay.
  let original = null;

  function rerender(type) {
    const blocks = list().querySelectorAll('.sched-container-inner');
    if (original === null) {
      original = Array.prototype.map
        .call(blocks, (block) =>
          Array.prototype.map.call(block.querySelectorAll('.event'), (session) => ({
            block: block,
            type: session.className,
            markup: session.outerHTML,
          })),
        )
        .flat();
    }
    blocks.forEach((block) => {
      block.querySelectorAll('.event').forEach((session) => {
        session.remove();
      });
    });
    return later(() => {
      original.forEach((kept) => {
        if (type !== '' && kept.type.split(' ').indexOf(`ev_${type}`) === -1) return;
        kept.block.insertAdjacentHTML('beforeend', kept.markup);
      });
    }, 50);
  }

  document.addEventListener('change', (event) => {
    if (event.target.id === 'replica-rerender') rerender(event.target.value);
  });

  function hrefHolds(link, id) {
    const href = link.getAttribute('href') || '';
    return href.split(/[/?#]/).indexOf(id) !== -1;
  }

  window.replica = {
    /** Number of mutation records that the page's observer received. */
    get mutations() {
      return mutations;
    },

    /** Appends the sessions with these ids to the list, after a request and a delay. */
    addSessions: (ids) =>
      fetch(`/replica/markup?ids=${ids.join(',')}&${location.search.slice(1)}`)
        .then((response) => response.text())
        .then((markup) =>
          later(() => {
            const blocks = list().querySelectorAll('.sched-container-inner');
            (blocks[blocks.length - 1] || list()).insertAdjacentHTML('beforeend', markup);
          }, 20),
        ),

    /** Removes the sessions with these ids from the page. */
    removeSessions: (ids) => {
      ids.forEach((id) => {
        list()
          .querySelectorAll(`a[href*="${id}"]`)
          .forEach((link) => {
            if (hrefHolds(link, id)) (link.closest('.event') || link).remove();
          });
      });
    },

    /** Replaces all sessions with new nodes; '' for all types, or the N of ev_N. */
    rerender: (type) => rerender(type || ''),

    /** Makes n changes unrelated to sessions: nodes, attributes and texts in turn. */
    churn: (n) => {
      let box = document.getElementById('replica-churn');
      if (!box) {
        box = document.createElement('div');
        box.id = 'replica-churn';
        box.hidden = true;
        box.appendChild(document.createTextNode(''));
        document.body.appendChild(box);
      }
      for (let i = 0; i < n; i += 1) {
        if (i % 3 === 0) {
          box.appendChild(document.createElement('i'));
          if (box.childNodes.length > 50) box.removeChild(box.lastChild);
        } else if (i % 3 === 1) {
          box.setAttribute('data-churn', String(i));
        } else {
          box.firstChild.data = String(i);
        }
      }
    },

    /** Renames all classes on the page, as a new theme would. */
    renames: () => {
      document.querySelectorAll('[class]').forEach((element) => {
        const renamed = Array.prototype.map.call(element.classList, (name) => `v2-${name}`);
        element.setAttribute('class', renamed.join(' '));
      });
    },
  };
})();

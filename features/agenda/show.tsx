/** Shows the agenda in the popup, the tab or the panel: first from bundled data, then with what is stored. */
import { render } from 'preact';
import { agendaGuide as guide } from '../../data/agenda.ts';
import { report } from '../../lib/report/report.ts';
import { deviceZone } from '../../lib/time/zones.ts';
import { firstState, keepFirst } from './first.ts';
import type { Actions, Surface, SurfaceState } from './list/surface.ts';
import { formatView } from './list/view.ts';
import { look } from './look.ts';
import { painted } from './painted.ts';
import type { Store } from './store.ts';
import { Agenda } from './views/Agenda.tsx';

/** Shows the agenda in the document of a surface. */
export function showAgenda(surface: Surface): void {
  const root = document.querySelector<HTMLElement>('#agenda');
  if (!root) throw new Error('no #agenda');
  const { signal } = new AbortController();
  const mine = deviceZone();
  let state = firstState(surface, location.search, Date.now());
  let store: Store | undefined;

  const draw = () =>
    render(
      <Agenda
        guide={guide}
        state={state}
        act={act}
        mine={mine}
        tab={(name) =>
          name === 'share'
            ? import('./share/tab.tsx').then(({ shareTab }) => shareTab(guide, act, ready))
            : import('./catch-up/tab.tsx').then(({ catchUpTab }) => catchUpTab(act))
        }
      />,
      root,
    );
  const update = (change: Partial<SurfaceState>) => {
    state = { ...state, ...change };
    if (change.settings) look(state.settings);
    draw();
    if (change.view || change.own || change.settings) keepLater();
  };
  let addressed = state.view;
  let waits = false;
  /** After the paint, because changing the address takes about as long as rendering the answer to a key. */
  const keepLater = () => {
    if (!waits) painted().then(keep);
    waits = true;
  };
  const keep = () => {
    waits = false;
    if (state.view !== addressed) history.replaceState(null, '', formatView(state.view) || location.pathname);
    addressed = state.view;
    keepFirst(state, Date.now());
  };
  const keepScrolled = (scrolled: number) => {
    state = { ...state, scrolled };
    keepFirst(state, Date.now());
  };

  const ready = painted()
    .then(() => import('./store.ts'))
    .then(async ({ follow, printIfAsked, surfaceStore }) => {
      store = surfaceStore(guide, { now: () => state, update }, signal);
      follow({ root, guide, act, now: () => state, tick: () => update({ now: Date.now() }), keepScrolled }, signal);
      await store.load();
      void printIfAsked(state.view);
      return store;
    });
  /** Waits for the storage, so that no press is lost. Once loaded, runs synchronously, to stay inside the user gesture. */
  const stored = (run: (store: Store) => unknown) => {
    const done = store ? Promise.resolve(run(store)) : ready.then(run);
    done.catch((error: unknown) => report(error, surface));
  };

  const act: Actions = {
    show: (view) => update({ view }),
    showDone: (done) => update({ done }),
    dismiss: () => update({ notice: undefined }),
    pick: (id) => stored((ready) => ready.pick(id)),
    watched: (id) => stored((ready) => ready.watched(id)),
    note: (id, text) => stored((ready) => ready.note(id, text)),
    forget: (id) => stored((ready) => ready.forget(id)),
    prefer: (name, value) => stored((ready) => ready.prefer(name, value)),
    turn: (which, on) => stored((ready) => ready.turn(which, on)),
    open: (what) => stored((ready) => ready.open(what)),
    searching: () => stored((ready) => ready.readSearch()),
    detail: async (id) => (await ready).detail(id),
  };

  look(state.settings);
  root.replaceChildren();
  draw();
  if (state.scrolled > 0) scrollTo(0, state.scrolled);
  if (state.view.query) act.searching();
}

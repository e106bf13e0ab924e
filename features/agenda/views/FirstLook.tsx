import type { AgendaGuide } from '../../../data/agenda.ts';
import { findWatchLinks, isRecorded } from '../../../lib/guide/watch.ts';
import { DEFAULTS } from '../../../lib/own/defaults.ts';
import type { Actions, Surface, SurfaceState } from '../list/surface.ts';
import { EVERYTHING } from '../list/view.ts';
import { Agenda } from './Agenda.tsx';
import { Head } from './Head.tsx';

interface Props {
  guide: AgendaGuide;
  surface: Surface;
}

/** Milliseconds after which an event is over in every zone. */
const WEEK = 7 * 86_400_000;

/** Rows in the documents: as many as fill a popup or a panel. Each further row delays the first frame. */
const ROWS = { popup: 3, panel: 10 };

/** Never called: the document is inert until the script renders the agenda. */
const act = {} as Actions;

/**
 * The agenda that the build writes into a surface's document, shown before any script runs. It has no stored data. If the
 * clock decides what is shown, and in the tab, where the width does, it is only the header.
 */
export function FirstLook({ guide, surface }: Props) {
  const isOver = guide.sessions.some((session) => isRecorded(findWatchLinks(session, undefined)));
  if (!isOver || surface === 'page') {
    return (
      <div class={`agenda ${surface}`}>
        <Head guide={guide} surface={surface} view={EVERYTHING} act={act} />
      </div>
    );
  }
  const state: SurfaceState = {
    surface,
    now: Math.max(Date.parse(guide.source.published), Date.parse(guide.lastDay)) + WEEK,
    view: EVERYTHING,
    scrolled: 0,
    own: { picks: new Map(), watched: new Map(), notes: new Map(), broken: [] },
    pages: new Map(),
    settings: DEFAULTS,
  };
  return (
    <Agenda guide={guide} state={state} act={act} mine={guide.zone} tab={() => Promise.reject()} rows={ROWS[surface]} />
  );
}

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

/** Rows in the documents: as many as fill a popup or a panel. Each further one delays the first frame. */
const ROWS = { popup: 3, panel: 10 };

/** Nothing of it can be pressed before the script has drawn the agenda anew. */
const act = {} as Actions;

/**
 * The agenda that the build writes into a surface's document, to be shown before any script runs. Nothing stored is in it.
 * It is the head alone where the clock decides what is shown, and in a tab, where the width does.
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

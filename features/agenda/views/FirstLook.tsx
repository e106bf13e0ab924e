import type { AgendaGuide } from '../../../data/agenda.ts';
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

/** Nothing of it can be pressed before the script has drawn the agenda anew. */
const act = {} as Actions;

/**
 * What a surface shows before any script runs, which the build writes into its document: the agenda without anything stored.
 * Only the head where the time decides what is shown, and in a tab, whose width does.
 */
export function FirstLook({ guide, surface }: Props) {
  const isOver = guide.sessions.some(({ links }) => links.some(({ kind }) => kind === 'recording'));
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
  return <Agenda guide={guide} state={state} act={act} mine={guide.zone} tab={() => Promise.reject()} />;
}

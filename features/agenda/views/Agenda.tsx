import type { FunctionComponent } from 'preact';
import { useMemo } from 'preact/hooks';
import { Notice } from '../../../components/Notice.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import { t } from '../../../lib/text.ts';
import { findPhase } from '../../../lib/time/moment.ts';
import { resolveZone } from '../../../lib/time/zones.ts';
import { type Found, filterEntries } from '../list/filter.ts';
import { type Listed, listSessions } from '../list/listed.ts';
import type { Actions, SurfaceState } from '../list/surface.ts';
import { isFiltered, type Tab, type View } from '../list/view.ts';
import { Days } from './Days.tsx';
import { Find } from './Find.tsx';
import { Head } from './Head.tsx';
import { Later } from './Later.tsx';
import { Now } from './Now.tsx';

/** The props of a tab that is loaded when it is first shown. */
interface TabProps {
  state: SurfaceState;
  /** All sessions, and those that the agenda shows now. */
  listed: readonly Listed[];
  shown: readonly Listed[];
  /** IANA zone of the times. */
  zone: string;
}

export type LaterTab = FunctionComponent<TabProps>;

interface Props {
  guide: AgendaGuide;
  state: SurfaceState;
  act: Actions;
  /** The device's IANA zone. */
  mine: string;
  /** Rows to render at once, instead of the list's default. */
  rows?: number | undefined;
  /** Loads a tab. */
  tab: (name: Exclude<Tab, 'agenda'>) => Promise<LaterTab>;
}

const gone = () => import('./Gone.tsx').then(({ Gone }) => Gone);
const doneBar = () => import('../../../components/DoneBar.tsx').then(({ DoneBar }) => DoneBar);
const switches = () => import('../../../components/Switches.tsx').then(({ Switches }) => Switches);

/** Which entries a query finds: all, until the search is loaded. */
function foundBy(query: string, search: SurfaceState['search']): Found {
  if (query === '' || !search) return () => true;
  const finds = search.finds(query);
  return ({ session }) => finds(session.id);
}

/** Whether there are records of a session that the guide does not have. */
function hasMoreThan({ sessions }: AgendaGuide, { picks, watched, notes }: SurfaceState['own']): boolean {
  const ids = new Set(sessions.map(({ id }) => id));
  return [picks, watched, notes].some((made) => [...made.keys()].some((id) => !ids.has(id)));
}

/** Whether a view shows whole days, or all picks of a day. Otherwise gaps between sessions mean nothing. */
function showsDays({ query, events, topics, levels, only }: View): boolean {
  return query.trim() === '' && [...events, ...topics, ...levels].length === 0 && only.every((one) => one === 'picked');
}

/** The agenda over all Sched sites of the guide, in the popup, the tab and the panel. */
export function Agenda({ guide, state, act, mine, rows, tab }: Props) {
  const { view, own, pages, search, settings } = state;
  const { zone, unknown } = resolveZone(settings.zone, guide.zone, mine);
  const listed = useMemo(() => listSessions(guide, zone, { own, pages }), [guide, zone, own, pages]);
  const found = useMemo(() => foundBy(view.query, search), [view.query, search]);
  const shown = useMemo(() => filterEntries(listed, view, found), [listed, view, found]);
  const hasGone = useMemo(() => hasMoreThan(guide, own), [guide, own]);
  // Kept, because a key in the search changes nothing in it.
  const foot = useMemo(() => <Foot guide={guide} settings={settings} act={act} />, [guide, settings, act]);
  const isAfter = findPhase(listed, state.now) === 'after';
  const order = view.order ?? (isAfter ? 'recorded' : 'day');
  return (
    <div class={`agenda ${state.surface}`}>
      <Head guide={guide} surface={state.surface} noPanel={state.noPanel} view={view} act={act} />
      <Notice text={state.notice} onDismiss={act.dismiss} />
      {view.tab === 'agenda' ? (
        <div class="columns">
          <div class="lead">
            {!(isAfter && isFiltered(view)) && (
              <Now guide={guide} listed={listed} now={state.now} zone={zone} view={view} act={act} />
            )}
            <Find
              guide={guide}
              listed={listed}
              shown={shown}
              found={found}
              view={view}
              wide={state.surface === 'page' && matchMedia('(min-width: 900px)').matches}
              act={act}
            />
          </div>
          <div class="list">
            <Days
              guide={guide}
              shown={shown}
              state={state}
              zone={zone}
              choice={{ choice: settings.zone, shown: zone, unknown, mine }}
              order={order}
              plans={!isAfter && showsDays(view)}
              isAfter={isAfter}
              rows={rows}
              act={act}
            />
            {hasGone && <Later load={gone} with={{ guide, own, act }} />}
          </div>
        </div>
      ) : (
        <Later
          key={view.tab}
          load={() => tab(view.tab as Exclude<Tab, 'agenda'>)}
          with={{ state, listed, shown, zone }}
          until={<p class="wait">{t('agenda.more')}</p>}
        />
      )}
      {foot}
      <Later load={doneBar} with={{ done: state.done, act }} />
    </div>
  );
}

/** The switches, and what the agenda says about itself. */
function Foot({ guide, settings, act }: Pick<Props, 'guide' | 'act'> & Pick<SurfaceState, 'settings'>) {
  const { sites, subject, quiet, source } = guide;
  return (
    <footer class="foot">
      <Later load={switches} with={{ settings, sites, subject, quiet, onTurn: act.turn }} />
      <p>{t('agenda.keys')}</p>
      <p>
        {t('agenda.unofficial', { subject })}{' '}
        <a class="out" href={source.url} target="_blank" rel="noopener noreferrer">
          {source.title}
        </a>
      </p>
    </footer>
  );
}

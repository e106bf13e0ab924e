/** Reads and changes the storage for a surface. Loaded after the first paint. Errors are shown in a notice. */
import type { AgendaGuide } from '../../data/agenda.ts';
import type { SessionDetail } from '../../lib/guide/detail.ts';
import { sendFailure } from '../../lib/messages.ts';
import { type Changes, createChanges } from '../../lib/own/changes.ts';
import { type LiveCopy, liveCopy } from '../../lib/own/live.ts';
import { isOwnKey, readOwn } from '../../lib/own/own.ts';
import { notePatch, pickPatch, vanishedPatch, watchedPatch } from '../../lib/own/patches.ts';
import {
  type Choices,
  choiceKey,
  choicePatch,
  isSettingKey,
  readSettings,
  type Switch,
  switchPatchForSites,
} from '../../lib/own/settings.ts';
import { hasPanel } from '../../lib/platform/capabilities.ts';
import { sendReports } from '../../lib/report/early.ts';
import { safely } from '../../lib/report/report.ts';
import { resolvePageSays } from '../../lib/seen/page-says.ts';
import { readSeen, seenKey } from '../../lib/seen/seen.ts';
import { t } from '../../lib/text.ts';
import type { Actions, SurfaceState } from './list/surface.ts';
import { formatView } from './list/view.ts';
import { noteQueue } from './notes.ts';
import { openSurface } from './open.ts';
import { printList, printQuery } from './print.ts';

export { follow } from './follow.ts';
export { printIfAsked } from './print.ts';

interface Shown {
  now: () => SurfaceState;
  update: (change: Partial<SurfaceState>) => void;
}

export type Store = ReturnType<typeof surfaceStore>;

/** Follows the storage until the signal aborts, and writes to it. */
export function surfaceStore(guide: AgendaGuide, shown: Shown, signal: AbortSignal) {
  sendReports(sendFailure);
  const live = liveCopy(signal);
  const changes = createChanges(live, shown.update, 'agenda');
  showStored(live, guide, shown, signal);
  return {
    live,
    changes,
    async load(): Promise<void> {
      if (!hasPanel()) shown.update({ noPanel: true });
      try {
        await live.load();
        await changes.setBrokenAside();
      } catch (error) {
        changes.fail(error, t('notice.unread'));
      }
    },
    ...recordActions(guide, shown, changes),
    prefer: <K extends keyof Choices>(name: K, value: Choices[K]) => changes.apply(choicePatch(name, value)),
    turn: (which: Switch, on: boolean) =>
      changes.apply(switchPatchForSites(which, on, shown.now().settings, guide.sites)),
    open(what: Parameters<Actions['open']>[0]) {
      const { surface, view } = shown.now();
      if (what === 'print') return surface === 'page' ? printList() : openSurface('page', surface, printQuery(view));
      return openSurface(what, surface, formatView(view));
    },
    async readSearch() {
      if (shown.now().search) return;
      const [{ guide: full }, { searchIn }] = await Promise.all([import('../../data/index.ts'), import('./search.ts')]);
      shown.update({ search: searchIn(full, readSeen(live.values())) });
    },
    async detail(id: string): Promise<SessionDetail> {
      const [{ guide: full }, { buildDetail }] = await Promise.all([
        import('../../data/index.ts'),
        import('../../lib/guide/detail.ts'),
      ]);
      return buildDetail(full, id, readSeen(live.values()).get(id));
    },
  };
}

/** Shows the stored data, after each change. */
function showStored(live: LiveCopy, guide: AgendaGuide, { update }: Shown, signal: AbortSignal): void {
  const showOwn = () => {
    const values = live.values();
    update({ own: readOwn(values), settings: readSettings(values) });
  };
  const showPages = () =>
    safely('seen', () => update({ pages: resolvePageSays(guide.sessions, readSeen(live.values()), guide.zone) }));
  live.subscribe((key) => isOwnKey(key) || isSettingKey(key), showOwn, signal);
  live.subscribe((key) => key.startsWith(seenKey('')) || key === choiceKey('hours'), showPages, signal);
}

/** The actions on a session. */
function recordActions(guide: AgendaGuide, { now }: Shown, changes: Changes) {
  /** With the guide's title, else the one in the reader's records. */
  const sessionWith = (id: string, untitled = id) => {
    const { picks, watched, notes } = now().own;
    const inGuide = guide.sessions.find((session) => session.id === id);
    const titled = [inGuide, picks.get(id), watched.get(id), notes.get(id)].find((record) => record?.title);
    return { id, title: titled?.title ?? untitled };
  };
  const storeNote = async (id: string, text: string) => {
    const session = sessionWith(id);
    const isRemoval = text.trim() === '' && now().own.notes.has(id);
    try {
      const patch = notePatch(session, guide.id, text, Date.now());
      await changes.apply(patch, isRemoval ? t('done.noteGone', session) : undefined);
    } catch (error) {
      // Too long for a note. The field has a limit, but a stored text may come from elsewhere.
      changes.fail(error, t('notice.unsaved'));
    }
  };
  return {
    pick(id: string) {
      const session = sessionWith(id);
      const on = !now().own.picks.has(id);
      return changes.apply(
        pickPatch(session, guide.id, Date.now(), on),
        t(on ? 'done.picked' : 'done.unpicked', session),
      );
    },
    watched(id: string) {
      const session = sessionWith(id);
      const on = !now().own.watched.has(id);
      const text = t(on ? 'done.watched' : 'done.unwatched', session);
      return changes.apply(watchedPatch(session, guide.id, Date.now(), on), text);
    },
    note: noteQueue(storeNote),
    forget(id: string) {
      const session = sessionWith(id, t('gone.unnamed', { id }));
      return changes.apply(vanishedPatch(id), t('done.forgotten', session));
    },
  };
}

/** What a surface does with the browser: read after the first paint; what goes wrong with it is said in a notice. */
import type { AgendaGuide } from '../../data/agenda.ts';
import type { SessionDetail } from '../../lib/guide/detail.ts';
import { sendFailure } from '../../lib/messages.ts';
import { notePatch, type Patch, pickPatch, vanishedPatch, watchedPatch } from '../../lib/own/own-changes.ts';
import type { Preferences } from '../../lib/own/preferences.ts';
import type { Switch } from '../../lib/own/settings.ts';
import {
  loadPreferences,
  loadSeen,
  loadSettings,
  setAside,
  setPreference,
  setSwitch,
  watchPreferences,
  watchSeen,
  watchSettings,
} from '../../lib/own/storage.ts';
import { tellBy } from '../../lib/report/early.ts';
import { report } from '../../lib/report/report.ts';
import { counted, t } from '../../lib/text.ts';
import type { SurfaceState } from './list/surface.ts';
import { searchOf } from './list/view.ts';
import { openSurface } from './open.ts';
import { ownList } from './own-list.ts';

export { follow } from './follow.ts';

interface Shown {
  now: () => SurfaceState;
  update: (change: Partial<SurfaceState>) => void;
}

/** Milliseconds for which a press can be taken back in the line that says it; the star itself takes it back later too. */
const SAID_FOR = 12_000;

export type Store = ReturnType<typeof surfaceStore>;

/** Follows the storage, and writes to it, until the signal aborts. */
export function surfaceStore(guide: AgendaGuide, { now, update }: Shown, signal: AbortSignal) {
  tellBy(sendFailure);
  const own = ownList((mine) => update({ own: mine }), signal);
  watchSettings((settings) => update({ settings }), signal);
  watchPreferences((preferences) => update({ preferences }), signal);
  const seen = () => pagesSaid(guide).then((pages) => update({ pages }));
  watchSeen(() => void seen().catch((error: unknown) => report(error, 'seen')), signal);

  const fail = (error: unknown, notice: string) => {
    report(error, 'agenda');
    update({ notice });
  };
  /** By the title that the guide has, else by the one that was kept with what the reader made of it. */
  const session = (id: string, unnamed = id) => {
    const { picks, watched, notes } = now().own;
    const named = guide.sessions.find((one) => one.id === id);
    const title = [named, picks.get(id), watched.get(id), notes.get(id)].find((one) => one?.title)?.title;
    return { id, title: title ?? unnamed };
  };
  let hide: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string, undo?: () => void) => {
    clearTimeout(hide);
    update({ done: { text, undo } });
    hide = setTimeout(() => update({ done: undefined }), SAID_FOR);
  };
  /** Stores a change and says so, with the way back. */
  const apply = async (patch: Patch, text?: string, expected?: Patch) => {
    try {
      const inverse = await own.apply(patch, expected);
      // Taking back is said, and is itself not taken back: the star and the note are there for that.
      if (expected) say(t(Object.keys(inverse).length > 0 ? 'done.undone' : 'done.changed'));
      else if (text) say(text, () => void apply(inverse, undefined, patch));
      return true;
    } catch (error) {
      fail(error, t('notice.unsaved'));
      return false;
    }
  };

  /** Notes that are being written, by session: only the last text waits while one is stored. */
  const writing = new Map<string, string | undefined>();
  const writeNote = async (id: string, text: string) => {
    if (writing.has(id)) return void writing.set(id, text);
    writing.set(id, undefined);
    const removed = text.trim() === '' && now().own.notes.has(id);
    try {
      const patch = notePatch(session(id), guide.id, text, Date.now());
      await apply(patch, removed ? t('done.noteGone', session(id)) : undefined);
    } catch (error) {
      // Too long: a field does not take that, but what is stored may come from elsewhere.
      fail(error, t('notice.unsaved'));
    }
    const next = writing.get(id);
    writing.delete(id);
    if (next !== undefined) await writeNote(id, next);
  };

  return {
    async load(): Promise<void> {
      try {
        const [mine, settings, preferences, pages] = await Promise.all([
          own.load(),
          loadSettings(),
          loadPreferences(),
          pagesSaid(guide),
        ]);
        update({ settings, preferences, pages });
        if (mine.broken.length === 0) return;
        await setAside(mine.broken);
        update({ notice: counted('notice.broken', mine.broken.length) });
      } catch (error) {
        fail(error, t('notice.unread'));
      }
    },
    pick(id: string) {
      const on = !now().own.picks.has(id);
      const text = t(on ? 'done.picked' : 'done.unpicked', session(id));
      return apply(pickPatch(session(id), guide.id, Date.now(), on), text);
    },
    watched(id: string) {
      const on = !now().own.watched.has(id);
      const text = t(on ? 'done.watched' : 'done.unwatched', session(id));
      return apply(watchedPatch(session(id), guide.id, Date.now(), on), text);
    },
    note: writeNote,
    forget(id: string) {
      return apply(vanishedPatch(id), t('done.forgotten', session(id, t('gone.unnamed', { id }))));
    },
    apply,
    say,
    async prefer<K extends keyof Preferences>(name: K, value: Preferences[K]) {
      const { [name]: before } = now().preferences;
      update({ preferences: { ...now().preferences, [name]: value } });
      try {
        await setPreference(name, value);
      } catch (error) {
        update({ preferences: { ...now().preferences, [name]: before } });
        fail(error, t('notice.unsaved'));
      }
    },
    async turn(which: Switch, on: boolean) {
      try {
        await setSwitch(which, on);
      } catch (error) {
        fail(error, t('notice.unsaved'));
      }
      // The box was turned by the press already; it shows what is stored.
      update({});
    },
    open: (what: 'page' | 'panel' | 'options') => openSurface(what, now().surface, searchOf(now().view)),
    async readSearch() {
      if (now().search) return;
      const [{ guide: full }, { searchIn }] = await Promise.all([import('../../data/index.ts'), import('./search.ts')]);
      update({ search: searchIn(full) });
    },
    async detail(id: string): Promise<SessionDetail> {
      const [{ guide: full }, { detailOf }] = await Promise.all([
        import('../../data/index.ts'),
        import('../../lib/guide/detail.ts'),
      ]);
      const seen = await loadSeen().catch((error: unknown) => report(error, 'seen'));
      return detailOf(full, id, seen?.get(id));
    },
  };
}

/** What Sched's pages were seen to say of the guide's sessions. */
async function pagesSaid({ sessions, zone }: AgendaGuide): Promise<SurfaceState['pages']> {
  const [{ pageSaysOf }, all] = await Promise.all([import('../../lib/seen/page-says.ts'), loadSeen()]);
  return pageSaysOf(sessions, all, zone);
}

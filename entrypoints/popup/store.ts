/** What the popup shows of the storage: read after the first paint; what goes wrong with it is said in a notice. */
import type { SeenSession } from '../../components/AgendaRow.tsx';
import type { AgendaGuide } from '../../data/agenda.ts';
import { pickList } from '../../lib/pick-list.ts';
import { report } from '../../lib/report.ts';
import { readSettings, type Settings, type Switch } from '../../lib/settings.ts';
import { loadSeen, loadSettings, setAside, setSwitch, watchSettings } from '../../lib/storage.ts';

export interface PopupState {
  picked: ReadonlySet<string>;
  /** What Sched's pages were seen to say, by session id. */
  seen: ReadonlyMap<string, SeenSession>;
  settings: Settings;
  notice?: string | undefined;
}

/** Redraws with each change, for as long as the popup lives. */
export function popupStore(guide: AgendaGuide, draw: (state: PopupState) => void) {
  const { signal } = new AbortController();
  let state: PopupState = { picked: new Set(), seen: new Map(), settings: readSettings({}) };
  const update = (change: Partial<PopupState>) => {
    state = { ...state, ...change };
    draw(state);
  };
  const fail = (error: unknown, notice: string) => {
    report(error, 'popup');
    update({ notice });
  };
  const picks = pickList(guide.id, (picked) => update({ picked }), signal);
  watchSettings((settings) => update({ settings }), signal);

  return {
    state: () => state,

    async load(): Promise<void> {
      try {
        const [broken, settings, seen] = await Promise.all([picks.load(), loadSettings(), seenSessions(guide)]);
        update({ settings, seen });
        if (broken.length === 0) return;
        await setAside(broken);
        update({
          notice:
            broken.length === 1
              ? 'One pick could not be read and is not shown. The stored value was kept aside.'
              : `${broken.length} picks could not be read and are not shown. The stored values were kept aside.`,
        });
      } catch (error) {
        fail(error, 'Your picks could not be read. The agenda is complete; stars may be missing until you reopen it.');
      }
    },

    async toggle(id: string): Promise<void> {
      try {
        await picks.toggle(id);
      } catch (error) {
        fail(error, 'Your pick could not be saved: the browser refused to store it. Nothing else was changed.');
      }
    },

    async turn(which: Switch, on: boolean): Promise<void> {
      try {
        await setSwitch(which, on);
      } catch (error) {
        fail(error, 'The switch could not be saved: the browser refused to store it. Nothing was changed.');
      }
      // The box was turned by the press already; it shows what is stored.
      update({});
    },

    dismiss(): void {
      update({ notice: undefined });
    },
  };
}

/** What is known of the guide's sessions from Sched's pages. Its code is a chunk of its own, read after the first paint. */
async function seenSessions({ sessions, zone }: AgendaGuide): Promise<Map<string, SeenSession>> {
  const [{ differencesOf }, all] = await Promise.all([import('../../lib/differences.ts'), loadSeen()]);
  const known = sessions.flatMap((session): [string, SeenSession][] => {
    const seen = all.get(session.id);
    if (!seen) return [];
    const changes = differencesOf(session, seen, zone).map(({ text }) => text);
    return [[session.id, { room: seen.room, saved: seen.saved === true, changes }]];
  });
  return new Map(known);
}

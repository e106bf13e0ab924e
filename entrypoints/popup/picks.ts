/** The popup's picks: loaded after the first paint, kept up with every other window. */
import { report } from '../../lib/report.ts';
import { loadPicks, setAside, setPicked, watchPicks } from '../../lib/storage.ts';

export interface PicksState {
  picked: ReadonlySet<string>;
  notice?: string;
}

/** Redraws with each change. What fails is said in the notice, and what is shown is what is stored. */
export function agendaPicks(guide: string, draw: (state: PicksState) => void) {
  let state: PicksState = { picked: new Set() };
  const update = (change: Partial<PicksState>) => {
    state = { ...state, ...change };
    draw(state);
  };
  const fail = (error: unknown, notice: string) => {
    report(error, 'picks');
    update({ notice });
  };

  return {
    async load(): Promise<void> {
      watchPicks((picked) => update({ picked }), new AbortController().signal);
      try {
        const { picked, broken } = await loadPicks();
        update({ picked });
        if (broken.length === 0) return;
        await setAside(broken);
        const picks = broken.length === 1 ? 'One pick' : `${broken.length} picks`;
        update({ notice: `${picks} could not be read and is not shown. The stored value was kept aside.` });
      } catch (error) {
        fail(error, 'Your picks could not be read. The agenda is complete; stars may be missing until you reopen it.');
      }
    },

    async toggle(id: string): Promise<void> {
      const before = state.picked;
      const now = !before.has(id);
      update({ picked: now ? new Set(before).add(id) : new Set([...before].filter((one) => one !== id)) });
      try {
        await setPicked(id, guide, now);
      } catch (error) {
        update({ picked: before });
        fail(error, 'Your pick could not be saved: the browser refused to store it. Nothing else was changed.');
      }
    },

    dismiss(): void {
      const { notice: _, ...rest } = state;
      state = rest;
      draw(state);
    },
  };
}

/** The popup's picks: loaded after the first paint; what goes wrong with them is said in a notice. */
import { pickList } from '../../lib/pick-list.ts';
import { report } from '../../lib/report.ts';
import { setAside } from '../../lib/storage.ts';

export interface PicksState {
  picked: ReadonlySet<string>;
  notice?: string | undefined;
}

/** Redraws with each change, for as long as the popup lives. */
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
  const picks = pickList(guide, (picked) => update({ picked }), new AbortController().signal);

  return {
    async load(): Promise<void> {
      try {
        const broken = await picks.load();
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

    dismiss(): void {
      update({ notice: undefined });
    },
  };
}

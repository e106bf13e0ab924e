/**
 * Reads all storage for the options page, follows changes of other windows, and stores each change at once. Errors are shown
 * in a notice, and nothing is changed then.
 */
import { switchName, turnedTo } from '../../components/Switches.tsx';
import type { Guide } from '../../data/index.ts';
import type { download } from '../../lib/files/export.ts';
import { createChanges } from '../../lib/own/changes.ts';
import { keepFirstCopy, readFirstCopy } from '../../lib/own/first-copy.ts';
import { type FollowedArea, followArea, type LiveCopy, liveCopy } from '../../lib/own/live.ts';
import { readOwn } from '../../lib/own/own.ts';
import {
  type Choices,
  choicePatch,
  readSettings,
  resetSettingsPatch,
  type Switch,
  switchPatchForSites,
} from '../../lib/own/settings.ts';
import { readSyncStatus } from '../../lib/own/sync-status.ts';
import { exportBackup, importBackup } from '../../lib/own/transfer.ts';
import { OTHER_COPY, readFailures } from '../../lib/report/failures.ts';
import { report } from '../../lib/report/report.ts';
import { t } from '../../lib/text.ts';
import { readPageStorage, removeEverything } from './reset.ts';
import { listStored } from './stored.ts';
import { switchSyncOn } from './sync.ts';
import { chosenText } from './texts.ts';
import type { OptionsState } from './views/OptionsState.ts';

export interface Shown {
  now: () => OptionsState;
  update: (change: Partial<OptionsState>) => void;
}

export type OptionsStore = ReturnType<typeof optionsStore>;

/**
 * Follows the storage until the signal aborts, and writes to it.
 * @param mine the device's IANA zone
 */
export function optionsStore(
  guide: Guide,
  mine: string,
  { now, update }: Shown,
  signal: AbortSignal,
  save?: typeof download,
) {
  const live = liveCopy(signal);
  const changes = createChanges(live, update, 'options');
  const show = () => live.isLoaded() && update(stateFrom(live, account, session));
  // These two are only counted. An area that can't be read counts as empty.
  const account = followArea('sync', show, signal);
  const session = followArea('session', show, signal);
  live.subscribe(() => true, show, signal);

  /** Reads the storage again if that failed before. Resolves with whether it was read. */
  const isReadable = async () => {
    try {
      if (!live.isLoaded()) await live.load();
      return true;
    } catch (error) {
      changes.fail(error, t('options.unread'));
      return false;
    }
  };

  return {
    async load(): Promise<void> {
      const counted = [account, session].map((area) =>
        area.load().then(show, (error: unknown) => report(error, 'options')),
      );
      try {
        await Promise.all([live.load(), ...counted]);
        await changes.setBrokenAside();
        const hasOtherCopy = readFailures(session.values()).some(({ where }) => where === OTHER_COPY);
        if (hasOtherCopy && !now().notice) update({ notice: t('options.otherCopy') });
      } catch (error) {
        changes.fail(error, t('options.unread'));
      }
    },
    async prefer<K extends keyof Choices>(name: K, value: Choices[K]) {
      const text = chosenText(name, { ...now().settings, [name]: value }, { event: guide.zone, mine });
      if (name === 'sync' && value === true) await switchSyncOn(live, changes, text);
      else await changes.apply(choicePatch(name, value), text);
    },
    async turn(which: Switch, on: boolean) {
      const name = switchName(which, { ...guide, quiet: guide.mentions?.quiet ?? [] });
      await changes.apply(
        switchPatchForSites(which, on, now().settings, guide.sites),
        t(turnedTo(which, on) ? 'options.turnedOn' : 'options.turnedOff', { name }),
      );
    },
    /** Rejects if the storage can't be read. */
    exportFile: () => exportBackup(live, guide.id, Date.now(), save),
    /** Resolves with an error message if the file is refused. */
    importFile: (file: File) => importBackup(file, { live, changes, guide: guide.id }),
    async resetChoices() {
      if (!(await isReadable())) return;
      const patch = resetSettingsPatch(live.values());
      if (Object.keys(patch).length === 0) changes.say(t('options.data.choicesNone'));
      else await changes.apply(patch, t('options.data.choicesReset'));
    },
    async resetAll() {
      if (await isReadable()) await removeEverything({ live, account, changes, update, show });
    },
  };
}

/** The page's state for the stored data. Also updates the copy for the first paint. */
function stateFrom(live: LiveCopy, account: FollowedArea, session: FollowedArea): Partial<OptionsState> {
  const local = live.values();
  const [own, settings] = [readOwn(local), readSettings(local)];
  // No copy of an empty storage.
  if (Object.keys(local).length > 0) keepFirstCopy({ ...readFirstCopy(), own, settings });
  const areas = { local, account: account.values(), session: session.values(), first: readPageStorage() };
  return { own, settings, sync: readSyncStatus(local), stored: listStored(areas) };
}

/**
 * What the options page does with the browser's storage: reads all of it, follows what other windows change, and stores
 * each change at once. What goes wrong is said in a notice, and what was there stays.
 */

import { reasonText } from '../../components/refusal.ts';
import { switchName } from '../../components/Switches.tsx';
import type { Guide } from '../../data/index.ts';
import { download, fileName } from '../../lib/files/hand-out.ts';
import { BadBackupError, backupOf, readBackup, tooLarge } from '../../lib/own/backup.ts';
import { choicePatch, importedChoices, resetChoices } from '../../lib/own/choices.ts';
import { readOwn } from '../../lib/own/own.ts';
import { importPatch, type Patch, resetPatch } from '../../lib/own/own-changes.ts';
import { type Preferences, readPreferences } from '../../lib/own/preferences.ts';
import { readSettings, type Switch, switchKey } from '../../lib/own/settings.ts';
import { changeAccount, loadAccount, loadAll, setAside } from '../../lib/own/storage.ts';
import { readSyncStatus } from '../../lib/own/sync-status.ts';
import { report } from '../../lib/report/report.ts';
import { counted, t } from '../../lib/text.ts';
import { type FirstCopy, firstCopy } from './first-copy.ts';
import { heldStorage, none } from './held.ts';
import { storedOf } from './stored.ts';
import { chosenText } from './texts.ts';
import type { OptionsState } from './views/OptionsState.ts';

interface Shown {
  now: () => OptionsState;
  update: (change: Partial<OptionsState>) => void;
}

/** What is no storage of the extension's, or only a copy. */
interface Outside {
  copy: FirstCopy;
  save: typeof download;
}

/** Milliseconds for which a change can be taken back in the line that says it; its control takes it back later too. */
const SAID_FOR = 12_000;

export type OptionsStore = ReturnType<typeof optionsStore>;

/**
 * Follows the storage, and writes to it, until the signal aborts.
 * @param mine the device's IANA zone
 */
export function optionsStore(
  guide: Guide,
  mine: string,
  { now, update }: Shown,
  signal: AbortSignal,
  { copy, save }: Outside = { copy: firstCopy, save: download },
) {
  const held = heldStorage(({ local, account, session }) => {
    const [own, preferences] = [readOwn(local), readPreferences(local)];
    // Where nothing is stored, there is nothing to keep twice.
    if (Object.keys(local).length > 0) copy.keep(own, preferences);
    const stored = storedOf({ local, account, session, first: copy.read() });
    update({ own, preferences, stored, settings: readSettings(local), sync: readSyncStatus(local) });
  }, signal);

  const fail = (error: unknown, notice: string) => {
    report(error, 'options');
    update({ notice });
  };
  let hide: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string, undo?: () => void) => {
    clearTimeout(hide);
    update({ done: { text, undo } });
    hide = setTimeout(() => update({ done: undefined }), SAID_FOR);
  };

  /** Stores a change and says so, with the way back, which leaves alone what another window has stored since. */
  const applyAndSay = async (patch: Patch, text: string, expected?: Patch) => {
    const inverse = await held.apply(patch, expected);
    say(text, () => orSay(held.apply(inverse, patch).then(() => say(t('done.undone')))));
  };
  /** Says what was refused. */
  const orSay = (done: Promise<void>) => done.catch((error: unknown) => fail(error, t('options.unsaved')));

  /** All that is stored, after what can't be read was set aside, so that nothing is ever stored over it. */
  const readable = async (): Promise<Patch> => {
    const all = await loadAll();
    const { broken } = readOwn(all);
    if (broken.length === 0) return all;
    await setAside(broken);
    update({ notice: counted('notice.broken', broken.length) });
    return loadAll();
  };

  const removeAll = async (all: Patch) => {
    const [first, inAccount] = [copy.read(), await loadAccount().catch(none)];
    const patch = resetPatch(readOwn(all), Object.keys(all));
    const inverse = await held.apply(patch);
    copy.replace({});
    const accountStays = !(await isStoredInAccount(without(inAccount)));
    await held.readAgain();
    const restore = async () => {
      await isStoredInAccount(inAccount);
      await held.apply(inverse, patch);
      copy.replace(first);
      await held.readAgain();
      update({ removed: undefined });
      say(t('options.data.back'));
    };
    const undo = () => orSay(restore());
    update({ removed: { undo, accountStays } });
    say(t('options.data.removed'), undo);
  };

  return {
    async load(): Promise<void> {
      try {
        await held.read();
        await readable();
      } catch (error) {
        fail(error, t('options.unread'));
      }
    },
    prefer<K extends keyof Preferences>(name: K, value: Preferences[K]) {
      const text = chosenText(name, { ...now().preferences, [name]: value }, { event: guide.zone, mine });
      return orSay(applyAndSay(choicePatch(name, value), text));
    },
    turn(which: Switch, on: boolean) {
      const name = switchName(which, guide.sites, guide.subject);
      const text = on ? t('options.turnedOn', { name }) : t('options.turnedOff', { name });
      return orSay(applyAndSay({ [switchKey(which)]: on ? undefined : true }, text));
    },
    /** Throws where the storage could not be read: that must not become an empty backup. */
    exportFile() {
      const local = held.local();
      if (!local) throw new Error(t('options.unread'));
      const text = backupOf(readOwn(local), readPreferences(local), { guide: guide.id, now: Date.now() });
      save(fileName(guide.id, 'backup', 'json'), 'application/json', text);
    },
    /** Resolves with what is wrong, in words. */
    async importFile(file: File): Promise<string | undefined> {
      try {
        // Before it is read: a file of any size can be chosen.
        if (tooLarge(file.size)) throw new BadBackupError('too-large');
        const { preferences = {}, ...records } = readBackup(await file.text(), guide.id);
        const all = await readable();
        const patch = { ...importPatch(readOwn(all), records), ...importedChoices(all, preferences) };
        const count = Object.keys(patch).length;
        if (count === 0) say(t('options.data.nothingNew'));
        else await applyAndSay(patch, counted('options.data.imported', count), all);
        return undefined;
      } catch (error) {
        return reasonText(error);
      }
    },
    async resetChoices() {
      const all = await loadAll().catch((error: unknown) => fail(error, t('options.unread')));
      if (!all) return;
      const patch = resetChoices(all);
      if (Object.keys(patch).length === 0) say(t('options.data.choicesNone'));
      else await orSay(applyAndSay(patch, t('options.data.choicesReset')));
    },
    async resetAll() {
      const all = await loadAll().catch((error: unknown) => fail(error, t('options.unread')));
      if (all) await orSay(removeAll(all));
    },
  };
}

function without(values: Patch): Patch {
  return Object.fromEntries(Object.keys(values).map((key) => [key, undefined]));
}

/** The account is only another copy: where it refuses, what happens on this device goes on. */
async function isStoredInAccount(patch: Patch): Promise<boolean> {
  try {
    await changeAccount(patch);
    return true;
  } catch (error) {
    report(error, 'options');
    return false;
  }
}

/** The reader's own on its way to another browser and back. What is broken is refused whole, before anything is written. */
import { reasonText } from '../../../components/refusal.ts';
import { download, fileName } from '../../../lib/files/hand-out.ts';
import { BadBackupError, backupOf, readBackup, tooLarge } from '../../../lib/own/backup.ts';
import { importedChoices } from '../../../lib/own/choices.ts';
import type { Own } from '../../../lib/own/own.ts';
import { importPatch, type Patch } from '../../../lib/own/own-changes.ts';
import type { Preferences } from '../../../lib/own/preferences.ts';
import { readShareCode } from '../../../lib/own/share-code.ts';
import { loadAll } from '../../../lib/own/storage.ts';
import { counted, t } from '../../../lib/text.ts';
import type { Store } from '../store.ts';

/** Saves everything of the reader's as a file. */
export function exportOwn(guide: string, { own, preferences }: { own: Own; preferences: Preferences }): void {
  const text = backupOf(own, preferences, { guide, now: Date.now() });
  download(fileName(guide, 'backup', 'json'), 'application/json', text);
}

/** Adds the picks of a code. Resolves with what is wrong with it, in words. */
export async function importCode(text: string, guide: string, own: Own, store: Store): Promise<string | undefined> {
  return refusedOr(() => {
    const at = Date.now();
    const picks = readShareCode(text, guide).ids.map((id) => ({ id, guide, at }));
    return add(
      importPatch(own, { picks: picks.filter(({ id }) => !own.picks.has(id)), watched: [], notes: [] }),
      store,
    );
  });
}

/** Adds what a file holds to what is here. Resolves with what is wrong with it, in words. */
export async function importFile(file: File, guide: string, own: Own, store: Store): Promise<string | undefined> {
  return refusedOr(async () => {
    // Before it is read: a file of any size can be chosen.
    if (tooLarge(file.size)) throw new BadBackupError('too-large');
    const { preferences = {}, ...records } = readBackup(await file.text(), guide);
    return add({ ...importPatch(own, records), ...importedChoices(await loadAll(), preferences) }, store);
  });
}

async function add(patch: Patch, store: Store): Promise<string | undefined> {
  const count = Object.keys(patch).length;
  if (count === 0) {
    store.say(t('done.nothingNew'));
    return undefined;
  }
  const stored = await store.apply(patch, counted('done.imported', count));
  return stored ? undefined : t('notice.unsaved');
}

async function refusedOr(run: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await run();
  } catch (error) {
    return reasonText(error);
  }
}

/**
 * Exports and imports the reader's data. An invalid file or code is refused before anything is stored. Imports resolve with
 * an error message.
 */
import { download, fileName } from '../files/export.ts';
import { counted, language, t } from '../text.ts';
import { BadBackupError, readBackup, splitOwn, tooLarge, writeBackup } from './backup.ts';
import type { Changes } from './changes.ts';
import type { LiveCopy } from './live.ts';
import { NOTE_MAX, readOwn } from './own.ts';
import { countLeftOut, importPatch, type Patch, type Values } from './patches.ts';
import { refusal } from './refusal.ts';
import { importChoicesPatch, importSwitchesPatch, readChoices, switchesOff } from './settings.ts';
import { readShareCode } from './share-code.ts';

/** What an import reads and changes, and the guide that it is for. */
export interface Target {
  live: LiveCopy;
  changes: Changes;
  guide: string;
}

/**
 * Saves all of the reader's data as a file, or as several if one can't hold all records. Rejects if the storage can't be
 * read, to not save an empty backup.
 */
export async function exportBackup(live: LiveCopy, guide: string, now: number, save = download): Promise<void> {
  if (!live.isLoaded()) await live.load();
  const values = live.values();
  const off = switchesOff(values).sort();
  for (const [index, own] of splitOwn(readOwn(values)).entries()) {
    const text = writeBackup(own, readChoices(values), { guide, now, off });
    save(fileName(guide, index === 0 ? 'backup' : `backup-${index + 1}`, 'json'), 'application/json', text);
  }
}

/** Imports a backup. */
export async function importBackup(file: File, target: Target): Promise<string | undefined> {
  return refusal(async () => {
    // Before it is read, because the reader can choose a file of any size.
    if (tooLarge(file.size)) throw new BadBackupError('too-large');
    const { choices, off, ...records } = readBackup(await file.text(), target.guide);
    return add(target, (stored) => {
      const own = readOwn(stored);
      const patch = importPatch(own, records);
      const leftOut = countLeftOut(own, patch, records.notes);
      return {
        patch: { ...patch, ...importChoicesPatch(stored, choices), ...(off && importSwitchesPatch(stored, off)) },
        more: leftOut > 0 ? counted('done.notesLeftOut', leftOut, { max: NOTE_MAX.toLocaleString(language()) }) : '',
      };
    });
  });
}

/**
 * Adds the picks of a share code. Anyone can write a code, so only sessions of the guide are added, and the message says how
 * many were left out.
 */
export async function importCode(
  text: string,
  now: number,
  target: Target & { sessions: readonly { id: string; title: string }[] },
): Promise<string | undefined> {
  return refusal(async () => {
    const { guide, sessions } = target;
    const { ids } = readShareCode(text, guide);
    const inGuide = sessions.filter(({ id }) => ids.includes(id));
    const leftOut = ids.length - inGuide.length;
    const more = leftOut > 0 ? counted('done.notInGuide', leftOut) : '';
    return add(target, (stored) => {
      const own = readOwn(stored);
      const picks = inGuide
        .filter(({ id }) => !own.picks.has(id))
        .map(({ id, title }) => ({ id, guide, at: now, title }));
      return { patch: importPatch(own, { picks, watched: [], notes: [] }), more };
    });
  });
}

/** What an import stores, and a further message. */
interface Addition {
  patch: Patch;
  more: string;
}

/** Quarantines invalid values first, so that nothing overwrites them. */
async function add({ live, changes }: Target, additionTo: (stored: Values) => Addition): Promise<string | undefined> {
  if (!live.isLoaded()) await live.load();
  await changes.setBrokenAside();
  const stored = live.values();
  const { patch, more } = additionTo(stored);
  const count = Object.keys(patch).length;
  if (count === 0) {
    changes.say(more || t('done.nothingNew'));
    return undefined;
  }
  const isStored = await changes.apply(patch, [counted('done.imported', count), more].join(' ').trim(), stored);
  return isStored ? undefined : t('notice.unsaved');
}

/** Invented records of a reader and a backup of them. */
import { BadBackupError, readBackup, writeBackup } from '../../../lib/own/backup.ts';
import { type Own, readOwn } from '../../../lib/own/own.ts';
import type { Choices } from '../../../lib/own/settings.ts';

export const GUIDE = 'netcon-2030';
export const AT = Date.parse('2030-11-10T14:10Z');
export const MADE = { guide: GUIDE, now: AT, off: ['cards@example.sched.com', 'host:tide.example:8080', 'strip'] };
export const CHOICES: Choices = {
  zone: 'Europe/Lisbon',
  hours: 24,
  theme: 'dark',
  accent: 'sky',
  alarm: 15,
  sync: false,
  share: 'shown',
  shareSummary: true,
  shareMine: false,
  plan: { minutes: 90, goal: 'scale', at: AT },
};

/** The reader's records, read as from storage. */
export function ownWith(records: { picks?: object[]; watched?: object[]; notes?: object[] }): Own {
  const entries = Object.entries({ pick: records.picks, watched: records.watched, note: records.notes }).flatMap(
    ([kind, list = []]) => list.map((record) => [`${kind}:${(record as { id: string }).id}`, record]),
  );
  return readOwn(Object.fromEntries(entries));
}

export const OWN = ownWith({
  picks: [
    { id: '28D1Y', guide: GUIDE, at: AT, title: 'Nets and meshes' },
    { id: '9zZ1', guide: 'netcon-2029', at: 0 },
  ],
  watched: [{ id: '28D1Y', guide: GUIDE, at: AT + 1 }],
  notes: [{ id: '28D1Y', guide: GUIDE, at: AT + 2, text: '<b>Ask</b> Bo "Sample"\n\u2028\u0000\uD83D 🐝' }],
});
export const TEXT = writeBackup(OWN, CHOICES, MADE);

/** The reason and detail of a refusal, or undefined if the text is accepted. */
export function refused(text: string, guide = GUIDE): string | undefined {
  try {
    readBackup(text, guide);
    return undefined;
  } catch (error) {
    if (!(error instanceof BadBackupError)) throw error;
    return `${error.reason} ${error.detail}`.trim();
  }
}

/** The backup with one thing changed. */
export function changed(change: (json: Record<string, never>) => void): string {
  const json = JSON.parse(TEXT);
  change(json);
  return JSON.stringify(json);
}

export const recordAt = (at: unknown) => ({ id: '28D1Y', guide: GUIDE, at });

/**
 * A file with all of the reader's data, as JSON. Anyone may have written it, so every key is checked, and a file with any
 * error is refused. Instants are milliseconds since the epoch.
 */
import * as z from 'zod/mini';
import { TITLE_MAX } from '../seen/seen.ts';
import { NOTE_MAX, type Note, type Own, type OwnRecord } from './own.ts';
import { ACCENTS, ALARMS, type Choices, HOURS, SHARED, THEMES } from './settings.ts';
import { findForbidden, formatPath } from './untrusted-json.ts';

const FORMAT = 'csg-backup';
const VERSION = 1;
/** The most records in a list: more than twice the sessions of the largest programme. */
export const RECORDS_MAX = 2_000;
/** The most bytes that JSON needs for a UTF-16 code unit: an escape such as `\ud83d`. */
const UNIT_BYTES = 6;
/** More than a record has without its title and text, and than a list of three such and a switch have on average. */
const RECORD_BYTES = 300;
/** More than all lists at their ends can have, so that every file that `writeBackup` makes can be read: 137 MB. */
export const MAX_BYTES = RECORDS_MAX * (UNIT_BYTES * (NOTE_MAX + 3 * TITLE_MAX) + 4 * RECORD_BYTES);
/** The latest valid time: the first of January 2100. */
const FAR = Date.UTC(2100, 0);
/** A part's name and the longest host name (RFC 1035, 2.3.4). */
const SWITCH_MAX = 300;
const instant = z.int().check(z.gte(0), z.lte(FAR));
const slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u), z.maxLength(100));

const RecordSchema = z.strictObject({
  id: z.string().check(z.regex(/^[0-9A-Za-z]{4,6}$/u)),
  guide: slug,
  at: instant,
  title: z.optional(z.string().check(z.maxLength(TITLE_MAX))),
});

const NoteSchema = z.extend(RecordSchema, { text: z.string().check(z.maxLength(NOTE_MAX)) });

function isIso(text: string): boolean {
  const at = Date.parse(text);
  return Number.isFinite(at) && new Date(at).toISOString() === text;
}

function recordList<T extends typeof RecordSchema | typeof NoteSchema>(record: T) {
  return z.array(record).check(
    z.maxLength(RECORDS_MAX),
    z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
  );
}

const PlanSchema = z.strictObject({
  minutes: z.number().check(z.gte(1), z.lte(10_000)),
  goal: z.optional(z.string().check(z.maxLength(100))),
  at: instant,
});

/** The choices of settings.ts. */
const ChoicesSchema = z.strictObject({
  zone: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(60))),
  hours: z.exactOptional(z.literal(HOURS)),
  theme: z.exactOptional(z.enum(THEMES)),
  accent: z.exactOptional(z.enum(ACCENTS)),
  alarm: z.exactOptional(z.literal(ALARMS)),
  sync: z.exactOptional(z.boolean()),
  share: z.exactOptional(z.enum(SHARED)),
  shareSummary: z.exactOptional(z.boolean()),
  shareMine: z.exactOptional(z.boolean()),
  plan: z.exactOptional(PlanSchema),
});

/** A part, a part on one host, or a host: see `switchKey` in settings.ts. */
const SWITCH = /^(?:host:[a-z0-9.:-]+|[a-z]+(?:@[a-z0-9.:-]+)?)$/u;

const BackupSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  guide: slug,
  made: z.string().check(z.refine(isIso)),
  picks: recordList(RecordSchema),
  watched: recordList(RecordSchema),
  notes: recordList(NoteSchema),
  preferences: z.exactOptional(ChoicesSchema),
  /** The switches of Sched's pages that are off. */
  off: z.exactOptional(
    z.array(z.string().check(z.regex(SWITCH), z.maxLength(SWITCH_MAX))).check(z.maxLength(RECORDS_MAX)),
  ),
});

export type BadBackup = 'too-large' | 'not-json' | 'not-a-backup' | 'newer' | 'other-guide' | 'broken';

/** Thrown for a file that is refused. */
export class BadBackupError extends Error {
  override name = 'BadBackupError';
  readonly reason: BadBackup;
  /** The path of the first error, such as `notes[3].text`, or the id of the other guide that the file is for. */
  readonly detail: string;

  constructor(reason: BadBackup, detail = '') {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** Whether a file is too large to read. `size` is in bytes. */
export function tooLarge(size: number): boolean {
  return size > MAX_BYTES;
}

/** The records in as few parts as possible that each fit into a backup: at least one, which may be empty. */
export function splitOwn({ picks, watched, notes, broken }: Own): Own[] {
  const count = Math.ceil(Math.max(1, picks.size, watched.size, notes.size) / RECORDS_MAX);
  return Array.from({ length: count }, (_, nth) => {
    const part = <T>(records: ReadonlyMap<string, T>) =>
      new Map([...records].slice(nth * RECORDS_MAX, (nth + 1) * RECORDS_MAX));
    return { picks: part(picks), watched: part(watched), notes: part(notes), broken };
  });
}

/**
 * The text of a backup, for `readBackup`. Times of a clock that is wrong by decades are clamped, and texts are cut to fit.
 * Invalid records and plans are left out.
 * @param own a part from `splitOwn`
 * @param off the names of the switches that are off
 */
export function writeBackup(
  own: Own,
  choices: Choices,
  { guide, now, off }: { guide: string; now: number; off: readonly string[] },
): string {
  const { zone, hours, theme, accent, alarm, sync, share, shareSummary, shareMine, plan } = choices;
  const simple = { zone, hours, theme, accent, alarm, sync, share, shareSummary, shareMine };
  const kept = plan && { minutes: plan.minutes, goal: plan.goal, at: bounded(plan.at) };
  const backup = {
    format: FORMAT,
    version: VERSION,
    guide,
    made: new Date(bounded(now)).toISOString(),
    picks: backupRecords(own.picks, RecordSchema, copyRecord),
    watched: backupRecords(own.watched, RecordSchema, copyRecord),
    notes: backupRecords(own.notes, NoteSchema, (note) => ({
      ...copyRecord(note),
      text: note.text.slice(0, NOTE_MAX),
    })),
    preferences: { ...simple, ...(PlanSchema.safeParse(kept).success && { plan: kept }) },
    off: off.filter((name) => SWITCH.test(name) && name.length <= SWITCH_MAX).slice(0, RECORDS_MAX),
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

function backupRecords<T extends OwnRecord>(
  records: ReadonlyMap<string, T>,
  schema: typeof RecordSchema | typeof NoteSchema,
  copy: (record: T) => OwnRecord,
): OwnRecord[] {
  return [...records.values()]
    .map(copy)
    .filter((record) => schema.safeParse(record).success)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function copyRecord({ id, guide, at, title }: OwnRecord): OwnRecord {
  return { id, guide, at: bounded(at), title: title?.slice(0, TITLE_MAX) };
}

function bounded(at: number): number {
  return Math.min(Math.max(Math.round(at), 0), FAR);
}

export interface Backup {
  picks: OwnRecord[];
  watched: OwnRecord[];
  notes: Note[];
  /** The choices in the file. */
  choices: Partial<Choices>;
  /** The names of the switches that are off; missing in older files. */
  off?: string[] | undefined;
}

/**
 * The contents of a backup, all or nothing. The file is for one guide, but its records may be of others too.
 * @throws {BadBackupError} with the reason, and the path of the first error
 */
export function readBackup(text: string, guideId: string): Backup {
  if (tooLarge(text.length)) throw new BadBackupError('too-large');
  const json = parseJson(text.replace(/^\uFEFF/u, ''));
  if (typeof json !== 'object' || json === null || !('format' in json) || json.format !== FORMAT) {
    throw new BadBackupError('not-a-backup');
  }
  if ('version' in json && Number.isInteger(json.version) && Number(json.version) > VERSION) {
    throw new BadBackupError('newer');
  }
  const forbidden = findForbidden(json, RECORDS_MAX);
  if (forbidden) throw new BadBackupError('broken', formatPath(forbidden));
  const result = BackupSchema.safeParse(json);
  if (!result.success) throw new BadBackupError('broken', formatPath(result.error.issues[0]?.path ?? []));
  const { guide, picks, watched, notes, preferences, off } = result.data;
  if (guide !== guideId) throw new BadBackupError('other-guide', guide);
  return { picks, watched, notes, choices: preferences ?? {}, off };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError, or a RangeError for JSON that is nested too deep.
    throw new BadBackupError('not-json');
  }
}

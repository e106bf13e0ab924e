/**
 * A file with everything that is the reader's own, as JSON. What is read from one was written by anybody, so that it is
 * checked to the last key and refused whole. Instants are milliseconds since the epoch.
 */
import * as z from 'zod/mini';
import { TITLE_MAX } from '../seen/seen.ts';
import { NOTE_MAX, type Note, type Own, type OwnRecord } from './own.ts';
import { ACCENTS, ALARMS, type Choices, HOURS, SHARED, THEMES } from './settings.ts';

const FORMAT = 'csg-backup';
const VERSION = 1;
/** Notes as long as they may be on 400 sessions. */
export const MAX_BYTES = 5_000_000;
/** More than twice the sessions of the largest programme, in each list. */
export const RECORDS_MAX = 2_000;
/** The first of the year 2100: nobody picked anything later. */
const FAR = Date.UTC(2100, 0);
/** A part's name and the longest name of a host (RFC 1035, 2.3.4). */
const SWITCH_MAX = 300;
/** As many as a reader of the message would go through. */
const PROBLEMS_MAX = 20;
/** Longer than any of ours. */
const PATH_MAX = 100;
/** A backup is nested four deep. */
const DEPTH_MAX = 8;
/** Names that reach an object's prototype where a key is assigned without care. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** What is wrong, by zod's name for it: its own words for everything are larger than all that is checked here. */
const REASONS: Record<string, string> = {
  invalid_type: 'is missing, or of another kind than it should be',
  invalid_value: 'is none of the values that it may have',
  invalid_format: 'is not written as it should be',
  too_big: 'is too large or too long',
  too_small: 'is too small or too short',
  unrecognized_keys: 'has a key that no version of ours has written',
};

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
    z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'names a session twice'),
  );
}

const PlanSchema = z.strictObject({
  minutes: z.number().check(z.gte(1), z.lte(10_000)),
  goal: z.optional(z.string().check(z.maxLength(100))),
  at: instant,
});

/** The choices of settings.ts, and nothing beside them. */
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

/** A part, or a part on one host, or a host: see `switchKey` of settings.ts. */
const SWITCH = /^(?:host:[a-z0-9.:-]+|[a-z]+(?:@[a-z0-9.:-]+)?)$/u;

const BackupSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  guide: slug,
  made: z.string().check(z.refine(isIso, 'is not a time as in 2030-11-10T14:10:00.000Z')),
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

/** Where a backup is broken, such as `notes[3].text`, and why. */
export interface BackupProblem {
  path: string;
  reason: string;
}

/** A file from which nothing may be taken. */
export class BadBackupError extends Error {
  override name = 'BadBackupError';
  readonly reason: BadBackup;
  /** Of a broken one, the first twenty. */
  readonly problems: readonly BackupProblem[];
  /** The id of the guide that the file is for, where it is for another one. */
  readonly guide: string | undefined;

  constructor(reason: BadBackup, problems: readonly BackupProblem[] = [], guide?: string) {
    const lines = problems.map(({ path, reason }) => `\n  ${path}: ${reason}`);
    super(`the backup is refused: ${reason}${lines.join('')}`);
    this.reason = reason;
    this.problems = problems;
    this.guide = guide;
  }
}

/** Whether a file is too large to be read at all. `size` is in bytes. */
export function tooLarge(size: number): boolean {
  return size > MAX_BYTES;
}

/**
 * The text of a backup, which `readBackup` takes. Instants of a clock that is wrong by decades are moved to where a
 * backup has its ends, and texts are cut to what fits. It leaves out records and plans that no version of the
 * extension writes, and the oldest records where there are too many.
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
    picks: backupRecords(own.picks),
    watched: backupRecords(own.watched),
    notes: backupRecords(own.notes),
    preferences: { ...simple, ...(PlanSchema.safeParse(kept).success && { plan: kept }) },
    off: off.filter((name) => SWITCH.test(name) && name.length <= SWITCH_MAX).slice(0, RECORDS_MAX),
  };
  return `${JSON.stringify(backup, null, 2)}\n`;
}

function backupRecords(records: ReadonlyMap<string, OwnRecord | Note>): object[] {
  return [...records.values()]
    .map(({ id, guide, at, title, ...rest }) => ({
      id,
      guide,
      at: bounded(at),
      title: title?.slice(0, TITLE_MAX),
      ...('text' in rest && typeof rest.text === 'string' && { text: rest.text.slice(0, NOTE_MAX) }),
    }))
    .filter((record) => ('text' in record ? NoteSchema : RecordSchema).safeParse(record).success)
    .sort((a, b) => b.at - a.at)
    .slice(0, RECORDS_MAX)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function bounded(at: number): number {
  return Math.min(Math.max(Math.round(at), 0), FAR);
}

export interface Backup {
  picks: OwnRecord[];
  watched: OwnRecord[];
  notes: Note[];
  /** What the reader chose; a choice that the file doesn't hold is missing. */
  choices: Partial<Choices>;
  /** The names of the switches that are off; missing in a file of before they were kept. */
  off?: string[] | undefined;
}

/**
 * What a backup holds, whole or not at all. Records may be of any guide, as the reader's own may be; the file is of one.
 * @throws {BadBackupError} with the reason, and with where it is broken
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
  const forbidden = forbiddenIn(json);
  if (forbidden.length > 0) throw new BadBackupError('broken', forbidden);
  const result = BackupSchema.safeParse(json);
  if (!result.success) {
    const problems = result.error.issues.slice(0, PROBLEMS_MAX);
    throw new BadBackupError(
      'broken',
      problems.map(({ path, code, message }) => ({ path: pathText(path), reason: REASONS[code] ?? message })),
    );
  }
  const { guide, picks, watched, notes, preferences, off } = result.data;
  if (guide !== guideId) throw new BadBackupError('other-guide', [], guide);
  return { picks, watched, notes, choices: preferences ?? {}, off };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError, or a RangeError where it is nested too deep.
    throw new BadBackupError('not-json');
  }
}

/** Where forbidden keys stand (zod takes care of them, but a reader should hear of them), and where it is too deep to look. */
function forbiddenIn(json: object): BackupProblem[] {
  const found: BackupProblem[] = [];
  const waiting: { path: PropertyKey[]; value: object }[] = [{ path: [], value: json }];
  for (const { path, value } of waiting) {
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = [...path, Array.isArray(value) ? Number(key) : key];
      const tooDeep = innerPath.length > DEPTH_MAX;
      const forbidden = FORBIDDEN.includes(key);
      if (tooDeep || forbidden) {
        found.push({ path: pathText(innerPath), reason: forbidden ? 'is a forbidden key' : 'is nested too deep' });
      }
      if (found.length === PROBLEMS_MAX) return found;
      if (typeof inner === 'object' && inner !== null && !tooDeep) waiting.push({ path: innerPath, value: inner });
    }
  }
  return found;
}

function pathText(path: readonly PropertyKey[]): string {
  const joined = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return joined.replace(/^\./u, '').slice(0, PATH_MAX) || '(file)';
}

/**
 * A copy of what was stored last, in `localStorage`, for the first paint of the extension's pages: the browser's storage
 * answers too late for that (waiting for it makes a popup half as slow again). The storage's answer replaces it.
 */
import { report } from '../report/report.ts';
import { DEFAULTS } from './defaults.ts';
import type { Own } from './own.ts';
import type { Choices, Settings } from './settings.ts';

const KEY = 'csg:first';

interface FirstCopy {
  /** The query of the view that was shown last. */
  view: string;
  /** When it was shown, in milliseconds since the epoch. */
  at: number;
  /** How far a surface was scrolled then, in CSS pixels. */
  scrolled: Partial<Record<string, number>>;
  /** The picks and what was watched, without notes. */
  own: Own;
  settings: Settings;
}

interface Stored {
  view: string;
  at: number;
  scrolled: Partial<Record<string, number>>;
  look: Choices;
  picked: string[];
  watched: string[];
}

/** What is kept; nothing where it can't be read, or is another version's. */
export function readFirstCopy(): FirstCopy {
  try {
    return parse((JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Stored> | null) ?? {});
  } catch (error) {
    report(error, 'first paint');
    return parse({});
  }
}

/** Keeps what the next page paints first. A browser that refuses costs only that paint. */
export function keepFirstCopy({ view, at, scrolled, own, settings }: FirstCopy): void {
  const { on, hostsOff, partsOff, othersOff, ...look } = settings;
  const [picked, watched] = [[...own.picks.keys()], [...own.watched.keys()]];
  const stored: Stored = { view, at, scrolled, look, picked, watched };
  try {
    localStorage.setItem(KEY, JSON.stringify(stored));
  } catch (error) {
    report(error, 'first paint');
  }
}

function parse({ view = '', at, scrolled, look, picked, watched }: Partial<Stored>): FirstCopy {
  return {
    view: String(view),
    at: Number(at ?? 0),
    scrolled: { ...scrolled },
    own: { picks: records(picked), watched: records(watched), notes: new Map(), broken: [] },
    settings: { ...DEFAULTS, ...look },
  };
}

/** A star is painted without its time and guide. */
function records(ids: readonly string[] = []) {
  return new Map(ids.map((id) => [id, { id, guide: '', at: 0 }]));
}

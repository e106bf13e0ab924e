/**
 * A copy of the stored data in `localStorage`, for the first paint of the extension's pages: the extension's storage
 * answers too late (waiting for it would take a popup half as long again). Its answer then replaces the copy.
 */
import { safely } from '../report/report.ts';
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
  /** The picks and seen marks, without notes. */
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

/** Reads the copy. Empty if it can't be read. */
export function readFirstCopy(): FirstCopy {
  const read = () => parse((JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Stored> | null) ?? {});
  return safely('first paint', read) ?? parse({});
}

/** Keeps what the next page paints first. If the browser refuses, only that paint lacks it. */
export function keepFirstCopy({ view, at, scrolled, own, settings }: FirstCopy): void {
  const { on, hostsOff, partsOff, othersOff, ...look } = settings;
  const [picked, watched] = [[...own.picks.keys()], [...own.watched.keys()]];
  const stored: Stored = { view, at, scrolled, look, picked, watched };
  safely('first paint', () => localStorage.setItem(KEY, JSON.stringify(stored)));
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

/** The copy has ids only: the first paint needs neither time nor guide. */
function records(ids: readonly string[] = []) {
  return new Map(ids.map((id) => [id, { id, guide: '', at: 0 }]));
}

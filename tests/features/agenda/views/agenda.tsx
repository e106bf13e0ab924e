/** An agenda without a browser. It keeps its state, draws what its actions change, and records what it asks for. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { type AgendaGuide, agendaGuide } from '../../../../data/agenda.ts';
import { type Guide, guide } from '../../../../data/index.ts';
import type { Actions, SurfaceState } from '../../../../features/agenda/list/surface.ts';
import { EVERYTHING, type View } from '../../../../features/agenda/list/view.ts';
import { searchIn } from '../../../../features/agenda/search.ts';
import { Agenda, type LaterTab } from '../../../../features/agenda/views/Agenda.tsx';
import { buildDetail } from '../../../../lib/guide/detail.ts';
import { type Own, readOwn } from '../../../../lib/own/own.ts';
import { notePatch, pickPatch, watchedPatch } from '../../../../lib/own/patches.ts';
import { DEFAULTS } from '../../../../lib/own/settings.ts';
import type { PageSays } from '../../../../lib/seen/page-says.ts';
import { draw } from '../../../components/draw.ts';

export const BEFORE = Date.parse('2025-11-01T12:00Z');
export const DURING = Date.parse('2025-11-11T12:00Z');
export const AFTER = Date.parse('2026-11-24T12:00Z');
/** The sessions of the shipped guide, in its order. */
export const IDS = agendaGuide.sessions.map(({ id }) => id);

/** The reader's data, with a pick, seen mark or note for each of these. */
export function ownWith(ids: { picked?: string[]; watched?: string[]; notes?: Record<string, string> }): Own {
  const named = (id: string) => ({ id, title: agendaGuide.sessions.find((one) => one.id === id)?.title ?? id });
  const patches = [
    ...(ids.picked ?? []).map((id) => pickPatch(named(id), 'g', 1, true)),
    ...(ids.watched ?? []).map((id) => watchedPatch(named(id), 'g', 1, true)),
    ...Object.entries(ids.notes ?? {}).map(([id, text]) => notePatch(named(id), 'g', text, 1)),
  ];
  return readOwn(Object.assign({}, ...patches));
}

/** Facts that a page has about a session. All its changes are urgent. */
export function makeSaying({
  changes = [],
  ...says
}: Partial<Omit<PageSays, 'changes'>> & { changes?: string[] }): PageSays {
  return { saved: false, ...says, changes: changes.map((text) => ({ text, urgent: true })) };
}

/** A view by day, unless another order is given. */
export const viewWith = (view: Partial<View>): View => ({ ...EVERYTHING, order: 'day', ...view });

interface Options {
  guide?: AgendaGuide;
  /** The whole guide, for the search and opened rows. */
  full?: Guide;
  /** The device's zone. */
  mine?: string;
  tab?: (name: string) => LaterTab;
  detail?: Actions['detail'];
}

export interface Drawn {
  root: HTMLElement;
  /** What the agenda asked its surface for, such as `pick 28D1Y`. */
  told: string[];
  state: () => SurfaceState;
  /** Shows another state, as the storage, the clock and other windows do. */
  update: (change: Partial<SurfaceState>) => Promise<void>;
}

/** The last drawing. It is unmounted first, or it would keep listening. */
let before: Element | undefined;

/** Draws the agenda in an empty document, and waits for the parts that load later. */
export async function drawAgenda(change: Partial<SurfaceState> = {}, options: Options = {}): Promise<Drawn> {
  const { guide: short = agendaGuide, full = guide, mine = 'Europe/Berlin', tab, detail } = options;
  let state: SurfaceState = {
    surface: 'popup',
    now: AFTER,
    view: viewWith({}),
    scrolled: 0,
    own: ownWith({}),
    pages: new Map(),
    settings: DEFAULTS,
    ...change,
  };
  if (before) render(null, before);
  const root = document.createElement('main');
  before = root;
  document.body.replaceChildren(root);
  const told: string[] = [];
  const tell = (...words: unknown[]) => void told.push(words.map(joinWords).join(' '));
  const update = async (more: Partial<SurfaceState>) => {
    state = { ...state, ...more };
    await draw(agenda(), root);
    await settled();
  };
  const search = searchIn(full);
  const acts: Actions = {
    show: (view) => void update({ view }),
    pick: (id) => tell('pick', id),
    watched: (id) => tell('watched', id),
    note: (id, text) => tell('note', id, text),
    forget: (id) => tell('forget', id),
    prefer: (name, value) => {
      tell('prefer', name, value);
      void update({ settings: { ...state.settings, [name]: value } });
    },
    turn: (which, on) => tell('turn', which, on),
    dismiss: () => void update({ notice: undefined }),
    showDone: (done) => void update({ done }),
    detail: async (id) => {
      tell('detail', id);
      return detail ? detail(id) : buildDetail(full, id);
    },
    searching: () => {
      tell('searching');
      void update({ search });
    },
    open: (what) => tell('open', what),
  };
  const other = async (name: string) => tab?.(name) ?? (() => <p>{name}</p>);
  const agenda = () => <Agenda guide={short} state={state} act={acts} mine={mine} tab={other} />;
  await update(state.view.query ? { search } : {});
  return { root, told, state: () => state, update };
}

function joinWords(word: unknown): string {
  return typeof word === 'object' ? JSON.stringify(word) : String(word);
}

/** Waits until everything has loaded and is drawn. */
export async function settled(): Promise<void> {
  await act(async () => {
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

/** Runs an action of the reader, and waits for its effects. */
export async function doing(does: () => void): Promise<void> {
  await act(async () => does());
  await settled();
}

/** Replaces the text of a field, and waits for the effects. */
export async function type(field: Element, text: string): Promise<void> {
  await doing(() => enter(field, text));
}

/** Sets the text of a field, and sends an input event. */
export function enter(field: Element, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export const row = (root: Element, id: string) => root.querySelector(`[data-session="${id}"]`) as HTMLElement;

/** The sessions that are listed, in order. */
export function rowsIn(root: Element): string[] {
  return [...root.querySelectorAll<HTMLElement>('.list [data-session]')].map(({ dataset }) => dataset.session ?? '');
}

/** Opens a row, and returns its contents. */
export async function openRow(root: Element, id: string): Promise<HTMLElement> {
  await doing(() => row(root, id).querySelector<HTMLElement>('h3 button')?.click());
  return row(root, id).querySelector('.opened') as HTMLElement;
}

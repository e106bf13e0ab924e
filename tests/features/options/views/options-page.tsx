/** Draws the options page for a test, and records the actions that it asks for. */

import { guide } from '../../../../data/index.ts';
import { Options } from '../../../../features/options/views/Options.tsx';
import type { OptionsActions, OptionsState } from '../../../../features/options/views/OptionsState.ts';
import { KINDS } from '../../../../features/options/views/OptionsState.ts';
import { readOwn } from '../../../../lib/own/own.ts';
import { readSettings } from '../../../../lib/own/settings.ts';
import { draw } from '../../../components/draw.ts';

export const KEYS = { _execute_action: 'Alt+Shift+A', 'next-session': 'Alt+Shift+N', 'previous-session': '' };
export const MINE = 'Europe/Berlin';

/** Three picks, one of them seen, one note, and a stored entry of every kind. */
export const STATE: OptionsState = {
  own: readOwn({
    'pick:28D1Y': { id: '28D1Y', guide: 'g', at: 1 },
    'pick:27FbS': { id: '27FbS', guide: 'g', at: 1 },
    'pick:27FXg': { id: '27FXg', guide: 'g', at: 1 },
    'watched:28D1Y': { id: '28D1Y', guide: 'g', at: 1 },
    'note:28D1Y': { id: '28D1Y', guide: 'g', at: 1, text: 'Ask' },
  }),
  settings: readSettings({}),
  stored: KINDS.map((kind, index) => ({ kind, count: index + 1, bytes: 10 ** (index % 5) })),
};

/** A requested action: its name and arguments. */
export type Asked = [name: string, ...with_: unknown[]];

export async function drawOptions(
  change: Partial<OptionsState> = {},
  {
    into,
    asked = [],
    importing,
    diagnose,
    syncs = true,
    keys = KEYS,
  }: { into?: Element; asked?: Asked[]; syncs?: boolean; keys?: Record<string, string> | null } & {
    importing?: OptionsActions['importFile'];
  } & Partial<OptionsActions> = {},
): Promise<HTMLElement> {
  const record =
    (name: string) =>
    (...given: unknown[]) =>
      void asked.push([name, ...given.filter((one) => !(one instanceof Event))]);
  const names = 'prefer turn exportFile resetChoices resetAll shortcuts openAgenda dismiss said'.split(' ');
  const act = {
    ...Object.fromEntries(names.map((name) => [name, record(name)])),
    ...(diagnose && { diagnose }),
    importFile: importing ?? (async (file: File) => record('importFile')(file)),
  } as unknown as OptionsActions;
  const installed = { version: '1.2.3', build: 'Firefox', keys: keys ?? undefined, syncs };
  return draw(
    <Options guide={guide} state={{ ...STATE, ...change }} act={act} mine={MINE} installed={installed} />,
    into,
  );
}

/** Draws the tab to share and export, and records its callbacks. */
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach } from 'vitest';
import { type Contents, Share } from '../../../../features/agenda/share/Share.tsx';
import { DEFAULTS, type Settings } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, draw, press, readText } from '../../../components/draw.ts';

interface State {
  counts?: { all: number; shown: number; picked: number };
  mine?: { all: number; shown: number; picked: number };
  choices?: Partial<Settings>;
  code?: string;
  popup?: boolean;
}

export const CODE = 'csg1.netcon-2030.28D1Y.0000000';

/** The recorded callbacks, such as `calendar all`. */
export const calls: string[] = [];
/** The choices that were made, such as `alarm 15`. */
export const chosen: string[] = [];
/** The outcome of the next calls. */
export const outcome: { clipboard?: string | undefined; wrong?: string | undefined; thrown?: Error | undefined } = {};

beforeEach(() => {
  calls.length = 0;
  chosen.length = 0;
  Object.assign(outcome, { clipboard: undefined, wrong: undefined, thrown: undefined });
});

function record(what: string): void {
  calls.push(what);
  if (outcome.thrown) throw outcome.thrown;
}

/** How the contents differ from the defaults. */
function contentsText({ shareSummary, shareMine }: Contents): string {
  return (shareSummary ? ' with summaries' : '') + (shareMine ? '' : ' without notes');
}

/** Draws the tab; drawing into the same element keeps the choices that were made there. */
export function drawTab(state: State = {}, into?: Element): Promise<HTMLElement> {
  return draw(<Tab {...state} />, into);
}

function Tab(state: State) {
  const [choices, setChoices] = useState<Settings>({ ...DEFAULTS, ...state.choices });
  const { counts = { all: 15, shown: 7, picked: 3 }, mine = counts, code = CODE, popup = false } = state;
  return (
    <Share
      counts={counts}
      mine={mine}
      choices={choices}
      onChoice={(name, value) => {
        chosen.push(`${name} ${value}`);
        setChoices({ ...choices, [name]: value });
      }}
      onCalendar={(which, contents) => record(`calendar ${which}${contentsText(contents)}`)}
      onCopy={async (which, as, contents) => {
        record(`copy ${which} ${as}${contentsText(contents)}`);
        return { text: outcome.clipboard ?? '', copied: outcome.clipboard === undefined };
      }}
      code={code}
      onCopyCode={async () => {
        record('copy code');
        return { text: outcome.clipboard ?? '', copied: outcome.clipboard === undefined };
      }}
      onCode={async (text) => {
        record(`code ${text}`);
        return outcome.wrong;
      }}
      onExport={() => record('export')}
      {...(!popup && {
        onImport: async (file: File) => {
          record(`import ${file.name}`);
          return outcome.wrong;
        },
      })}
      onOpenPage={() => record('page')}
    />
  );
}

export const radios = (root: Element) => [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
export const statuses = (root: Element) => [...root.querySelectorAll('[role=status]')].map(readText).filter(Boolean);
export const alerts = (root: Element) => allByRole(root, 'alert').map(readText);

/** Presses the button with a name, and waits for its outcome. */
export async function pressButton(root: Element, name: string): Promise<void> {
  await press(byRole(root, 'button', name));
  await act(() => Promise.resolve());
}

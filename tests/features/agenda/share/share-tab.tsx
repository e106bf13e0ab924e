/** The tab to share and export, drawn with what it calls back. */
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

/** What was called back, such as `calendar all`. */
export const told: string[] = [];
/** The choices that were made, such as `alarm 15`. */
export const chosen: string[] = [];
/** What the next calls come to. */
export const come: { clipboard?: string | undefined; wrong?: string | undefined; thrown?: Error | undefined } = {};

beforeEach(() => {
  told.length = 0;
  chosen.length = 0;
  Object.assign(come, { clipboard: undefined, wrong: undefined, thrown: undefined });
});

function tell(what: string): void {
  told.push(what);
  if (come.thrown) throw come.thrown;
}

/** What differs from a takeaway with the reader's own. */
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
      onCalendar={(which, contents) => tell(`calendar ${which}${contentsText(contents)}`)}
      onCopy={async (which, as, contents) => {
        tell(`copy ${which} ${as}${contentsText(contents)}`);
        return { text: come.clipboard ?? '', copied: come.clipboard === undefined };
      }}
      code={code}
      onCopyCode={async () => {
        tell('copy code');
        return { text: come.clipboard ?? '', copied: come.clipboard === undefined };
      }}
      onCode={async (text) => {
        tell(`code ${text}`);
        return come.wrong;
      }}
      onExport={() => tell('export')}
      {...(!popup && {
        onImport: async (file: File) => {
          tell(`import ${file.name}`);
          return come.wrong;
        },
      })}
      onOpenPage={() => tell('page')}
    />
  );
}

export const radios = (root: Element) => [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
export const said = (root: Element) => [...root.querySelectorAll('[role=status]')].map(readText).filter(Boolean);
export const alerts = (root: Element) => allByRole(root, 'alert').map(readText);

/** Presses the button with a name, and waits for what it comes to. */
export async function pressed(root: Element, name: string): Promise<void> {
  await press(byRole(root, 'button', name));
  await act(() => Promise.resolve());
}

/** The tab to share and export, drawn with what it calls back. */
import { act } from 'preact/test-utils';
import { beforeEach } from 'vitest';
import { type Contents, Share } from '../../../../features/agenda/share/Share.tsx';
import type { Alarm } from '../../../../lib/own/settings.ts';
import { allByRole, byRole, draw, press, textOf } from '../../../components/draw.ts';

interface State {
  counts?: { all: number; shown: number; picked: number };
  mine?: { all: number; shown: number; picked: number };
  alarm?: Alarm;
  code?: string;
  popup?: boolean;
}

export const CODE = 'csg1.netcon-2030.28D1Y.0000000';

/** What was called back, such as `calendar all`. */
export const told: string[] = [];
/** What the next calls come to. */
export const come: { clipboard?: string | undefined; wrong?: string | undefined; thrown?: Error | undefined } = {};

beforeEach(() => {
  told.length = 0;
  Object.assign(come, { clipboard: undefined, wrong: undefined, thrown: undefined });
});

function tell(what: string): void {
  told.push(what);
  if (come.thrown) throw come.thrown;
}

/** What differs from a takeaway with the reader's own. */
function contentsText({ summary, mine }: Contents): string {
  return (summary ? ' with summaries' : '') + (mine ? '' : ' without notes');
}

export function drawTab(state: State = {}, into?: Element): Promise<HTMLElement> {
  const { counts = { all: 15, shown: 7, picked: 3 }, mine = counts, alarm = 0, code = CODE, popup = false } = state;
  return draw(
    <Share
      counts={counts}
      mine={mine}
      alarm={alarm}
      onAlarm={(minutes) => tell(`alarm ${minutes}`)}
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
    />,
    into,
  );
}

export const radios = (root: Element) => [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
export const said = (root: Element) => [...root.querySelectorAll('[role=status]')].map(textOf).filter(Boolean);
export const alerts = (root: Element) => allByRole(root, 'alert').map(textOf);

/** Presses the button with a name, and waits for what it comes to. */
export async function pressed(root: Element, name: string): Promise<void> {
  await press(byRole(root, 'button', name));
  await act(() => Promise.resolve());
}

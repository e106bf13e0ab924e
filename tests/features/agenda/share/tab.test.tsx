// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { agendaGuide } from '../../../../data/agenda.ts';
import { guide } from '../../../../data/index.ts';
import type { Actions } from '../../../../features/agenda/list/surface.ts';
import { shareTab } from '../../../../features/agenda/share/tab.tsx';
import type { Store } from '../../../../features/agenda/store.ts';
import { DEFAULTS, type Settings } from '../../../../lib/own/settings.ts';
import { byRole } from '../../../components/draw.ts';
import { doing, drawAgenda, ownWith, viewWith } from '../views/agenda.tsx';

const linkOf = ({ links }: (typeof guide.sessions)[number], kind: string) =>
  links.find((link) => link.kind === kind)?.url ?? '';
const session = guide.sessions.find((one) => linkOf(one, 'recording') && linkOf(one, 'slides'));
if (!session) throw new Error('no session of the guide has a recording and slides');
const { id, title, summary, takeaway, speakers } = session;
const companies = speakers.flatMap(({ organisation }) => organisation ?? []);
const year = `${new Date(session.start).getUTCFullYear()}`;
const OWN = ownWith({ picked: [id], watched: [id], notes: { [id]: 'Again from 0:40 on' } });

/** The text that was copied or saved last. */
let exported = '';

beforeEach(() => {
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    exported = text;
  });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    void (file as Blob).text().then((text) => {
      exported = text;
    });
    return 'blob:saved';
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Presses a button of the share tab, with one session picked, seen and noted. Resolves with the exported text. */
async function send(name: string, settings: Partial<Settings> = {}): Promise<string> {
  exported = '';
  const tab = shareTab(agendaGuide, {} as Actions, new Promise<Store>(() => {}));
  const { root } = await drawAgenda(
    { own: OWN, view: viewWith({ tab: 'share' }), settings: { ...DEFAULTS, ...settings } },
    { tab: () => tab },
  );
  await doing(() => byRole(root, 'button', name).click());
  await vi.waitUntil(() => exported !== '');
  // Without escapes, and without the folded lines of a calendar file (RFC 5545, 3.1).
  return exported.replace(/\r\n[ \t]/gu, '').replace(/\\([^A-Za-z0-9\s])/gu, '$1');
}

test.each(['As Markdown', 'As plain text', 'Save calendar file'])(
  '“%s” exports companies, year, takeaway, recording, slides, the seen mark, and the note with its position',
  async (name) => {
    const text = await send(name);
    const parts = [title, takeaway, year, linkOf(session, 'recording'), linkOf(session, 'slides'), ...companies];
    for (const part of [...parts, 'Seen', 'My note: Again from ', '0:40', 't=40']) expect(text).toContain(part);
    expect(companies.length).toBeGreaterThan(0);
    expect(text).not.toContain(summary);
  },
);

test.each(['As Markdown', 'As plain text', 'Save calendar file'])(
  '“%s” exports the whole summary, and no notes and seen marks, when that was chosen',
  async (name) => {
    const text = await send(name, { shareSummary: true, shareMine: false });
    expect(text).toContain(summary);
    expect(text).not.toMatch(/Seen|My note/u);
  },
);

/** The tab “Share and export”. */
import type { AgendaGuide } from '../../../data/agenda.ts';
import { sessionById } from '../../../data/index.ts';
import { copyText, download, fileName } from '../../../lib/files/export.ts';
import { cutAtPositions, recordingAt } from '../../../lib/guide/positions.ts';
import type { Shared } from '../../../lib/own/settings.ts';
import { shareCode } from '../../../lib/own/share-code.ts';
import { exportBackup, importBackup, importCode } from '../../../lib/own/transfer.ts';
import { t } from '../../../lib/text.ts';
import { fullDay, timeIn } from '../../../lib/time/format.ts';
import type { Listed } from '../list/listed.ts';
import type { Actions } from '../list/surface.ts';
import type { Store } from '../store.ts';
import type { LaterTab } from '../views/Agenda.tsx';
import { asMarkdown, asPlainLine, asText, type Line } from './as-text.ts';
import { formatCalendar } from './calendar.ts';
import { type Contents, Share } from './Share.tsx';

/** @param ready resolves with the store */
export function shareTab(guide: AgendaGuide, act: Actions, ready: Promise<Store>): LaterTab {
  return ({ state, listed, shown, zone }) => {
    const picked = listed.filter((one) => one.picked);
    const chosen = { all: listed, shown, picked };
    const code =
      picked.length > 0
        ? shareCode(
            guide.id,
            picked.map(({ id }) => id),
          )
        : '';
    const count = (sessions: readonly Listed[]) => sessions.filter(({ watched, noted }) => watched || noted).length;
    const text = (which: Shared, as: 'markdown' | 'text', contents: Contents) =>
      (as === 'markdown' ? asMarkdown : asText)(groupByDay(chosen[which], zone, state.own.notes, contents), guide.name);
    return (
      <Share
        counts={{ all: listed.length, shown: shown.length, picked: picked.length }}
        mine={{ all: count(listed), shown: count(shown), picked: count(picked) }}
        choices={state.settings}
        onChoice={act.prefer}
        onCalendar={(which, contents) => {
          const sessions = chosen[which].map((one) => {
            const more = linesFor(one, state.own.notes.get(one.id)?.text, contents).map(asPlainLine);
            return { ...calendarSession(one, contents), more };
          });
          const ics = formatCalendar(sessions, { guide, now: Date.now(), alarm: state.settings.alarm });
          download(fileName(guide.id, which), 'text/calendar', ics);
        }}
        onCopy={(which, as, contents) => copyText(text(which, as, contents))}
        code={code}
        onCopyCode={() => copyText(code)}
        onCode={async (pasted) =>
          importCode(pasted, Date.now(), { ...(await ready), guide: guide.id, sessions: guide.sessions })
        }
        onExport={async () => exportBackup((await ready).live, guide.id, Date.now())}
        // A file dialog closes the popup.
        {...(state.surface !== 'popup' && {
          onImport: async (file: File) => importBackup(file, { ...(await ready), guide: guide.id }),
        })}
        onOpenPage={() => act.open('page')}
      />
    );
  };
}

function calendarSession({ session, start, end, eventName, room }: Listed, contents: Contents) {
  const { speakers: people = session.speakers, points = [], summary } = sessionById(session.id) ?? {};
  const takeaway = (contents.shareSummary && summary) || session.takeaway;
  const speakers = people.map((one: { name: string; organisation?: string | undefined }) =>
    one.organisation ? `${one.name} ${t('body.organisation', { name: one.organisation })}` : one.name,
  );
  return { ...session, takeaway, start, end, speakers, points, event: eventName, room };
}

/** Further lines: the recording and slides; if chosen, the seen mark, and the note with links into the recording. */
function linesFor(
  { watch, recorded, watched, start, end }: Listed,
  note: string | undefined,
  { shareMine }: Contents,
): Line[] {
  const lines: Line[] = [];
  if (watch.url) lines.push([{ name: t(`agenda.watch.${watch.how}`), url: watch.url }]);
  if (watch.slides) lines.push([{ name: t('body.link.slides'), url: watch.slides }]);
  if (watched && shareMine) lines.push([t('agenda.seen')]);
  if (note && shareMine) {
    const recording = recorded ? watch.url : undefined;
    const parts = recording ? cutAtPositions(note, end - start) : [note];
    const linked = parts.map((part) =>
      typeof part === 'string' ? part : { name: part.text, url: recordingAt(recording ?? '', part.seconds) },
    );
    lines.push([`${t('mine.note')}: `, ...linked]);
  }
  return lines;
}

/** The sessions by day, as texts. */
function groupByDay(
  listed: readonly Listed[],
  zone: string,
  notes: ReadonlyMap<string, { text: string }>,
  contents: Contents,
) {
  return [...Map.groupBy(listed, ({ day }) => day).values()].map((ofDay) => ({
    name: fullDay(ofDay[0]?.start ?? 0, zone),
    sessions: ofDay.map((one) => ({
      ...calendarSession(one, contents),
      time: timeIn(one.start, one.end, zone),
      more: linesFor(one, notes.get(one.id)?.text, contents),
    })),
  }));
}

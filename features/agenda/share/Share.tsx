import { useState } from 'preact/hooks';
import { BackupFile } from '../../../components/BackupFile.tsx';
import type { Copied } from '../../../lib/files/hand-out.ts';
import type { Alarm } from '../../../lib/own/settings.ts';
import { counted, t } from '../../../lib/text.ts';
import { ShareCalendar } from './ShareCalendar.tsx';
import { ShareCode } from './ShareCode.tsx';
import { ShareCopy } from './ShareCopy.tsx';

const WHICH = ['all', 'shown', 'picked'] as const;
export type Which = (typeof WHICH)[number];

/** What is said of each session. */
export interface Contents {
  /** The whole summary instead of the takeaway. */
  summary: boolean;
  /** The reader's notes and seen marks, which are nobody else's business. */
  mine: boolean;
}

interface Props {
  /** How many sessions each choice has. */
  counts: Readonly<Record<Which, number>>;
  /** How many of them have a note or a seen mark. */
  mine: Readonly<Record<Which, number>>;
  alarm: Alarm;
  onAlarm: (alarm: Alarm) => void;
  /** Saves a calendar file of the sessions. What it throws is told. */
  onCalendar: (which: Which, contents: Contents) => void;
  /** Resolves with the text where the clipboard refused it. */
  onCopy: (which: Which, as: 'markdown' | 'text', contents: Contents) => Promise<Copied>;
  /** The code of the picks; empty without any. */
  code: string;
  /** Resolves with the code where the clipboard refused it. */
  onCopyCode: () => Promise<Copied>;
  /** Adds the picks of a code, and says so. Resolves with what is wrong with it, in words. */
  onCode: (text: string) => Promise<string | undefined>;
  /** Saves a file with everything that is the reader's own. What it throws is told. */
  onExport: () => void | Promise<void>;
  /**
   * Adds what such a file holds, and says so. Resolves with what is wrong with it, in words. Missing in a popup, which
   * closes when a file is chosen.
   */
  onImport?: ((file: File) => Promise<string | undefined>) | undefined;
  /** Opens the page on which a file can be chosen. */
  onOpenPage?: (() => void) | undefined;
}

/** The tab that takes sessions out of the browser: into a calendar, as text, and what is the reader's own elsewhere. */
export function Share({ counts, mine, alarm, onAlarm, onCalendar, onCopy, ...move }: Props) {
  const [chosen, setChosen] = useState<Which>();
  const [contents, setContents] = useState<Contents>({ summary: false, mine: true });
  // The choice may have no sessions for now. It applies again once it has some.
  const which = [chosen, 'picked' as const].find((one) => one && counts[one] > 0) ?? 'all';
  const count = counts[which];
  return (
    <div class="share">
      <fieldset class="which">
        <legend>{t('share.which')}</legend>
        {WHICH.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="share-which"
              value={one}
              checked={one === which}
              disabled={counts[one] === 0}
              onChange={() => setChosen(one)}
            />
            <span>{t(`share.${one}`)}</span> <span class="count">{counts[one]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="contents">
        <legend>{t('share.contents')}</legend>
        <Include name="summary" contents={contents} onChange={setContents} />
        {mine[which] > 0 && <Include name="mine" contents={contents} onChange={setContents} count={mine[which]} />}
      </fieldset>
      <ShareCalendar count={count} alarm={alarm} onAlarm={onAlarm} onCalendar={() => onCalendar(which, contents)} />
      <ShareCopy count={count} onCopy={(as) => onCopy(which, as, contents)} />
      <section class="part move" aria-labelledby="share-move">
        <h2 id="share-move">{t('share.move')}</h2>
        <ShareCode code={move.code} onCopyCode={move.onCopyCode} onCode={move.onCode} />
        <BackupFile onExport={move.onExport} onImport={move.onImport} onOpenPage={move.onOpenPage} />
      </section>
    </div>
  );
}

interface IncludeProps {
  name: keyof Contents;
  contents: Contents;
  onChange: (contents: Contents) => void;
  /** How many sessions have it. */
  count?: number;
}

function Include({ name, contents, onChange, count }: IncludeProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={contents[name]}
        onChange={({ currentTarget }) => onChange({ ...contents, [name]: currentTarget.checked })}
      />{' '}
      {t(`share.${name}`)}
      {count !== undefined && <span class="count"> {counted('agenda.day', count)}</span>}
    </label>
  );
}

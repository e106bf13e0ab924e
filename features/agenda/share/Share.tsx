import { useState } from 'preact/hooks';
import { BackupFile } from '../../../components/BackupFile.tsx';
import type { Copied } from '../../../lib/files/hand-out.ts';
import type { Alarm } from '../../../lib/own/settings.ts';
import { t } from '../../../lib/text.ts';
import { ShareCalendar } from './ShareCalendar.tsx';
import { ShareCode } from './ShareCode.tsx';
import { ShareCopy } from './ShareCopy.tsx';

const WHICH = ['all', 'shown', 'picked'] as const;
export type Which = (typeof WHICH)[number];

interface Props {
  /** How many sessions each choice has. */
  counts: Readonly<Record<Which, number>>;
  alarm: Alarm;
  onAlarm: (alarm: Alarm) => void;
  /** Saves a calendar file of the sessions. What it throws is told. */
  onCalendar: (which: Which) => void;
  /** Resolves with the text where the clipboard refused it. */
  onCopy: (which: Which, as: 'markdown' | 'text') => Promise<Copied>;
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
export function Share({ counts, alarm, onAlarm, onCalendar, onCopy, ...move }: Props) {
  const [chosen, setChosen] = useState<Which>();
  // What was chosen may have become empty; it is taken up again when it has sessions.
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
      <ShareCalendar count={count} alarm={alarm} onAlarm={onAlarm} onCalendar={() => onCalendar(which)} />
      <ShareCopy count={count} onCopy={(as) => onCopy(which, as)} />
      <section class="part move" aria-labelledby="share-move">
        <h2 id="share-move">{t('share.move')}</h2>
        <ShareCode code={move.code} onCopyCode={move.onCopyCode} onCode={move.onCode} />
        <BackupFile onExport={move.onExport} onImport={move.onImport} onOpenPage={move.onOpenPage} />
      </section>
    </div>
  );
}

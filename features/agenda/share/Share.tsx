import { BackupFile } from '../../../components/BackupFile.tsx';
import type { Copied } from '../../../lib/files/export.ts';
import { type Alarm, type Choices, SHARED, type Shared } from '../../../lib/own/settings.ts';
import { counted, t } from '../../../lib/text.ts';
import { ShareCalendar } from './ShareCalendar.tsx';
import { ShareCode } from './ShareCode.tsx';
import { ShareCopy } from './ShareCopy.tsx';

/** What is said of each session. */
export type Contents = Pick<Choices, 'shareSummary' | 'shareMine'>;

interface Props {
  /** How many sessions each choice has. */
  counts: Readonly<Record<Shared, number>>;
  /** How many of them have a note or a seen mark. */
  mine: Readonly<Record<Shared, number>>;
  choices: Contents & Pick<Choices, 'share' | 'alarm'>;
  onChoice: <K extends keyof Props['choices']>(name: K, value: Choices[K]) => void;
  /** Saves a calendar file of the sessions. What it throws is told. */
  onCalendar: (which: Shared, contents: Contents) => void;
  /** Resolves with the text where the clipboard refused it. */
  onCopy: (which: Shared, as: 'markdown' | 'text', contents: Contents) => Promise<Copied>;
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
export function Share({ counts, mine, choices, onChoice, onCalendar, onCopy, ...move }: Props) {
  // The choice may have no sessions for now. It applies again once it has some.
  const which = [choices.share, 'picked' as const].find((one) => counts[one] > 0) ?? 'all';
  const count = counts[which];
  return (
    <div class="share">
      <fieldset class="which">
        <legend>{t('share.which')}</legend>
        {SHARED.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="share-which"
              value={one}
              checked={one === which}
              disabled={counts[one] === 0}
              onChange={() => onChoice('share', one)}
            />
            <span>{t(`share.${one}`)}</span> <span class="count">{counts[one]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset class="contents">
        <legend>{t('share.contents')}</legend>
        <Include name="shareSummary" text={t('share.summary')} choices={choices} onChoice={onChoice} />
        {mine[which] > 0 && (
          <Include name="shareMine" text={t('share.mine')} choices={choices} onChoice={onChoice} count={mine[which]} />
        )}
      </fieldset>
      <ShareCalendar
        count={count}
        alarm={choices.alarm}
        onAlarm={(alarm: Alarm) => onChoice('alarm', alarm)}
        onCalendar={() => onCalendar(which, choices)}
      />
      <ShareCopy count={count} onCopy={(as) => onCopy(which, as, choices)} />
      <section class="part move" aria-labelledby="share-move">
        <h2 id="share-move">{t('share.move')}</h2>
        <ShareCode code={move.code} onCopyCode={move.onCopyCode} onCode={move.onCode} />
        <BackupFile onExport={move.onExport} onImport={move.onImport} onOpenPage={move.onOpenPage} />
      </section>
    </div>
  );
}

interface IncludeProps extends Pick<Props, 'choices' | 'onChoice'> {
  name: keyof Contents;
  text: string;
  /** How many sessions have it. */
  count?: number;
}

function Include({ name, text, choices, onChoice, count }: IncludeProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={choices[name]}
        onChange={({ currentTarget }) => onChoice(name, currentTarget.checked)}
      />{' '}
      {text}
      {count !== undefined && <span class="count"> {counted('agenda.sessions', count)}</span>}
    </label>
  );
}

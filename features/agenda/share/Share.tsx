import { BackupFile } from '../../../components/BackupFile.tsx';
import type { Copied } from '../../../lib/files/export.ts';
import { type Alarm, type Choices, SHARED, type Shared } from '../../../lib/own/settings.ts';
import { counted, t } from '../../../lib/text.ts';
import { ShareCalendar } from './ShareCalendar.tsx';
import { ShareCode } from './ShareCode.tsx';
import { ShareCopy } from './ShareCopy.tsx';

/** What to include for each session. */
export type Contents = Pick<Choices, 'shareSummary' | 'shareMine'>;

interface Props {
  /** How many sessions each choice has. */
  counts: Readonly<Record<Shared, number>>;
  /** How many of these have a note or a seen mark. */
  mine: Readonly<Record<Shared, number>>;
  choices: Contents & Pick<Choices, 'share' | 'alarm'>;
  onChoice: <K extends keyof Props['choices']>(name: K, value: Choices[K]) => void;
  /** Saves a calendar file. What it throws is shown. */
  onCalendar: (which: Shared, contents: Contents) => void;
  /** Copies the sessions as text. */
  onCopy: (which: Shared, as: 'markdown' | 'text', contents: Contents) => Promise<Copied>;
  /** The code of the picks; empty without any. */
  code: string;
  /** Resolves with the code where the clipboard refused it. */
  onCopyCode: () => Promise<Copied>;
  /** Adds the picks of a code, and says so. Resolves with what is wrong with it, in words. */
  onCode: (text: string) => Promise<string | undefined>;
  /** Saves a file with all of the reader's data. What it throws is shown. */
  onExport: () => void | Promise<void>;
  /** Imports such a file. Resolves with an error message if it is refused. Missing in the popup. */
  onImport?: ((file: File) => Promise<string | undefined>) | undefined;
  /** Opens a page where a file can be chosen. */
  onOpenPage?: (() => void) | undefined;
}

/** The tab that exports sessions to a calendar or as text, and moves the reader's data to another browser. */
export function Share({ counts, mine, choices, onChoice, onCalendar, onCopy, ...move }: Props) {
  // The stored choice may have no sessions right now.
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

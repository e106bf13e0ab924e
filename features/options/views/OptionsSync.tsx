import type { SyncStatus } from '../../../lib/own/sync-status.ts';
import { counted, language, t } from '../../../lib/text.ts';
import { Section } from './OptionsSection.tsx';
import type { OptionsActions } from './OptionsState.ts';

interface Props {
  /** Whether this browser's sync reaches other devices. */
  syncs: boolean;
  on: boolean;
  status: SyncStatus | undefined;
  act: Pick<OptionsActions, 'prefer'>;
}

/** The sync switch, what sync does, and the outcome of the last one. */
export function OptionsSync({ syncs, on, status, act }: Props) {
  return (
    <Section id="sync" title={t('options.sync.title')}>
      {!syncs && <p class="warn">{t('options.sync.phone')}</p>}
      <label class="switch">
        <input
          type="checkbox"
          checked={on}
          aria-describedby="sync-what"
          onChange={({ currentTarget }) => act.prefer('sync', currentTarget.checked)}
        />
        {t('options.sync.switch')}
      </label>
      <ul class="notes" id="sync-what">
        <li>{t('options.sync.what')}</li>
        <li>{t('options.sync.how')}</li>
        <li>{t('options.sync.merged')}</li>
        <li>{t('options.sync.cost')}</li>
        <li>{t('options.sync.not')}</li>
      </ul>
      <dl class="facts">
        <dt>{t('options.sync.status')}</dt>
        <dd>{stateText(on, status)}</dd>
      </dl>
    </Section>
  );
}

function stateText(on: boolean, status: SyncStatus | undefined): string {
  if (!on) return t('options.sync.stateOff');
  if (!status) return t('options.sync.stateNone');
  const { at, ok, problem, skipped = 0, full } = status;
  const when = momentName(at);
  if (!ok) return t(problem === 'quota' ? 'options.sync.stateQuota' : 'options.sync.stateRefused', { when });
  if (full) return counted('options.sync.stateFull', skipped, { when });
  return skipped > 0 ? counted('options.sync.stateSkipped', skipped, { when }) : t('options.sync.stateOk', { when });
}

/** A moment in the device's zone, such as “Nov 24, 2026, 10:56 AM”. An invalid date is shown as a number. */
function momentName(at: number): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });
  return Number.isNaN(new Date(at).getTime()) ? String(at) : format.format(at);
}

import type { Site } from '../data/index.ts';
import { PARTS, type Switch, type Switches as SwitchStates, switchKey } from '../lib/own/settings.ts';
import { t } from '../lib/text.ts';
import { Icon } from './Icon.tsx';

interface Props {
  settings: SwitchStates;
  sites: readonly Site[];
  /** Words of the subject and near it, as examples. */
  subject: string;
  onTurn: (which: Switch, on: boolean) => void;
}

/** What stands on Sched's pages, behind one line at the foot of an agenda. */
export function Switches(props: Props) {
  return (
    <details class="switches">
      <summary>
        {t('options.parts.summary')} <Icon shape="chevron" />
      </summary>
      <SwitchList {...props} />
    </details>
  );
}

/** What stands on Sched's pages: everything, by site, by part. A change shows in open tabs at once. */
export function SwitchList({ settings, sites, subject, onTurn }: Props) {
  const rows: Switch[] = [
    { all: true },
    ...sites.map(({ host }) => ({ host })),
    ...PARTS.map((part) => ({ part })),
    { others: true },
  ];
  return (
    <ul class="switch-list">
      {rows.map((which, index) => (
        <li key={switchKey(which)} class={index === 0 ? 'all' : ''}>
          <label>
            <input
              type="checkbox"
              checked={isOn(settings, which)}
              disabled={index > 0 && !settings.on}
              onChange={({ currentTarget }) => onTurn(which, currentTarget.checked)}
            />
            {switchName(which, sites, subject)}
          </label>
        </li>
      ))}
    </ul>
  );
}

/** What a switch is called. */
export function switchName(which: Switch, sites: readonly Site[], subject: string): string {
  if ('all' in which) return t('options.parts.all');
  if ('others' in which) return t('options.parts.others');
  if ('host' in which) return sites.find(({ host }) => host === which.host)?.name ?? which.host;
  return which.part === 'mentions' ? t('options.parts.mentions', { subject }) : t(`options.parts.${which.part}`);
}

function isOn(settings: SwitchStates, which: Switch): boolean {
  if ('all' in which) return settings.on;
  if ('others' in which) return !settings.othersOff;
  return 'host' in which ? !settings.hostsOff.has(which.host) : !settings.partsOff.has(which.part);
}

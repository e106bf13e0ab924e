import type { Site } from '../data/index.ts';
import { PARTS, type Part, type Switch, type Switches as SwitchStates, switchKey } from '../lib/own/settings.ts';
import { t } from '../lib/text.ts';
import { listed } from '../lib/time/format.ts';
import { Icon } from './Icon.tsx';

interface Props {
  settings: SwitchStates;
  sites: readonly Site[];
  subject: string;
  /** The words of related topics that are marked too. */
  quiet: readonly string[];
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
export function SwitchList({ settings, sites, subject, quiet, onTurn }: Props) {
  const rows: Switch[] = [
    { all: true },
    ...sites.map(({ host }) => ({ host })),
    ...PARTS.filter((part) => part !== 'quiet' || quiet.length > 0).map((part) => ({ part })),
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
              onChange={({ currentTarget }) => onTurn(which, isDim(which) !== currentTarget.checked)}
            />
            {switchName(which, { sites, subject, quiet })}
          </label>
        </li>
      ))}
    </ul>
  );
}

/** What a switch is called. */
export function switchName(
  which: Switch,
  { sites, subject, quiet }: Pick<Props, 'sites' | 'subject' | 'quiet'>,
): string {
  if ('all' in which) return t('options.parts.all');
  if ('others' in which) return t('options.parts.others');
  const site = sites.find(({ host }) => host === which.host)?.name ?? which.host ?? '';
  if (!('part' in which)) return site;
  const name = partName(which.part, subject, quiet);
  return which.host === undefined ? name : t('options.parts.atSite', { name, site });
}

function partName(part: Part, subject: string, quiet: readonly string[]): string {
  if (part === 'mentions') return t('options.parts.mentions', { subject });
  return part === 'quiet' ? t('options.parts.quiet', { words: listed(quiet) }) : t(`options.parts.${part}`);
}

/** The switch that dims other sessions: it is on while they are off. */
export function isDim(which: Switch): which is { others: true } {
  return 'others' in which;
}

function isOn(settings: SwitchStates, which: Switch): boolean {
  if ('all' in which) return settings.on;
  if (isDim(which)) return settings.othersOff;
  return 'part' in which ? !settings.partsOff.has(which.part) : !settings.hostsOff.has(which.host);
}

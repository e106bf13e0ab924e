import type { Site } from '../data/index.ts';
import {
  isPartOff,
  PARTS,
  type Part,
  type Switch,
  type Switches as SwitchStates,
  switchKey,
} from '../lib/own/settings.ts';
import { t } from '../lib/text.ts';
import { formatList } from '../lib/time/format.ts';
import { Icon } from './Icon.tsx';

export interface SwitchesProps {
  settings: SwitchStates;
  sites: readonly Site[];
  subject: string;
  /** The words of related topics that are marked too. */
  quiet: readonly string[];
  onTurn: (which: Switch, on: boolean) => void;
}

type Names = Pick<SwitchesProps, 'sites' | 'subject' | 'quiet'>;

/** The switches of what shows on Sched's pages, folded at the foot of the agenda. */
export function Switches(props: SwitchesProps) {
  const { settings, sites, quiet, onTurn } = props;
  return (
    <details class="switches">
      <summary>
        {t('options.parts.title')} <Icon shape="chevron" />
      </summary>
      <ul class="switch-list">
        {listSwitches(sites, quiet).map((which, index) => (
          <li key={switchKey(which)} class={index === 0 ? 'all' : ''}>
            <label>
              <input
                type="checkbox"
                checked={isOn(settings, which)}
                disabled={index > 0 && !settings.on}
                onChange={({ currentTarget }) => onTurn(which, turnedTo(which, currentTarget.checked))}
              />
              {switchName(which, props)}
            </label>
            <Exceptions which={which} {...props} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Every switch, in the order of the list. */
export function listSwitches(sites: readonly Site[], quiet: readonly string[]): Switch[] {
  return [
    { all: true },
    ...sites.map(({ host }) => ({ host })),
    ...PARTS.filter((part) => part !== 'quiet' || quiet.length > 0).map((part) => ({ part })),
    { others: true },
  ];
}

/** The name of a switch. */
export function switchName(which: Switch, { sites, subject, quiet }: Names): string {
  if ('all' in which) return t('options.parts.all');
  if ('others' in which) return t('options.parts.others');
  const site = sites.find(({ host }) => host === which.host)?.name ?? which.host ?? '';
  if (!('part' in which)) return site;
  const name = partName(which.part, subject, quiet);
  return which.host === undefined ? name : t('options.parts.atSite', { name, site });
}

/** The name of a part. */
export function partName(part: Part, subject: string, quiet: readonly string[]): string {
  if (part === 'mentions') return t('options.parts.mentions', { subject });
  return part === 'quiet' ? t('options.parts.quiet', { words: formatList(quiet) }) : t(`options.parts.${part}`);
}

/** Whether a switch's checkbox is checked. That of `others` says “Dim”, so it is checked while they are off. */
export function isOn(settings: SwitchStates, which: Switch): boolean {
  if ('all' in which) return settings.on;
  if ('others' in which) return settings.othersOff;
  return 'part' in which ? !isPartOff(settings, which.part, which.host) : !settings.hostsOff.has(which.host);
}

/** Whether a switch is on once its checkbox is checked or not. */
export function turnedTo(which: Switch, checked: boolean): boolean {
  return 'others' in which !== checked;
}

/** Names the sites on which a part is off while it is on elsewhere. */
function Exceptions({ which, settings, sites }: SwitchesProps & { which: Switch }) {
  if (!('part' in which) || isPartOff(settings, which.part)) return null;
  const off = sites.filter(({ host }) => isPartOff(settings, which.part, host));
  return off.length > 0 ? (
    <p>{t('options.parts.exceptAt', { sites: formatList(off.map(({ name }) => name)) })}</p>
  ) : null;
}

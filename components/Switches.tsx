import type { Site } from '../data/index.ts';
import { type Part, type Settings, type Switch, switchKey } from '../lib/settings.ts';
import { Icon } from './Icon.tsx';

interface Props {
  settings: Settings;
  sites: readonly Site[];
  /** Words of the subject and near it, as examples. */
  subject: string;
  onTurn: (which: Switch, on: boolean) => void;
}

/** What stands on Sched's pages: everything, by site, by part. A change shows in open tabs at once. */
export function Switches({ settings, sites, subject, onTurn }: Props) {
  const parts: [Part, string][] = [
    ['highlights', 'Highlights'],
    ['cards', 'Cards and briefings'],
    ['mentions', `Mentions of ${subject} in other sessions`],
    ['quiet', 'Mentions of what is near it'],
    ['strip', 'The strip above a list'],
  ];
  const rows: [Switch, string, boolean][] = [
    [{ all: true }, 'On Sched’s pages', settings.on],
    ...sites.map(({ host, name }): [Switch, string, boolean] => [{ host }, name, !settings.hostsOff.has(host)]),
    ...parts.map(([part, name]): [Switch, string, boolean] => [{ part }, name, !settings.partsOff.has(part)]),
    [{ others: true }, 'Other sessions at full strength', !settings.othersOff],
  ];
  return (
    <details class="switches">
      <summary>
        What stands on the pages <Icon shape="chevron" />
      </summary>
      <ul>
        {rows.map(([which, name, on], index) => (
          <li key={switchKey(which)} class={index === 0 ? 'all' : ''}>
            <label>
              <input
                type="checkbox"
                checked={on}
                disabled={index > 0 && !settings.on}
                onChange={({ currentTarget }) => onTurn(which, currentTarget.checked)}
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

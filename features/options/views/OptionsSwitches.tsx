import { ListPicture, type Pictured } from '../../../components/ListPicture.tsx';
import { isOn, listSwitches, type SwitchesProps, switchName, turnedTo } from '../../../components/Switches.tsx';
import type { Site } from '../../../data/index.ts';
import { type Part, type Switch, switchKey } from '../../../lib/own/settings.ts';
import { t } from '../../../lib/text.ts';

/** The switches for Sched's pages, each with a hint and a picture. Parts can also be on at single sites. */
export function OptionsSwitches(props: SwitchesProps) {
  const { sites, quiet } = props;
  return (
    <ul class="switch-list">
      {listSwitches(sites, quiet).map((which, index) => (
        <Row key={switchKey(which)} {...props} which={which} isFirst={index === 0} />
      ))}
    </ul>
  );
}

function Row({ which, isFirst, ...props }: SwitchesProps & { which: Switch; isFirst: boolean }) {
  const { settings, sites } = props;
  const picture = pictureName(which);
  const hint = `${switchKey(which)}-hint`;
  return (
    <li class={isFirst ? 'all' : ''}>
      <div class="what">
        <Box {...props} which={which} hint={hint} isOff={!isFirst && !settings.on} name={switchName(which, props)} />
        <p class="hint" id={hint}>
          {hintText(which)}
        </p>
        {'part' in which && sites.length > 1 && <AtSites {...props} part={which.part} />}
      </div>
      {picture && <ListPicture of={picture} />}
    </li>
  );
}

/** The sites on which a part is on. */
function AtSites({ part, ...props }: SwitchesProps & { part: Part }) {
  const { settings, sites } = props;
  return (
    <fieldset class="at-sites">
      <legend class="unseen">{t('options.parts.where', { name: switchName({ part }, props) })}</legend>
      {sites.map(({ host, name }: Site) => (
        <Box
          key={host}
          {...props}
          which={{ part, host }}
          isOff={!settings.on || settings.hostsOff.has(host)}
          name={name}
        />
      ))}
    </fieldset>
  );
}

interface BoxProps extends SwitchesProps {
  which: Switch;
  name: string;
  isOff: boolean;
  /** The id of its description. */
  hint?: string;
}

function Box({ settings, which, name, isOff, hint, onTurn }: BoxProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn(settings, which)}
        disabled={isOff}
        aria-describedby={hint}
        onChange={({ currentTarget }) => onTurn(which, turnedTo(which, currentTarget.checked))}
      />
      {name}
    </label>
  );
}

function pictureName(which: Switch): Pictured | undefined {
  if ('all' in which) return 'all';
  if ('others' in which) return 'others';
  return 'part' in which ? which.part : undefined;
}

function hintText(which: Switch): string {
  return t(`options.parts.${pictureName(which) ?? 'site'}Hint`);
}

import { t } from '../../../lib/text.ts';
import type { CommandKeys } from '../keys.ts';

interface Props {
  keys: CommandKeys;
  /** Opens the browser's page for changing shortcuts. */
  onChange: () => void;
}

/** The commands of the manifest (wxt.config.ts). */
const COMMANDS = [
  ['_execute_action', 'options.about.keyOpen'],
  ['next-session', 'options.about.keyNext'],
  ['previous-session', 'options.about.keyPrevious'],
] as const;

/** The shortcuts of the browser and of the agenda, and where to change the former. */
export function OptionsKeys({ keys, onChange }: Props) {
  const inAgenda: [string[], string][] = [
    [['/'], t('options.about.keySearch')],
    [['↑', '↓'], t('options.about.keyMove')],
    [[t('options.about.enter')], t('options.about.keyEnter')],
    [['s'], t('options.about.keyPick')],
    [['w'], t('options.about.keyWatched')],
    [[t('options.about.escape')], t('options.about.keyEscape')],
  ];
  return (
    <>
      <h3 id="keys-title">{t('options.about.keys')}</h3>
      {keys ? <Commands keys={keys} onChange={onChange} /> : <p class="hint">{t('options.about.keysNone')}</p>}
      <h3 id="agenda-keys-title">{t('options.about.inAgenda')}</h3>
      <dl class="keys" aria-labelledby="agenda-keys-title">
        {inAgenda.map(([names, what]) => (
          <Key key={what} names={names} what={what} />
        ))}
      </dl>
    </>
  );
}

function Commands({ keys, onChange }: { keys: Readonly<Record<string, string>>; onChange: () => void }) {
  return (
    <>
      <dl class="keys" aria-labelledby="keys-title">
        {COMMANDS.map(([command, what]) => (
          <Key key={command} names={keys[command] ? [keys[command]] : []} what={t(what)} />
        ))}
      </dl>
      <div class="act">
        <button type="button" class="press" aria-describedby="keys-hint" onClick={onChange}>
          {t('options.about.change')}
        </button>
        <p class="hint" id="keys-hint">
          {t('options.about.changeHint')}
        </p>
      </div>
    </>
  );
}

function Key({ names, what }: { names: readonly string[]; what: string }) {
  return (
    <div>
      <dt>
        {names.length === 0 && t('options.about.keyNone')}
        {names.map((name) => (
          <kbd key={name}>{name}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  );
}

import { DoneBar } from '../../../components/DoneBar.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { Guide } from '../../../data/index.ts';
import { t } from '../../../lib/text.ts';
import { type Installed, OptionsAbout } from './OptionsAbout.tsx';
import { OptionsData } from './OptionsData.tsx';
import { OptionsLook } from './OptionsLook.tsx';
import { Section } from './OptionsSection.tsx';
import type { OptionsActions, OptionsState } from './OptionsState.ts';
import { OptionsStored } from './OptionsStored.tsx';
import { OptionsSwitches } from './OptionsSwitches.tsx';
import { OptionsSync } from './OptionsSync.tsx';
import { OptionsTimes } from './OptionsTimes.tsx';

interface Props {
  guide: Guide;
  state: OptionsState;
  act: OptionsActions;
  /** The device's IANA zone. */
  mine: string;
  installed: Installed;
}

const CONTENTS = [
  ['parts', 'options.parts.title'],
  ['look', 'options.look.title'],
  ['times', 'options.times.title'],
  ['sync', 'options.sync.title'],
  ['data', 'options.data.title'],
  ['stored', 'options.stored.title'],
  ['about', 'options.about.title'],
] as const;

/** The options page. Changes are stored at once. */
export function Options({ guide, state, act, mine, installed }: Props) {
  const { settings } = state;
  const [first] = guide.sessions;
  return (
    <div class="options">
      <header class="head">
        <div class="name">
          <h1>
            <Icon shape="hexagon" /> {t('options.title', { subject: guide.subject })}
          </h1>
          <p>{guide.name}</p>
        </div>
        <p class="surfaces">
          <button type="button" title={t('options.agenda')} onClick={act.openAgenda}>
            <Icon shape="tab" />
          </button>
        </p>
      </header>
      <Notice text={state.notice} onDismiss={act.dismiss} />
      <div class="beside">
        <nav class="contents" aria-label={t('options.contents')}>
          <ul>
            {CONTENTS.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{t(title)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="all-parts">
          <Section id="parts" title={t('options.parts.title')}>
            <p class="hint">{t('options.parts.hint')}</p>
            <OptionsSwitches
              settings={settings}
              sites={guide.sites}
              subject={guide.subject}
              quiet={guide.mentions?.quiet ?? []}
              onTurn={act.turn}
            />
          </Section>
          <OptionsLook chosen={settings} subject={guide.subject} title={first?.title ?? guide.name} act={act} />
          <OptionsTimes chosen={settings} event={guide.zone} mine={mine} first={first} act={act} />
          <OptionsSync syncs={installed.syncs} on={settings.sync} status={state.sync} act={act} />
          <OptionsData state={state} act={act} />
          <OptionsStored stored={state.stored} />
          <OptionsAbout guide={guide} installed={installed} act={act} />
        </div>
      </div>
      <DoneBar done={state.done} act={act} />
    </div>
  );
}

import { Icon } from '../../../components/Icon.tsx';
import { ACCENTS, type Choices, THEMES } from '../../../lib/own/settings.ts';
import { t } from '../../../lib/text.ts';
import { Choice } from './OptionsChoice.tsx';
import { Section } from './OptionsSection.tsx';
import type { OptionsActions } from './OptionsState.ts';

interface Props {
  chosen: Pick<Choices, 'theme' | 'accent'>;
  /** The subject and a session's title, for the preview. */
  subject: string;
  title: string;
  act: Pick<OptionsActions, 'prefer'>;
}

/** Theme and highlight colour, with a preview. */
export function OptionsLook({ chosen, subject, title, act }: Props) {
  return (
    <Section id="look" title={t('options.look.title')}>
      <Choice
        legend={t('options.look.theme')}
        name="theme"
        values={THEMES}
        label={(theme) => t(`options.look.${theme}`)}
        chosen={chosen.theme}
        onChoose={(theme) => act.prefer('theme', theme)}
      />
      <Choice
        legend={t('options.look.accent')}
        hint={t('options.look.accentHint')}
        name="accent"
        values={ACCENTS}
        label={(accent) => t(`options.look.${accent}`)}
        chosen={chosen.accent}
        onChoose={(accent) => act.prefer('accent', accent)}
        swatches
      />
      <figure class="preview">
        <figcaption>{t('options.look.preview')}</figcaption>
        <p class="bar">
          {title}
          <span class="sample">
            <Icon shape="hexagon" /> {subject}
          </span>
        </p>
      </figure>
    </Section>
  );
}

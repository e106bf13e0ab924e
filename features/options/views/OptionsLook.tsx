import { Icon } from '../../../components/Icon.tsx';
import { ACCENTS, type Choices, THEMES } from '../../../lib/own/settings.ts';
import { t } from '../../../lib/text.ts';
import { Section } from './OptionsSection.tsx';
import type { OptionsActions } from './OptionsState.ts';

interface Props {
  chosen: Pick<Choices, 'theme' | 'accent'>;
  /** The subject, and a title of one of its sessions, as a sample of what is marked. */
  subject: string;
  title: string;
  act: Pick<OptionsActions, 'prefer'>;
}

/** Light or dark, the colour of the marks, and what both look like. */
export function OptionsLook({ chosen, subject, title, act }: Props) {
  return (
    <Section id="look" title={t('options.look.title')}>
      <Choice
        legend={t('options.look.theme')}
        name="theme"
        values={THEMES}
        chosen={chosen.theme}
        onChoose={(theme) => act.prefer('theme', theme)}
      />
      <Choice
        legend={t('options.look.accent')}
        hint={t('options.look.accentHint')}
        name="accent"
        values={ACCENTS}
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

type Look = Choices['theme' | 'accent'];

interface ChoiceProps<T extends Look> {
  legend: string;
  hint?: string;
  name: string;
  values: readonly T[];
  chosen: T;
  onChoose: (value: T) => void;
  /** Whether each value is a colour, which is shown beside its name. */
  swatches?: boolean;
}

/** One of a few, all of them in view; the one that is chosen has a check mark. */
function Choice<T extends Look>({ legend, hint, name, values, chosen, onChoose, swatches }: ChoiceProps<T>) {
  return (
    <fieldset class="choice" aria-describedby={hint && `${name}-hint`}>
      <legend>{legend}</legend>
      <div class="values">
        {values.map((value) => (
          <label key={value} class={swatches ? `value swatch-${value}` : 'value'}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span class={swatches ? 'tick swatch' : 'tick'}>
              <Icon shape="check" />
            </span>
            {t(`options.look.${value}`)}
          </label>
        ))}
      </div>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

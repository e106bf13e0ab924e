import { Icon } from '../../../components/Icon.tsx';

interface Props<T extends string | number> {
  legend: string;
  hint?: string;
  /** Name of the radio buttons. */
  name: string;
  values: readonly T[];
  label: (value: T) => string;
  chosen: T;
  onChoose: (value: T) => void;
  /** Whether each value is a colour, which gets a swatch. */
  swatches?: boolean;
}

/** A choice of a few values, as radio buttons. */
export function Choice<T extends string | number>(props: Props<T>) {
  const { legend, hint, name, values, label, chosen, onChoose, swatches } = props;
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
            {label(value)}
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

import { useEffect, useState } from 'preact/hooks';
import type { Goal } from '../../../data/index.ts';
import type { Plan } from '../../../lib/own/settings.ts';
import { counted, language, t } from '../../../lib/text.ts';

/** A coffee break, a lunch break, an hour, an evening. */
const OFFERED = [15, 30, 60, 120];
/** Used if the reader chooses a goal before a time. */
const ASSUMED = 60;
/** A day, which is enough for any guide. */
const MOST = 1_440;

interface Props {
  goals: readonly Goal[];
  plan: Plan | undefined;
  /** The id of the list's goal. It differs from the plan's if the guide has lost that goal. */
  goal: string | undefined;
  onPlan: (plan: Omit<Plan, 'at'>) => void;
}

/** Asks how much time the reader has, and for what. */
export function CatchUpAsk({ goals, plan, goal, onPlan }: Props) {
  const minutes = plan?.minutes;
  return (
    <form class="ask" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{t('catchUp.time')}</legend>
        <div class="choices">
          {OFFERED.map((offered) => (
            <Choice
              key={offered}
              name="catch-up-minutes"
              text={counted('time.minutes', offered)}
              checked={minutes === offered}
              onChoose={() => onPlan({ goal, minutes: offered })}
            />
          ))}
          <Minutes minutes={minutes} onChange={(asked) => onPlan({ goal, minutes: asked })} />
        </div>
      </fieldset>
      {goals.length > 0 && (
        <fieldset>
          <legend>{t('catchUp.goal')}</legend>
          <div class="choices">
            {[{ id: undefined, label: t('catchUp.everything') }, ...goals].map(({ id, label }) => (
              <Choice
                key={id ?? ''}
                name="catch-up-goal"
                text={label}
                checked={goal === id}
                onChoose={() => onPlan({ goal: id, minutes: minutes ?? ASSUMED })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
}

function Choice({ name, text, checked, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      {text}
    </label>
  );
}

/** Takes any number of minutes. Waits until the number is complete, to not make a list for every digit. */
function Minutes({ minutes, onChange }: { minutes: number | undefined; onChange: (minutes: number) => void }) {
  // Kept in the state, because the clock redraws the form while the reader types.
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setDraft(undefined);
    setWrong(false);
  }, [minutes]);
  const submit = ({ value, validity }: HTMLInputElement) => {
    const asked = Math.round(Number(value));
    const right = asked >= 1 && asked <= MOST;
    // A field with “1h” or “e” has no value.
    const isEmpty = value === '' && !validity.badInput;
    setWrong(!right && !isEmpty);
    if (right || isEmpty) setDraft(undefined);
    if (right) onChange(asked);
  };
  return (
    <>
      <label class={minutes && !OFFERED.includes(minutes) ? 'choice number chosen' : 'choice number'}>
        {t('catchUp.minutes')}
        <input
          type="number"
          min={1}
          max={MOST}
          value={draft ?? minutes ?? ''}
          aria-invalid={wrong}
          aria-describedby="catch-up-wrong"
          onInput={({ currentTarget }) => setDraft(currentTarget.value)}
          onChange={({ currentTarget }) => submit(currentTarget)}
          // No change event tells of letters in a field that was empty.
          onBlur={({ currentTarget: { value, validity } }) => value === '' && setWrong(validity.badInput)}
        />
        <span aria-hidden="true">{t('catchUp.unit')}</span>
      </label>
      <p id="catch-up-wrong" class="wrong" role="alert">
        {wrong && t('catchUp.wrong', { most: MOST.toLocaleString(language()) })}
      </p>
    </>
  );
}

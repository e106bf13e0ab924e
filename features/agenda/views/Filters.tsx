import type { AgendaGuide } from '../../../data/agenda.ts';
import { LEVELS } from '../../../data/levels.ts';
import { t } from '../../../lib/text.ts';
import { shortDay } from '../../../lib/time/format.ts';
import { countMatches, type Found } from '../list/filter.ts';
import type { Listed } from '../list/listed.ts';
import type { Actions } from '../list/surface.ts';
import { toggleValue, type View } from '../list/view.ts';
import { Chip } from './Chip.tsx';

interface Props {
  guide: AgendaGuide;
  listed: readonly Listed[];
  /** What the query finds. */
  found: Found;
  view: View;
  act: Actions;
}

/** The filters by day, event, topic and level, each with the number of sessions that it shows. */
export function Filters({ guide, listed, found, view, act }: Props) {
  const counts = countMatches(listed, view, found);
  // The days of the sessions, and the chosen ones: in another zone, a chosen day may have no session. Date.parse reads a
  // date as UTC.
  const days = [...counts.days.keys()].map((day): [string, string] => [day, shortDay(Date.parse(day), 'UTC')]);
  const names = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }): [string, string] => [id, name]);
  const groups = [
    ['days', t('find.days'), days],
    ['events', t('find.events'), names(guide.events)],
    ['topics', t('find.topics'), names(guide.topics)],
    ['levels', t('find.levels'), LEVELS.map((level): [string, string] => [level, t(`find.level.${level}`)])],
  ] as const;
  return (
    <>
      {groups.map(([facet, label, values]) => (
        <fieldset class="facet" key={facet}>
          <legend>{label}</legend>
          {values.map(([value, name]) => (
            <Chip
              key={value}
              name={name}
              count={counts[facet].get(value) ?? 0}
              pressed={view[facet].includes(value)}
              onPress={() => act.show(toggleValue(view, facet, value))}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}

import { useState } from 'preact/hooks';
import { Icon } from '../../../components/Icon.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import { counted, t } from '../../../lib/text.ts';
import { countOnly, type Found } from '../list/filter.ts';
import type { Listed } from '../list/listed.ts';
import type { Actions } from '../list/surface.ts';
import { clearFilters, isFiltered, ONLY, QUERY_MAX, toggleValue, type View } from '../list/view.ts';
import { Chip } from './Chip.tsx';
import { Later } from './Later.tsx';

const filters = () => import('./Filters.tsx').then(({ Filters }) => Filters);

interface Props {
  guide: AgendaGuide;
  listed: readonly Listed[];
  /** Those that the view shows. */
  shown: readonly Listed[];
  /** What the query finds. */
  found: Found;
  view: View;
  /** Whether the filters are open at first. */
  wide: boolean;
  act: Actions;
}

/** Search and filters over the agenda. */
export function Find({ guide, listed, shown, found, view, wide, act }: Props) {
  const [open, setOpen] = useState(wide);
  const set = view.days.length + view.events.length + view.topics.length + view.levels.length;
  return (
    <search class="find">
      <div class="asked">
        <Icon shape="search" />
        <input
          type="search"
          // biome-ignore lint/a11y/noRedundantRoles: other modules select the field by its role.
          role="searchbox"
          aria-label={t('find.label')}
          placeholder={t('find.placeholder')}
          value={view.query}
          maxLength={QUERY_MAX}
          autocomplete="off"
          spellcheck={false}
          onFocus={act.searching}
          onInput={({ currentTarget }) => act.show({ ...view, query: currentTarget.value })}
        />
        <button type="button" class="more" aria-expanded={open} aria-controls="filters" onClick={() => setOpen(!open)}>
          <Icon shape="sliders" /> {t('find.filters')}
          {set > 0 && <span class="set">{counted('find.filtersSet', set)}</span>}
        </button>
      </div>
      <fieldset class="chips">
        <legend class="unseen">{t('find.only')}</legend>
        {ONLY.map((value) => (
          <Chip
            key={value}
            name={t(`find.${value}`)}
            count={countOnly(shown, value)}
            pressed={view.only.includes(value)}
            onPress={() => act.show(toggleValue(view, 'only', value))}
          />
        ))}
      </fieldset>
      <div id="filters" hidden={!open}>
        {open && <Later load={filters} with={{ guide, listed, found, view, act }} />}
      </div>
      <div class="told">
        <p class="result" role="status">
          {isFiltered(view) && t('find.shown', { shown: shown.length, all: listed.length })}
        </p>
        {isFiltered(view) && (
          <button type="button" class="clear" onClick={() => act.show(clearFilters(view))}>
            {t('agenda.clear')}
          </button>
        )}
      </div>
    </search>
  );
}

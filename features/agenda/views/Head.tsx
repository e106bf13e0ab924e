import { Icon } from '../../../components/Icon.tsx';
import type { AgendaGuide } from '../../../data/agenda.ts';
import { t } from '../../../lib/text.ts';
import type { Actions, Surface } from '../list/surface.ts';
import type { Tab, View } from '../list/view.ts';

interface Props {
  guide: AgendaGuide;
  surface: Surface;
  noPanel?: boolean | undefined;
  view: View;
  act: Actions;
}

const TABS = [
  ['agenda', 'agenda.tab.agenda'],
  ['catch-up', 'agenda.tab.catchUp'],
  ['share', 'agenda.tab.share'],
] as const satisfies readonly (readonly [Tab, string])[];

/** The header of a surface: its name, buttons that open the others, and the tabs. */
export function Head({ guide, surface, noPanel, view, act }: Props) {
  return (
    <header class="head">
      <div class="name">
        <h1>
          <Icon shape="hexagon" /> {t('surface.title', { subject: guide.subject })}
        </h1>
        <p>{guide.name}</p>
      </div>
      <p class="surfaces">
        {surface !== 'page' && <OpenButton what="page" shape="tab" act={act} />}
        {surface === 'popup' && !noPanel && <OpenButton what="panel" shape="panel" act={act} />}
        <OpenButton what="options" shape="gear" act={act} />
      </p>
      <nav aria-label={t('agenda.tabs')}>
        {TABS.map(([tab, name]) => (
          <button
            type="button"
            key={tab}
            aria-current={view.tab === tab ? 'page' : undefined}
            onClick={() => act.show({ ...view, tab })}
          >
            {t(name)}
          </button>
        ))}
      </nav>
    </header>
  );
}

function OpenButton({
  what,
  shape,
  act,
}: {
  what: 'page' | 'panel' | 'options';
  shape: 'tab' | 'panel' | 'gear';
  act: Actions;
}) {
  const name = t(`agenda.${what}`);
  return (
    <button type="button" title={name} onClick={() => act.open(what)}>
      <Icon shape={shape} />
    </button>
  );
}

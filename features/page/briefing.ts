/**
 * The briefing: everything that the guide says about a session, below the title of the session's own page.
 *
 * Seen at `/event/ID` of any session of the guide.
 */
import { report } from '../../lib/report/report.ts';
import { briefingAnchor, hasBriefingRoom } from '../../sched/place.ts';
import { sessionText } from '../../sched/session-text.ts';
import type { Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import type { Feature, FeatureContext, Settle } from './context.ts';
import { createMount, type Mount, onAction, placeBeside, setStars } from './mount.ts';
import { drawPanel, loadPanel } from './panel.ts';
import { restorer } from './restore.ts';
import { pageText } from './texts.ts';
import hostCss from './views/BriefingHost.css?inline';

export const briefing: Feature = {
  runsOn: ({ parts, isEventPage }) => isEventPage && parts.has('cards'),
  start: startBriefing,
};

function startBriefing({ ask, index, onSeen, picks, signal, spots }: FeatureContext): Settle {
  let shown: { spot: Spot; mount: Mount } | undefined;

  const isAstray = () => shown && briefingAnchor(shown.spot).nextElementSibling !== shown.mount.host;
  const insert = () => {
    if (shown) placeBeside(briefingAnchor(shown.spot), shown.mount.host);
  };
  const restore = restorer(insert, signal);

  /** Takes up its room at once, and is filled when the panel arrives. */
  const show = (spot: Spot) => {
    const { id } = spot;
    const printed = sessionText(spot.link).title;
    const label = pageText('page.guideOf', { subject: index.subject, title: printed });
    const mount = createMount('csg-briefing', 'region', label, hostCss, signal);
    const { host, root } = mount;
    shown = { spot, mount };
    const isShown = () => shown?.mount === mount;
    host.dataset.session = id;
    host.dataset.theme = themeBehind(briefingAnchor(spot));
    // The style sheet keeps room below the title. The briefing moves up into it.
    if (hasBriefingRoom(briefingAnchor(spot))) host.dataset.room = '';
    insert();
    root.addEventListener('focusin', ({ target }) => {
      // The part that is cut off can get the focus too.
      if ((target as Element).closest('.body, nav')) toggleAll(mount, true);
    });
    onAction(mount, { pick: () => picks.toggle(id, printed), all: () => toggleAll(mount) });
    let drawn = '';
    const load = async () => {
      const panel = await loadPanel(ask, 'briefing', id);
      const now = JSON.stringify(panel.tree);
      // Redrawing would lose the focus and the selection.
      if (!isShown() || now === drawn) return;
      drawn = now;
      root.replaceChildren(drawPanel(panel, root));
      setStars(root, picks.has(id));
      showAll(mount);
    };
    onSeen(id, () => void (isShown() && load().catch((error: unknown) => report(error, 'briefing'))));
    load().catch((error: unknown) => {
      report(error, 'briefing');
      if (isShown()) clear();
    });
  };
  const clear = () => {
    shown?.mount.host.remove();
    shown = undefined;
  };

  signal.addEventListener('abort', clear);
  picks.subscribe(() => {
    if (shown) setStars(shown.mount.root, picks.has(shown.spot.id));
  });

  return ({ found, lost }) => {
    const isLost = shown && lost.includes(shown.spot);
    if (isLost) clear();
    // Another title may have been found before, if the page draws itself anew.
    const spot = [...(isLost ? spots : found)].find(({ form, mark }) => form === 'title' && mark.kind === 'guide');
    if (spot && !shown) show(spot);
    else if (isAstray()) restore();
  };
}

function toggleAll(mount: Mount, all?: boolean): void {
  mount.host.toggleAttribute('data-all', all);
  showAll(mount);
}

function showAll({ host, root }: Mount): void {
  const all = host.hasAttribute('data-all');
  const button = root.querySelector('.all');
  button?.setAttribute('aria-expanded', String(all));
  button?.replaceChildren(pageText(all ? 'page.showLess' : 'page.showAll'));
}

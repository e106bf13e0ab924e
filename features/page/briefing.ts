/**
 * The briefing: all that the guide says of a session, open under the title of the session's own page.
 *
 * Seen at `/event/ID` of any session of the guide.
 */

import { report } from '../../lib/report/report.ts';
import { t } from '../../lib/text.ts';
import { briefingAnchor, hasBriefingRoom } from '../../sched/place.ts';
import { sessionText } from '../../sched/session-text.ts';
import type { Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import type { Feature, FeatureContext } from './context.ts';
import { createMount, type Mount, onAction, setStars } from './mount.ts';
import { drawPanel } from './panel.ts';
import { restorer } from './restore.ts';
import hostCss from './views/BriefingHost.css?inline';

export function briefing({ changed, index, panel, picks, signal }: FeatureContext): Feature {
  let title: Spot | undefined;
  let mount: Mount | undefined;

  const failed = (error: unknown) => report(error, 'briefing');
  const isAstray = () => title && mount && briefingAnchor(title).nextElementSibling !== mount.host;
  const place = () => {
    if (title && mount && isAstray()) briefingAnchor(title).after(mount.host);
  };
  const restore = restorer(place, signal);

  /** Takes its room at once, and fills it when the content has come. */
  const show = async (spot: Spot) => {
    const { id } = spot;
    const printed = sessionText(spot.link).title;
    const label = t('page.guideOf', { subject: index.subject, title: printed });
    const own = createMount('csg-briefing', 'region', label, hostCss, signal);
    title = spot;
    mount = own;
    own.host.dataset.session = id;
    own.host.dataset.theme = themeBehind(briefingAnchor(spot));
    // Margins that stand against each other add up: the briefing moves up into the room.
    if (hasBriefingRoom(briefingAnchor(spot))) own.host.dataset.room = '';
    place();
    onAction(own, { pick: () => picks.toggle(id, printed), all: () => toggleAll(own) });
    try {
      await fill(own, id);
    } catch (error) {
      failed(error);
      if (mount === own) clear();
    }
  };

  const fill = async ({ host, root }: Mount, id: string) => {
    const drawn = drawPanel(await panel('briefing', id), root);
    root.replaceChildren(drawn);
    setStars(root, picks.has(id));
    showAll({ host, root });
  };

  const clear = () => {
    mount?.host.remove();
    mount = undefined;
    title = undefined;
  };

  signal.addEventListener('abort', clear);
  changed.subscribe((ids) => {
    if (mount && title && ids.includes(title.id)) fill(mount, title.id).catch(failed);
  });
  picks.subscribe(() => {
    if (mount && title) setStars(mount.root, picks.has(title.id));
  });

  return ({ found, lost }) => {
    if (title && lost.includes(title)) clear();
    const spot = found.find(({ form, mark }) => form === 'title' && mark.kind === 'guide');
    if (spot && !title) {
      void show(spot);
    } else if (isAstray()) {
      restore();
    }
  };
}

function toggleAll(mount: Mount): void {
  mount.host.toggleAttribute('data-all');
  showAll(mount);
}

function showAll({ host, root }: Mount): void {
  const all = host.hasAttribute('data-all');
  const button = root.querySelector('.all');
  button?.setAttribute('aria-expanded', String(all));
  button?.replaceChildren(t(all ? 'page.showLess' : 'page.showAll'));
}

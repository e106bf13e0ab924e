/**
 * The briefing: all that the guide says of a session, open under the title of the session's own page.
 *
 * https://colocatedeventsna2025.sched.com/event/28D1Y
 */

import briefingCss from '../../components/Briefing.css?inline';
import { Briefing } from '../../components/Briefing.tsx';
import { asNode } from '../../components/dom/as-node.ts';
import bodyCss from '../../components/SessionBody.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import type { SessionDetail } from '../../lib/agenda.ts';
import { report } from '../../lib/report.ts';
import { briefingAnchor } from '../../sched/place.ts';
import type { Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import type { Feature, FeatureContext } from './context.ts';
import { createMount, type Mount, setStars } from './mount.ts';
import { restorer } from './restore.ts';

const CSS = tokensCss + briefingCss + bodyCss;

export function briefing(context: FeatureContext): Feature {
  const { detail, picks, signal } = context;
  let title: Spot | undefined;
  let mount: Mount | undefined;

  const place = () => {
    const anchor = title && briefingAnchor(title);
    if (mount && anchor && anchor.nextElementSibling !== mount.host) anchor.after(mount.host);
  };
  const restore = restorer(place, signal);

  const show = async (spot: Spot) => {
    const drawn = drawBriefing(await detail(spot.id), context);
    if (signal.aborted || title !== spot) return;
    mount = drawn;
    mount.host.dataset.theme = themeBehind(briefingAnchor(spot));
    place();
  };

  const clear = () => {
    mount?.host.remove();
    mount = undefined;
    title = undefined;
  };

  signal.addEventListener('abort', clear);
  picks.subscribe(() => {
    if (mount && title) setStars(mount.root, picks.has(title.id));
  });

  return ({ found, lost }) => {
    if (title && lost.includes(title)) clear();
    const spot = found.find(({ form }) => form === 'title');
    if (spot && !title) {
      title = spot;
      show(spot).catch((error: unknown) => report(error, 'briefing'));
    } else if (mount && title && briefingAnchor(title).nextElementSibling !== mount.host) {
      restore();
    }
  };
}

function drawBriefing(detail: SessionDetail, { index, picks }: FeatureContext): Mount {
  const { id, title } = detail.session;
  const mount = createMount('csg-briefing', id, `${index.subject} guide: ${title}`, CSS);
  const panel = (
    <Briefing detail={detail} subject={index.subject} picked={picks.has(id)} onPick={() => picks.toggle(id)} />
  );
  mount.root.append(asNode(panel));
  return mount;
}

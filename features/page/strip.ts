/**
 * The strip at the top of a list: how many sessions the page has for the reader, the way from one to the next, and the
 * others set back.
 *
 * Seen at `/list/simple`.
 */
import { browser } from 'wxt/browser';
import { isGo } from '../../lib/messages.ts';
import { report } from '../../lib/report/report.ts';
import { counted, t } from '../../lib/text.ts';
import { stripPlace } from '../../sched/place.ts';
import { sessionText } from '../../sched/session-text.ts';
import type { Spot } from '../../sched/sessions.ts';
import { themeBehind } from '../../sched/theme.ts';
import type { Feature, FeatureContext } from './context.ts';
import { createMount, onAction } from './mount.ts';
import { drawPanel } from './panel.ts';
import { restorer } from './restore.ts';

const ONLY = 'data-csg-only';

export function strip({ index, panel, settings, signal }: FeatureContext): Feature {
  const spots = new Set<Spot>();
  let at: Spot | undefined;
  const mount = createMount('csg-strip', 'region', '', '', signal);
  const { host, root } = mount;
  const part = (selector: string) => root.querySelector(selector);
  const failed = (error: unknown) => report(error, 'strip');

  // Told once, when all sessions of a long page are known: a count that grows would move what stands beside it.
  let more = true;
  host.hidden = true;
  const show = () => {
    if (more) return;
    const only = settings.now().othersOff;
    document.documentElement.toggleAttribute(ONLY, only && spots.size > 0);
    part('[data-action=only]')?.setAttribute('aria-pressed', String(only));
    host.hidden = spots.size === 0;
    part('.counts')?.replaceChildren(counts(spots));
  };
  const place = () => {
    const { before, kind } = stripPlace(document);
    host.dataset.place = kind;
    before?.before(host);
  };
  // Told between layout and paint, when to ask for a colour costs nothing: before, it would lay out the whole list once more.
  const laidOut = new ResizeObserver(() => {
    host.dataset.theme = themeBehind(stripPlace(document).before);
  });
  const restore = restorer(place, signal);

  const go = (step: 1 | -1) => {
    const places = inOrder(spots);
    const from = at ? places.indexOf(at) : -1;
    // From nowhere, the next is the first and the previous the last.
    at = places.at(from < 0 ? Math.min(step, 0) : (from + step) % places.length);
    if (!at) return;
    at.link.scrollIntoView({ block: 'center' });
    at.link.focus({ preventScroll: true });
    const { title } = sessionText(at.link);
    const where = t('page.position', { at: places.indexOf(at) + 1, of: places.length, title });
    part('[role=status]')?.replaceChildren(where);
  };
  let aboutOpen = false;
  const about = async () => {
    aboutOpen = !aboutOpen;
    part('.about')?.remove();
    const expanded = () => part('[data-action=about]')?.setAttribute('aria-expanded', String(aboutOpen));
    expanded();
    if (!aboutOpen) return;
    try {
      const drawn = drawPanel(await panel('about'), root);
      if (aboutOpen && !part('.about')) part('.strip')?.append(drawn);
    } catch (error) {
      aboutOpen = false;
      expanded();
      failed(error);
    }
  };
  onAction(mount, {
    next: () => go(1),
    previous: () => go(-1),
    only: () => settings.turn({ others: true }, settings.now().othersOff),
    about: () => void about(),
    close: () => settings.turn({ part: 'strip' }, false),
  });

  // In a toolbar the arrows lead from one button to the next.
  root.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const buttons = [...root.querySelectorAll<HTMLElement>('[role=toolbar] button')];
    const from = buttons.indexOf(root.activeElement as HTMLElement);
    if (step !== 0 && from >= 0) buttons.at((from + step) % buttons.length)?.focus();
  });

  const listen = (message: unknown) => {
    if (isGo(message) && spots.size > 0) go(message.step);
  };
  browser.runtime.onMessage.addListener(listen);
  settings.subscribe(show, signal);
  signal.addEventListener('abort', () => {
    browser.runtime.onMessage.removeListener(listen);
    document.documentElement.removeAttribute(ONLY);
    laidOut.disconnect();
    host.remove();
  });

  const drawn = panel('strip').then((loaded) => {
    if (signal.aborted) return;
    const drawnStrip = drawPanel(loaded, root);
    root.append(drawnStrip);
    host.setAttribute('aria-label', t('page.guide', { subject: index.subject }));
    laidOut.observe(drawnStrip);
    show();
    place();
  });
  drawn.catch(failed);

  return ({ found, lost, more: isMore }) => {
    for (const spot of lost) spots.delete(spot);
    for (const spot of found) spots.add(spot);
    const isWhole = more && !isMore;
    more = isMore;
    if (isWhole || found.length + lost.length > 0) show();
    if (part('.strip') && !host.isConnected) restore();
  };
}

/** The spots that can be seen, from the page's top to its end. */
function inOrder(spots: ReadonlySet<Spot>): Spot[] {
  const visible = [...spots].filter(({ link }) => link.getClientRects().length > 0);
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  return visible.sort((a, b) => (a.link.compareDocumentPosition(b.link) & follows ? -1 : 1));
}

/** Such as “10 guide sessions, 3 mentions”: distinct sessions, however often the page shows them. */
function counts(spots: ReadonlySet<Spot>): string {
  const ids = (kind: string) => new Set([...spots].filter(({ mark }) => mark.kind === kind).map(({ id }) => id)).size;
  const guide = counted('page.countGuide', ids('guide'));
  const mentions = ids('mention');
  return mentions > 0 ? t('page.counts', { guide, mentions: counted('page.countMentions', mentions) }) : guide;
}

/** Takes the screenshots for the stores, on the replica of the guide's sites. */
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import type { GuideFile, SessionFile } from '../../data/schema.ts';
import type { Launched } from '../launch.ts';
import { type Layout, POPUP, type Shot, WITHIN } from './draw.ts';

/** The layouts of the pictures by name, in the stores' order. */
export const PICTURES = {
  list: 'side',
  event: 'top',
  agenda: 'top',
  'catch-up': 'side',
  popup: 'top',
} as const satisfies Record<string, Layout>;
export type Picture = keyof typeof PICTURES;

/** Takes all screenshots in one run of the browser. */
export async function takeShots(driven: Launched, guide: GuideFile): Promise<Record<Picture, Shot>> {
  const { session, recorded } = toShow(guide);
  const host = siteHost(guide, session);
  const size = (name: Picture) => WITHIN[PICTURES[name]];

  const address = `https://${host}/list/simple`;
  const list = await open(driven, address, { width: WITHIN.top.width, height: size('list').height });
  const card = `csg-card[data-session="${session.id}"]`;
  await (await list.waitForSelector(`${card} >>> .toggle`))?.click();
  await list.waitForSelector(`${card} >>> .panel`);
  await toTop(list, `[data-csg-session="${session.id}"]`, 150);
  const badge = await list.$$eval('[data-csg-kind="guide"]', (marked) => marked.length);
  // Without the page's sidebar.
  const left = await list.$eval(card, (element) => element.getBoundingClientRect().left);
  const part = { left: Math.max(0, Math.round(left) - 36), top: 0, ...size('list') };
  const listShot = {
    address,
    page: await sharp(await list.screenshot())
      .extract(part)
      .png()
      .toBuffer(),
    badge,
  };

  // For the popup: another place on the same list, without an open card.
  await (await list.waitForSelector(`${card} >>> .toggle`))?.click();
  await list.mouse.move(1, 1);
  await list.setViewport(size('popup'));
  await toTop(list, `[data-csg-session="${session.id}"]`, 200);
  const behind = await list.screenshot();

  const eventAddress = `https://${siteHost(guide, recorded)}/event/${recorded.id}`;
  const event = await open(driven, eventAddress, size('event'));
  await event.waitForSelector('csg-briefing >>> .briefing, csg-briefing >>> section');
  await toTop(event, '[data-csg-session]', 24);
  const eventShot = { address: eventAddress, page: await event.screenshot(), badge: 1 };

  await pick(driven, guide);
  const popup = await openOwn(driven, 'popup.html', POPUP);
  const popupShot = { address, page: behind, popup: await popup.screenshot(), badge };

  const agenda = await openOwn(driven, 'agenda.html', size('agenda'));
  await toTop(agenda, '.list [data-session]:has(.star[aria-pressed=true])', 250);
  const agendaShot = { address: await agenda.title(), page: await agenda.screenshot() };

  const catchUp = await openOwn(driven, 'agenda.html?tab=catch-up', size('catch-up'));
  await catchUp.waitForSelector('.catch-up');
  await catchUp.$$eval('.catch-up input[type=radio]', (choices) => (choices[2] as HTMLElement).click());
  await catchUp.waitForSelector('.stops [data-session]');
  const catchUpShot = { address: await catchUp.title(), page: await catchUp.screenshot() };
  return { list: listShot, event: eventShot, agenda: agendaShot, 'catch-up': catchUpShot, popup: popupShot };
}

/** The session with the most facts in the guide, and a recorded one. Neither has changes. */
function toShow({ sessions, id }: GuideFile): { session: SessionFile; recorded: SessionFile } {
  const weight = ({ related, links, terms }: SessionFile) => related.length + links.length + terms.length;
  const [session, ...others] = sessions
    .filter(({ changes }) => changes.length === 0)
    .toSorted((one, other) => weight(other) - weight(one));
  const recorded = others.find(({ links }) => links.some(({ kind }) => kind === 'recording')) ?? others[0];
  if (!session || !recorded) throw new Error(`the guide ${id} has too few sessions for the pictures`);
  return { session, recorded };
}

function siteHost({ sites }: GuideFile, session: SessionFile): string {
  return sites.find(({ id }) => id === session.site)?.host ?? '';
}

/** Picks two simultaneous sessions, if there are any, and the last one. */
async function pick(driven: Launched, { sessions }: GuideFile): Promise<void> {
  const first = sessions.find((one) => sessions.some((two) => one !== two && one.start === two.start));
  const atOnce = sessions.filter(({ start }) => start === first?.start).slice(0, 2);
  const page = await openOwn(driven, 'agenda.html', WITHIN.top);
  const ids = new Set([...atOnce, ...sessions.slice(-1)].map(({ id }) => id));
  for (const id of ids) await page.$eval(`[data-session="${id}"] .star`, (star) => (star as HTMLElement).click());
  await page.waitForFunction(
    (count) => document.querySelectorAll('.star[aria-pressed=true]').length === count,
    {},
    ids.size,
  );
  await page.close();
}

async function open(driven: Launched, url: string, size: { width: number; height: number }): Promise<Page> {
  const page = await driven.open(url);
  await page.setViewport(size);
  return page;
}

async function openOwn(driven: Launched, file: string, size: { width: number; height: number }): Promise<Page> {
  const page = await driven.openExtension(file);
  await page.setViewport(size);
  await page.waitForSelector('main button');
  return page;
}

/** Scrolls until an element is this many pixels below the top edge. */
async function toTop(page: Page, selector: string, under: number): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(
    selector,
    (element, pixels) => {
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
      let box: Element | null = element.parentElement;
      while (box && box.scrollTop === 0) box = box.parentElement;
      (box ?? document.documentElement).scrollBy({ top: -pixels, behavior: 'instant' });
    },
    under,
  );
  // Content that scrolls into view is drawn in the next frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

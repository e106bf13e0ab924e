/** Simulates a reader who uses both sites for hours: the actions, and what must be stored after them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { GuideFile } from '../../data/schema.ts';
import { hostIn } from '../../tests/e2e/chosen.ts';
import { pick, type Random, random } from '../../tests/sched-site/random.ts';
import type { Launched } from '../launch.ts';

/** The reader's data, which must be exactly what is stored at any time. */
export interface Made {
  picked: Set<string>;
  notes: Map<string, string>;
}

export interface Tabs {
  /** A list that is never reloaded. */
  list: Page;
  /** A tab that navigates from page to page. */
  tour: Page;
  agenda: Page;
  options: Page;
}

export interface World {
  driven: Launched;
  guide: GuideFile;
  /** The ids of the sessions on the open list. */
  ids: readonly string[];
  tabs: Tabs;
  made: Made;
  /** Opens one of the extension's pages, and collects its errors. */
  openPopup: () => Promise<Page>;
}

type Act = (world: World, chance: Random) => Promise<unknown>;

const tourPaths = ({ subject }: GuideFile) => [
  '/',
  '/list/simple',
  '/list/descriptions',
  '/grid',
  '/venues',
  `/search?searchstring=${encodeURIComponent(subject)}`,
  '/popular',
  '/print',
  '/mobile-site',
  '/directory/speakers',
  '/my-schedule',
  '/list/simple?iframe=yes&w=100%&sidebar=yes',
  '/replica/forms',
  '/replica/challenge',
];

/** Switches in the options to click twice. */
const SWITCHES = ['Toolbar above lists', 'Summaries'];

const ACTS: Record<string, Act> = {
  async visit({ tabs, guide }, chance) {
    const session = pick(chance, guide.sessions);
    const path = chance() < 0.4 ? `/event/${session.id}` : pick(chance, tourPaths(guide));
    await tabs.tour.goto(`https://${hostIn(guide, session.site)}${path}`, { waitUntil: 'load' });
  },
  async back({ tabs }) {
    await tabs.tour.goBack({ timeout: 10_000 }).catch(() => {});
  },
  async filter({ tabs }, chance) {
    await tabs.list.evaluate(
      (number) => {
        const boxes = document.querySelectorAll<HTMLInputElement>('.replica-hide');
        boxes[number % boxes.length]?.click();
      },
      Math.floor(chance() * 100),
    );
  },
  async draw({ tabs }) {
    await tabs.list.evaluate(async () => {
      const { replica } = window as unknown as { replica: { rerender(): Promise<void>; churn(n: number): void } };
      replica.churn(300);
      await replica.rerender();
      // Nodes left by the churn belong to the page, and would count as growth.
      document.querySelector('#replica-churn')?.replaceChildren(new Text());
    });
  },
  async starOnPage({ tabs, made, ids }, chance) {
    const id = pick(chance, ids);
    const pressed = await tabs.list.evaluate((wanted) => {
      const star = document
        .querySelector(`csg-card[data-session="${wanted}"]`)
        ?.shadowRoot?.querySelector<HTMLElement>('.star');
      star?.click();
      return star !== undefined && star !== null;
    }, id);
    if (pressed) turn(made, id);
  },
  async card({ tabs, ids }, chance) {
    await tabs.list.evaluate(
      (wanted) => {
        const card = document.querySelector(`csg-card[data-session="${wanted}"]`);
        card?.shadowRoot?.querySelector<HTMLElement>('.toggle')?.click();
      },
      pick(chance, ids),
    );
  },
  async strip({ tabs }, chance) {
    const action = pick(chance, ['next', 'previous', 'about', 'about', 'only', 'only']);
    // With the mouse, because scripts can't change settings.
    await tabs.list.bringToFront();
    await (await tabs.list.$(`csg-strip >>> [data-action=${action}]`))?.click();
  },
  async popup({ openPopup, made, guide }, chance) {
    const page = await openPopup();
    const { id } = pick(chance, guide.sessions);
    const star = await page.waitForSelector(`.list [data-session="${id}"] .star`).catch(() => null);
    // The popup may have opened without this star.
    if (star && chance() < 0.7) {
      await star.evaluate((one) => (one as HTMLElement).click());
      turn(made, id);
      await page.waitForFunction(
        (key, there) => chrome.storage.local.get(key).then((all) => key in all === there),
        { timeout: 10_000 },
        `pick:${id}`,
        made.picked.has(id),
      );
    }
    await page.close();
  },
  async note({ tabs, made, guide }, chance) {
    const { id } = pick(chance, guide.sessions);
    const row = `.list [data-session="${id}"]`;
    const toggle = () => tabs.agenda.$eval(`${row} h3 button`, (button) => (button as HTMLElement).click());
    await toggle();
    await seen(tabs.agenda, `${row} textarea`);
    const text = `Note ${Math.floor(chance() * 1e6)}: “ask” <b>&`;
    await tabs.agenda.$eval(
      `${row} textarea`,
      (field, now) => {
        (field as HTMLTextAreaElement).value = now;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      text,
    );
    made.notes.set(id, text);
    await toggle();
  },
  async choose({ tabs }, chance) {
    const name = pick(chance, ['Sky blue', 'Green', 'Amber', 'Dark', 'Light', ...SWITCHES]);
    const press = () =>
      tabs.options.$$eval(
        'label',
        (labels, wanted) => {
          const label = labels.find((one) => one.textContent?.trim() === wanted);
          label?.querySelector('input')?.click();
        },
        name,
      );
    await press();
    if (!SWITCHES.includes(name)) return;
    // Some pages have none, so there is nothing to wait for.
    await pause(300);
    await press();
  },
  async endWorker({ driven }) {
    if (driven.name === 'firefox') return;
    const worker = driven.browser.targets().find((target) => target.type() === 'service_worker');
    // It may already have stopped by itself.
    await (await worker?.worker())?.close().catch(() => {});
  },
};

/** Opens and closes every row of the agenda once, because the agenda keeps the content of opened rows. */
export async function openRows({ tabs, guide }: World): Promise<void> {
  for (const { id } of guide.sessions) {
    const row = `.list [data-session="${id}"]`;
    const toggle = () => tabs.agenda.$eval(`${row} h3 button`, (button) => (button as HTMLElement).click());
    await toggle();
    await seen(tabs.agenda, `${row} textarea`);
    await toggle();
  }
}

/** Chooses the reader's next actions from a seed. Each returns its name. */
export function createReader(world: World, seed: number): () => Promise<string> {
  const chance = random(seed);
  const names = Object.keys(ACTS);
  return async () => {
    const name = pick(chance, names);
    await ACTS[name]?.(world, chance);
    await pause(100);
    return name;
  };
}

/** Waits for an element, and disposes of its handle, which would keep the element alive. */
async function seen(page: Page, selector: string): Promise<void> {
  await (await page.waitForSelector(selector))?.dispose();
}

function turn({ picked }: Made, id: string): void {
  if (!picked.delete(id)) picked.add(id);
}

/** Resets the pages before a measurement, so that only leaks can differ. */
export async function comeToRest({ tabs }: World): Promise<void> {
  await tabs.list.evaluate(() => {
    const hosts = [...document.querySelectorAll('csg-card, csg-strip')];
    for (const open of hosts.flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll('[aria-expanded=true]') ?? []),
    ])) {
      (open as HTMLElement).click();
    }
    for (const box of document.querySelectorAll<HTMLInputElement>('.replica-hide:not(:checked)')) box.click();
  });
  await pause(200);
}

/** Personal data, content security policies and other extensions (docs/reliability.md). */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { busiestSite } from './chosen.ts';
import { standing } from './standing.ts';
import { openFollowed } from './trouble.ts';
import { hostOf, idle, idsOf, type World } from './world.ts';

export function quietFaults(world: World): void {
  const site = busiestSite(world.guide);
  const host = hostOf(world, site);
  const list = `https://${host}/list/simple?sessions=120`;
  const ids = idsOf(world, site).sort();
  const [ID = ''] = ids;
  const there = { marked: ids, cards: ids, strips: 1 };

  describe('the extension', () => {
    world.anyBrowser('stores only facts about sessions from a signed-in reader’s pages', async () => {
      const user = 'Quincy Private-Person';
      const mail = 'quincy@private.example';
      await world.driven.browser.setCookie({
        name: 'replica_user',
        value: encodeURIComponent(user),
        domain: host,
        path: '/',
        secure: true,
      });
      for (const path of ['list/simple?sessions=120', 'list/descriptions?sessions=120', `event/${ID}`]) {
        const page = await world.driven.open(`https://${host}/${path}`);
        await page.waitForSelector('csg-card, csg-briefing');
        await page.evaluate(
          (name, address) => {
            const content = document.querySelector('#sched-content-inner') as Element;
            content.prepend(`${name} <${address}> has ticket 4711`);
            document.querySelector('.event')?.append(` for ${name} <${address}>`);
            document.dispatchEvent(new Event('visibilitychange'));
          },
          user,
          mail,
        );
        await idle(page);
      }
      const stored = await world.home.evaluate(() => chrome.storage.local.get(null));
      expect(Object.keys(stored).filter((key) => !/^seen:[0-9A-Za-z]{4,6}$/u.test(key))).toEqual([]);
      expect(Object.keys(stored).length).toBeGreaterThan(0);
      expect(JSON.stringify(stored)).not.toMatch(/Quincy|private\.example|4711/u);
    });

    world.anyBrowser('violates no policy of its own pages, whatever they show', async () => {
      const violations = async (page: Page) =>
        page.evaluate(() => (globalThis as unknown as { violations?: string[] }).violations);
      const follow = () => {
        const all: string[] = [];
        Object.assign(globalThis, { violations: all });
        addEventListener(
          'securitypolicyviolation',
          ({ violatedDirective, blockedURI }) => all.push(`${violatedDirective} ${blockedURI}`),
          true,
        );
      };
      for (const file of ['popup.html', 'options.html']) {
        const page = await world.driven.browser.newPage();
        await page.setViewport({ width: 440, height: 600 });
        // Firefox can't inject scripts before those of an extension's page.
        if (world.name === 'chrome') await page.evaluateOnNewDocument(follow);
        await page.goto(world.driven.extensionUrl(file), { waitUntil: world.name === 'chrome' ? 'load' : [] });
        if (world.name === 'firefox') await page.evaluate(follow);
        if (!file.startsWith('options')) {
          await page.waitForSelector('.foot .switches');
          // The popup reopens the last tab.
          await page.click('.head nav button:nth-child(1)');
          await page.waitForSelector('.list h3 button');
          await page.click('.list h3 button');
          await page.waitForSelector('.mine');
          for (const [tab, part] of [
            ['2', '.catch-up'],
            ['3', '.share'],
          ] as const) {
            await page.click(`.head nav button:nth-child(${tab})`);
            await page.waitForSelector(part);
          }
        }
        expect(await violations(page), file).toEqual([]);
      }
    });
  });

  describe('other extensions', () => {
    world.anyBrowser(
      'that translate, darken and annotate the page remove no mark, and cause no loop of changes',
      async () => {
        const { page, trouble } = await openFollowed(world, list);
        expect(await standing(page, ids.length)).toEqual(there);
        const changes = await page.evaluate(async () => {
          // Like a translator: wraps every text in two elements.
          for (const title of document.querySelectorAll('.session-title')) {
            const [outer, inner] = [document.createElement('font'), document.createElement('font')];
            inner.append(...title.childNodes);
            outer.append(inner);
            title.append(outer);
          }
          // Like a dark mode: attributes and styles on all elements, and an additional style sheet.
          document.documentElement.setAttribute('data-darkreader-mode', 'dynamic');
          for (const element of document.querySelectorAll<HTMLElement>('body *')) {
            element.setAttribute('data-darkreader-inline-color', '');
            element.style.setProperty('--darkreader-inline-color', '#ccc');
          }
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { background-color: #181a1b !important; color: #e8e6e3 !important }');
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
          // Like an accessibility tool: labels on links.
          for (const link of document.querySelectorAll('.event a')) link.setAttribute('aria-label', link.textContent);
          await new Promise((resolve) => setTimeout(resolve, 300));
          let seen = 0;
          new MutationObserver((records) => (seen += records.length)).observe(document, {
            childList: true,
            attributes: true,
            subtree: true,
          });
          await new Promise((resolve) => setTimeout(resolve, 1000));
          return seen;
        });
        expect(changes).toBe(0);
        expect(await standing(page, ids.length)).toEqual(there);
        expect(trouble).toEqual([]);
      },
    );
  });
}

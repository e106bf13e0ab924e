import { describe, expect, test } from 'vitest';
import { firstLook } from '../../build/first-look.ts';
import { GUIDE_FILE, readGuide } from '../../build/guide-plugin.ts';
import type { GuideFile } from '../../data/schema.ts';

const guide = readGuide(GUIDE_FILE);

const drawDocument = (surface: string) => `<html>
  <head>
    <script type="module" src="/chunks/popup.js"></script>
    <link rel="stylesheet" href="/assets/surface.css">
    <link rel="stylesheet" href="/assets/agenda.css">
  </head>
  <body><main><!-- agenda: ${surface} --></main></body>
</html>`;

const named = { name: 'Seed Days 2031', subject: 'Barley' };

const usual = firstLook({ ...guide, ...named });

async function transformed(html: string, change?: Partial<GuideFile>): Promise<string> {
  const { transformIndexHtml } = change ? firstLook({ ...guide, ...change }) : usual;
  if (typeof transformIndexHtml !== 'object') throw new Error('the plugin transforms no document');
  return (transformIndexHtml.handler as (html: string) => Promise<string>)(html);
}

const sessionsIn = (html: string) => [...html.matchAll(/data-session="(\w+)"/gu)].map(([, id]) => id);

describe('the first look of a document', () => {
  test('is the guide’s agenda, inert and without handlers', async () => {
    const html = await transformed(drawDocument('popup'));
    expect(html).toContain('<div inert class="agenda popup"><header class="head">');
    expect(html).toContain('</header><div class="columns" hidden>');
    expect(html).toContain(`${guide.sessions.length} sessions`);
    expect(html).toMatch(/<h1><svg.*<\/svg> Barley Session Guide<\/h1><p>Seed Days 2031<\/p>/u);
    expect(html).not.toMatch(/<!--|onclick/iu);
  });

  test('lists recorded sessions first, as after the event', async () => {
    const shown = sessionsIn(await transformed(drawDocument('panel')));
    const recorded = guide.sessions.filter(({ links }) => links.some(({ kind }) => kind === 'recording'));
    expect(shown.slice(0, recorded.length).sort()).toEqual(recorded.map(({ id }) => id).sort());
  });

  test('counts all sessions under a heading, including those not drawn', async () => {
    const recorded = guide.sessions.filter(({ links }) => links.some(({ kind }) => kind === 'recording'));
    expect(recorded.length).toBeGreaterThan(3);
    expect(await transformed(drawDocument('popup'))).toContain(
      `Recorded <span class="count">${recorded.length} sessions`,
    );
  });

  test('draws only as many sessions as the surface shows at once, because each delays the first frame', async () => {
    const popup = sessionsIn(await transformed(drawDocument('popup')));
    const panel = sessionsIn(await transformed(drawDocument('panel')));
    expect([popup.length, panel.length]).toEqual([3, 10]);
    expect(panel.slice(0, 3)).toEqual(popup);
  });

  test('is only the head in a tab, and where no session is recorded', async () => {
    const sessions = guide.sessions.map((session) => ({ ...session, links: [] }));
    const coming = await transformed(drawDocument('popup'), { sessions });
    for (const html of [coming, await transformed(drawDocument('page'))]) {
      expect(html).toContain('<header class="head">');
      expect(html).not.toContain('data-session');
    }
  });

  test('has one more button in the panel than in a tab, and two more in the popup', async () => {
    const buttons = async (surface: string) => {
      const [head = ''] = /<header.*?<\/header>/u.exec(await transformed(drawDocument(surface))) ?? [];
      return head.match(/<button/gu)?.length ?? 0;
    };
    const [page, panel, popup] = [await buttons('page'), await buttons('panel'), await buttons('popup')];
    expect([panel - page, popup - panel]).toEqual([1, 1]);
  });

  test('loads the style sheets before the script, in their original order', async () => {
    const files = [...(await transformed(drawDocument('page'))).matchAll(/(?:src|href)="\/([^"]+)"/gu)].map(
      ([, file]) => file,
    );
    expect(files).toEqual(['assets/surface.css', 'assets/agenda.css', 'chunks/popup.js']);
  });

  test('escapes the guide’s name and subject', async () => {
    const html = await transformed(drawDocument('page'), { name: 'Salt & <b>Pepper</b> $& 2031', subject: 'C&C' });
    expect(html).toContain('</svg> C&amp;C Session Guide</h1><p>Salt &amp; &lt;b>Pepper&lt;/b> $&amp; 2031</p>');
  });

  test('is left out of documents without the placeholder', async () => {
    expect(await transformed(drawDocument('page').replace('<!-- agenda: page -->', ''))).not.toContain('<header');
  });
});

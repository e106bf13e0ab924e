import { describe, expect, test } from 'vitest';
import { firstLook } from '../../build/first-look.ts';

const drawDocument = (surface: string) => `<html>
  <head>
    <script type="module" src="/chunks/popup.js"></script>
    <link rel="stylesheet" href="/assets/surface.css">
    <link rel="stylesheet" href="/assets/agenda.css">
  </head>
  <body><div class="agenda ${surface}" inert><!-- head --></div></body>
</html>`;

async function transformed(html: string, guide = { name: 'Seed Days 2031', subject: 'Barley' }): Promise<string> {
  const { transformIndexHtml } = firstLook(guide);
  if (typeof transformIndexHtml !== 'object') throw new Error('the plugin transforms no document');
  return (transformIndexHtml.handler as (html: string) => Promise<string>)(html);
}

describe('The first look of a document', () => {
  test('is the head of its guide’s agenda, inert and without handlers.', async () => {
    const html = await transformed(drawDocument('popup'));
    expect(html).toContain('<div class="agenda popup" inert><header class="head">');
    expect(html).toMatch(/<h1><svg.*<\/svg> Barley Session Guide<\/h1><p>Seed Days 2031<\/p>/u);
    expect(html.match(/<nav/gu)).toHaveLength(1);
    expect(html).not.toMatch(/<!--|onclick/iu);
  });

  test('has the buttons of its surface.', async () => {
    const buttons = async (surface: string) =>
      (await transformed(drawDocument(surface))).match(/<button/gu)?.length ?? 0;
    const [page, panel, popup] = [await buttons('page'), await buttons('panel'), await buttons('popup')];
    expect([panel - page, popup - panel]).toEqual([1, 1]);
  });

  test('loads the style sheets first, in their order.', async () => {
    const files = [...(await transformed(drawDocument('page'))).matchAll(/(?:src|href)="\/([^"]+)"/gu)].map(
      ([, file]) => file,
    );
    expect(files).toEqual(['assets/surface.css', 'assets/agenda.css', 'chunks/popup.js']);
  });

  test('has the guide’s words as text, whatever they are.', async () => {
    const html = await transformed(drawDocument('page'), { name: 'Salt & <b>Pepper</b> $& 2031', subject: 'C&C' });
    expect(html).toContain('</svg> C&amp;C Session Guide</h1><p>Salt &amp; &lt;b>Pepper&lt;/b> $&amp; 2031</p>');
  });

  test('is not in documents without a place for it.', async () => {
    expect(await transformed(drawDocument('page').replace('<!-- head -->', ''))).not.toContain('<header');
  });
});

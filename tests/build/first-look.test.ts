import { describe, expect, test } from 'vitest';
import { firstLook } from '../../build/first-look.ts';

const DOCUMENT = `<html>
  <head>
    <script type="module" src="/chunks/popup.js"></script>
    <link rel="stylesheet" href="/assets/surface.css">
    <link rel="stylesheet" href="/assets/agenda.css">
  </head>
  <body><div class="agenda popup"><!-- head --></div></body>
</html>`;

function looked(html: string, guide = { name: 'Seed Days 2031', subject: 'Barley' }): string {
  const { transformIndexHtml } = firstLook(guide);
  if (typeof transformIndexHtml !== 'object') throw new Error('the plugin transforms no document');
  return (transformIndexHtml.handler as (html: string) => string)(html);
}

describe('The first look of a document', () => {
  test('is the head of its guide’s agenda.', () => {
    const html = looked(DOCUMENT);
    expect(html).toContain('<div class="agenda popup"><header class="head">');
    expect(html).toMatch(/<h1><svg.*<\/svg> Barley<\/h1><p>Seed Days 2031<\/p>/u);
    expect(html).not.toContain('<!--');
  });

  test('asks for the style sheets first, in their order.', () => {
    const files = [...looked(DOCUMENT).matchAll(/(?:src|href)="\/([^"]+)"/gu)].map(([, file]) => file);
    expect(files).toEqual(['assets/surface.css', 'assets/agenda.css', 'chunks/popup.js']);
  });

  test('says what a guide says, whatever that is.', () => {
    const html = looked(DOCUMENT, { name: 'Salt & <b>Pepper</b> $& 2031', subject: 'C&C' });
    expect(html).toContain('</svg> C&amp;C</h1><p>Salt &amp; &lt;b>Pepper&lt;/b> $&amp; 2031</p>');
  });

  test('stays away from documents without a place for it.', () => {
    const options = DOCUMENT.replace('<!-- head -->', '');
    expect(looked(options)).not.toContain('<header');
  });
});

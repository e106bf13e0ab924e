/**
 * Renders the agenda's head into its documents, so that it is painted before any script runs. A popup is then on the screen
 * as soon as a blank one is, and the rest follows in the next frames.
 */
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Plugin, runnerImport } from 'vite';
import type { GuideFile } from '../data/schema.ts';

type HeadModule = typeof import('../features/agenda/views/Head.tsx');
type HeadProps = Parameters<HeadModule['Head']>[0];

const PROJECT = join(import.meta.dirname, '..');
/** Where a document wants the head: in the agenda of its surface. It is inert until the script has drawn it again. */
const PLACE = /<div class="agenda (page|popup|panel)" inert(?:="")?><!-- head -->/u;

/** Fills documents that have a place for the head, and moves their style sheets before their scripts. */
export function firstLook(guide: Pick<GuideFile, 'name' | 'subject'>): Plugin {
  let loaded: Promise<HeadModule> | undefined;
  return {
    name: 'csg-first-look',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const [place, surface] = PLACE.exec(html) ?? [];
        if (!place) return sheetsFirst(html);
        loaded ??= loadHead();
        const { Head } = await loaded;
        // Only these fields of a guide are in the head, and nothing can be pressed yet.
        const props = { guide, surface, view: { tab: 'agenda' }, act: {} } as unknown as HeadProps;
        const head = renderToString(h(Head, props));
        return sheetsFirst(html.replace(place, () => place.replace('<!-- head -->', () => head)));
      },
    },
  };
}

/** The component, with the English texts: those of the documents' language. */
async function loadHead(): Promise<HeadModule> {
  const messages = await parseMessagesFile(join(PROJECT, 'locales/en.yml'));
  const texts = Object.fromEntries(
    messages.flatMap((message) => (message.type === 'simple' ? [[message.key.join('.'), message.message]] : [])),
  );
  const { module } = await runnerImport<HeadModule>(join(PROJECT, 'features/agenda/views/Head.tsx'), {
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    plugins: [preact({ prefreshEnabled: false }), textsPlugin(texts)],
  });
  return module;
}

/** Has the texts where the extension asks the browser for them. */
function textsPlugin(texts: Record<string, string>): Plugin {
  return {
    name: 'csg-texts',
    enforce: 'pre',
    resolveId: (id) => (id === '#i18n' ? '\0csg-texts' : null),
    load: (id) =>
      id === '\0csg-texts'
        ? `const texts = ${JSON.stringify(texts)};
export const i18n = { t: (key, named = {}) => texts[key].replace(/\\{(\\w+)\\}/gu, (all, name) => named[name] ?? all) };`
        : null,
  };
}

/** Browsers load in the document's order, and paint nothing without its style. */
function sheetsFirst(html: string): string {
  const sheets = html.match(/^ *<link rel="stylesheet"[^>]*>\n/gmu) ?? [];
  const others = sheets.reduce((rest, sheet) => rest.replace(sheet, ''), html);
  return others.replace(/^ *<script/mu, (script) => sheets.join('') + script);
}

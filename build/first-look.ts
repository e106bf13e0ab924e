/** Renders the agenda into its documents, so that sessions are painted before the script that draws it is read. */
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Plugin, runnerImport } from 'vite';
import { compileGuide, toAgendaGuide } from '../data/compile.ts';
import type { GuideFile } from '../data/schema.ts';
import type { Surface } from '../features/agenda/list/surface.ts';
import { toInstant } from '../lib/time/time.ts';

type FirstLookModule = typeof import('../features/agenda/views/FirstLook.tsx');

const PROJECT = join(import.meta.dirname, '..');
/** Where a document wants the agenda of its surface. */
const PLACE = /<!-- agenda: (page|popup|panel) -->/u;

/** Fills documents that have a place for the agenda, and moves their style sheets before their scripts. */
export function firstLook(file: GuideFile): Plugin {
  const guide = toAgendaGuide(compileGuide(file, toInstant));
  let loaded: Promise<FirstLookModule> | undefined;
  return {
    name: 'csg-first-look',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const [place, surface] = PLACE.exec(html) ?? [];
        if (!place) return sheetsFirst(html);
        loaded ??= loadFirstLook();
        const { FirstLook } = await loaded;
        const agenda = renderToString(h(FirstLook, { guide, surface: surface as Surface }));
        // Nothing can be pressed until the script has drawn it anew. The head is painted first, the sessions one frame later.
        const first = agenda
          .replace('<div', '<div inert')
          .replace('<div class="columns"', '<div class="columns" hidden');
        return sheetsFirst(html.replace(place, () => first));
      },
    },
  };
}

/** The component, with the English texts: those of the documents' language. */
async function loadFirstLook(): Promise<FirstLookModule> {
  const messages = await parseMessagesFile(join(PROJECT, 'locales/en.yml'));
  const texts = Object.fromEntries(
    messages.flatMap((message) => (message.type === 'simple' ? [[message.key.join('.'), message.message]] : [])),
  );
  const { module } = await runnerImport<FirstLookModule>(join(PROJECT, 'features/agenda/views/FirstLook.tsx'), {
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

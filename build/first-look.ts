/** Prerenders the agenda into its documents, so that sessions are painted before the script is loaded. */
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
/** Marks the place for the agenda in a document. */
const PLACE = /<!-- agenda: (page|popup|panel) -->/u;

/** Prerenders the agenda into documents with such a place, and moves style sheets before scripts. */
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
        // Inert until the script renders it again. The header is painted first, the sessions one frame later.
        const first = agenda
          .replace('<div', '<div inert')
          .replace('<div class="columns"', '<div class="columns" hidden');
        return sheetsFirst(html.replace(place, () => first));
      },
    },
  };
}

/** Loads the component with the English texts, because the documents are in English. */
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

/** Resolves #i18n to the texts, instead of the browser's API. */
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

/** Moves style sheets before scripts: browsers load in document order, and don't paint without styles. */
function sheetsFirst(html: string): string {
  const sheets = html.match(/^ *<link rel="stylesheet"[^>]*>\n/gmu) ?? [];
  const others = sheets.reduce((rest, sheet) => rest.replace(sheet, ''), html);
  return others.replace(/^ *<script/mu, (script) => sheets.join('') + script);
}

import { describe, expect, test } from 'vitest';
import {
  code,
  findLayer,
  imports,
  listFiles,
  listImports,
  listPackages,
  PRODUCT,
  product,
  reachedFrom,
  reachedStatically,
  read,
  show,
  tests,
  tools,
} from './sources.ts';

/** What each layer may import, as values and as types only. */
const MAY: Record<string, { values: RegExp; types?: RegExp }> = {
  entrypoints: { values: /^(?:entrypoints|features|components|sched|lib|data)\/|^virtual:csg\/|^wxt\/|^preact$/u },
  features: {
    values:
      /^(?:features|components|sched|lib|data)\/|^virtual:csg\/|^wxt\/browser$|^preact(?:\/hooks)?$|^ical-generator$/u,
  },
  components: { values: /^(?:components|lib)\/|^preact(?:\/hooks)?$/u, types: /^data\// },
  sched: { values: /^(?:sched|lib)\//u, types: /^data\/schema\.ts$/u },
  lib: {
    values: /^lib\/|^date-fns\/|^@date-fns\/tz$|^wxt\/browser$|^#i18n$|^zod\/mini$/u,
    types: /^data\//,
  },
  data: { values: /^data\/|^virtual:csg\/|^zod\/mini$/u },
};

/** The one feature that uses another: the service worker draws what a page shows. */
const BETWEEN_FEATURES = /^features\/background\/\S+ imports features\/page\/(?:views|tree)\//u;
const findFeature = (file: string) => /^features\/(\w+)\//u.exec(file)?.[1];

/** The scripts of the extension's own pages. */
const MAINS = ['popup', 'agenda', 'sidepanel', 'options', 'welcome'].map((name) => `entrypoints/${name}/main.tsx`);

describe('the layers', () => {
  test('all exist, and their imports are found', () => {
    expect([...new Set(product.map(findLayer))].sort()).toEqual([...PRODUCT].sort());
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(show)).toContain('entrypoints/popup/main.tsx imports features/agenda/start.ts');
    expect(imports.map(show)).toContain(
      'entrypoints/sched.content/index.ts imports entrypoints/sched.content/style.css',
    );
  });

  test.each(PRODUCT)('keep the imports of %s within its rules', (layer) => {
    const may = MAY[layer];
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      return findLayer(from) === layer && !may?.values.test(to) && !(typeOnly && may?.types?.test(to));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('import nothing from tests, build or tools', () => {
    const wrong = imports.filter(({ from, to }) => product.includes(from) && /^(?:tests|build|tools)\//u.test(to));
    expect(wrong.map(show)).toEqual([]);
  });

  test('keep features apart, except that the background draws the page’s views', () => {
    const between = imports
      .filter(({ from, to }) => findFeature(from) && findFeature(to) && findFeature(from) !== findFeature(to))
      .map(show);
    expect(between.length).toBeGreaterThan(0);
    expect(between.filter((one) => !BETWEEN_FEATURES.test(one))).toEqual([]);
  });

  test('import entrypoints only from entrypoints', () => {
    const wrong = imports.filter(({ from, to }) => findLayer(from) !== 'entrypoints' && to.startsWith('entrypoints/'));
    expect(wrong.map(show)).toEqual([]);
  });

  test('keep every entrypoint file within 40 lines', () => {
    const doors = listFiles('entrypoints/**/*.{ts,tsx}').map((file) => [file, read(file).trimEnd().split('\n').length]);
    expect(doors.length).toBeGreaterThan(5);
    expect(doors.filter(([, lines]) => Number(lines) > 40)).toEqual([]);
  });

  test('have no circular imports', () => {
    const values = Map.groupBy(
      imports.filter(({ from, typeOnly }) => product.includes(from) && !typeOnly),
      ({ from }) => from,
    );
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const { to } of values.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
      return seen;
    };
    expect(product.filter((file) => reached(file).has(file))).toEqual([]);
  });

  test('import each library in one place only', () => {
    const users = (name: string) => imports.filter(({ from, to }) => to === name && product.includes(from));
    const doors = (name: string) => [...new Set(users(name).map(({ from }) => from))].sort();
    expect(doors('#i18n')).toEqual(['lib/text.ts']);
    expect(doors('ical-generator')).toEqual(['features/agenda/share/calendar.ts']);
    expect(doors('@date-fns/tz')).toEqual(['lib/time/time.ts']);
    expect(doors('zod/mini').filter((file) => !file.startsWith('data/'))).toEqual(['lib/own/backup.ts']);
  });

  test('leave guide validation to the build: no page or worker loads it', () => {
    const reached = reachedFrom(...MAINS, 'entrypoints/sched.content/index.ts', 'entrypoints/background/index.ts');
    expect(reached.length).toBeGreaterThan(80);
    expect(reached.filter((file) => /^data\/(?:schema|check)|^lib\/time\/time\.ts$/u.test(file))).toEqual([]);
  });

  test('load no component, guide or package before the first paint', () => {
    for (const main of MAINS.filter((file) => !/options|welcome/u.test(file))) {
      const first = reachedStatically(main);
      expect(first).toContain('features/agenda/colours.ts');
      expect(first.filter((file) => /\.tsx$|^data\//u.test(file))).toEqual([main]);
      expect(listPackages(first)).toEqual([]);
    }
  });

  test('draw the agenda without waiting for storage, search or the longer texts', () => {
    const first = reachedStatically('features/agenda/show.tsx');
    expect(first).toContain('features/agenda/views/Agenda.tsx');
    expect(
      first.filter((file) => /^data\/index|\/(?:storage|list\/search|detail|backup|calendar)\.ts$/u.test(file)),
    ).toEqual([]);
    expect(listPackages(first)).toEqual(['#i18n', 'preact', 'preact/hooks', 'virtual:csg/agenda']);
  });

  test('load only the page index, and no Preact, into a Sched page', () => {
    const reached = reachedFrom('entrypoints/sched.content/index.ts');
    expect(reached.filter((file) => file.startsWith('data/'))).toEqual(['data/page-index.ts']);
    // The background renders what a Sched page shows, so the page needs no Preact.
    expect(listPackages(reached)).toEqual([
      'virtual:csg/highlight.css',
      'virtual:csg/page-index',
      'wxt/browser',
      'wxt/utils/define-content-script',
    ]);
  });

  test('render the views of a Sched page in the background', () => {
    const ours = product.filter((file) => /^features\/page\/[\w-]+\.tsx?$/u.test(file));
    const components = imports
      .filter(({ from, to, typeOnly }) => ours.includes(from) && !typeOnly && /^components\/|\/views\//u.test(to))
      .map(({ to }) => to);
    const drawn = components.filter((file) => !/\.css$/u.test(file));
    expect([...new Set(drawn)].sort()).toEqual(['components/terms.ts']);
    const panels = listImports('features/background/panels.tsx').map(({ to }) => to);
    for (const name of ['About', 'Briefing', 'Card', 'Strip'])
      expect(panels).toContain(`features/page/views/${name}.tsx`);
  });
});

/** The string literals of a file, without template expressions. */
function listLiterals(file: string): string[] {
  const text = code(file).replace(/\$\{[^}]*\}/gu, '');
  return text.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/gu) ?? [];
}

/** Occurrences of a pattern in the product, outside comments and outside the excepted files. */
function occurrences(pattern: RegExp, except: RegExp = /^(?!.*)/u, text = code): string[] {
  const all = new RegExp(pattern, `g${pattern.flags}`);
  return listFiles(PRODUCT.map((layer) => `${layer}/**/*.{ts,tsx,html,css}`))
    .filter((file) => !except.test(file))
    .flatMap((file) => [...text(file).matchAll(all)].map(([found]) => `${file}: ${found}`));
}

describe('the product’s code', () => {
  test('names Sched’s markup only in sched/', () => {
    const names =
      /list-single|list-simple|list-expanded|schedorg|session-title|sched-c|sched-e|shorturl|skip-link|#tip\b|event\/"\]/u;
    expect(occurrences(names, /^sched\//u)).toEqual([]);
    expect(occurrences(names)).not.toEqual([]);
    const selectors = product
      .filter((file) => !file.startsWith('sched/'))
      .flatMap((file) => {
        return listLiterals(file).filter((one) =>
          /(?:^.|[\s,>])(?:span|a)?\.(?:event|name|sub|list-\w+|sched-\w+)\b/u.test(one),
        );
      });
    expect(selectors).toEqual([]);
  });

  test('calls browser APIs only in entrypoints, features and the few lib modules that wrap them', () => {
    expect(
      occurrences(
        /\b(?:browser|chrome)\.\w+/u,
        /^(?:entrypoints|features)\/|^lib\/(?:own\/storage|messages|report\/\w+|files\/export|platform\/[\w-]+)\.ts$/u,
      ),
    ).toEqual([]);
    const users = imports.filter(({ from, to }) => to === 'wxt/browser' && !/^(?:entrypoints|features)\//u.test(from));
    expect(users.map(({ from }) => from)).toEqual([
      'lib/messages.ts',
      'lib/own/storage.ts',
      'lib/platform/capabilities.ts',
      'lib/platform/site-access.ts',
    ]);
  });

  test('never turns strings into markup or code', () => {
    const ways =
      /innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|\beval\b|new Function|dangerouslySetInnerHTML/u;
    expect(occurrences(ways)).toEqual([]);
  });

  test('contains no API for polling or requests (tests/entrypoints/quiet.test.ts runs the scripts)', () => {
    const ways =
      /setInterval|\bfetch\b|XMLHttpRequest|Web(?:Socket|Transport)|sendBeacon|EventSource|new Image\b|import\(['"`]https?:/u;
    expect(occurrences(ways)).toEqual([]);
  });

  test('never uses AbortSignal.any, because Firefox leaks the signals', () => {
    expect(occurrences(/AbortSignal\.any\b/u)).toEqual([]);
  });

  test('starts every page feature in run.ts', () => {
    const features = listFiles('features/page/*.{ts,tsx}').flatMap((file) =>
      [...code(file).matchAll(/^export const (\w+): Feature\b/gmu)].map(([, name]) => name ?? ''),
    );
    expect(features.sort()).toEqual(['briefing', 'cards', 'count', 'marks', 'strip']);
    const run = code('features/page/run.ts').replace(/^import[\s\S]*?;$/gmu, '');
    expect(features.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(run))).toEqual([]);
  });
});

describe('the repository', () => {
  test('has no source file longer than 250 lines', () => {
    const files = [...product, ...tools, ...tests, ...listFiles('{components,features,entrypoints}/**/*.css')];
    const long = files
      .map((file) => `${file}: ${read(file).trimEnd().split('\n').length}`)
      .filter((one) => Number(one.split(': ')[1]) > 250);
    expect(long).toEqual([]);
  });

  test('has seven runtime dependencies, at exact versions', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).sort()).toEqual([
      '@date-fns/tz',
      '@wxt-dev/i18n',
      'date-fns',
      'ical-generator',
      'preact',
      'webextension-polyfill',
      'zod',
    ]);
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });
});

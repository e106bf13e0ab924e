import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { describe, expect, test } from 'vitest';
import { withoutContext, withoutMarkupStrings, withoutPolyfill, withoutPreloading } from '../../build/vite.ts';

/** The installed build of Preact. */
const PREACT = fileURLToPath(import.meta.resolve('preact')).replaceAll('\\', '/');

/** The plugin's output for a module. Throws the message that would stop the build. */
function runTransform(code: string, id = PREACT): string | undefined {
  const { transform } = withoutMarkupStrings();
  if (typeof transform !== 'function') throw new Error('the plugin has no transform');
  const context = {
    error(message: string): never {
      throw new Error(message);
    },
  };
  const result = transform.call(context as never, code, id) as { code: string } | null;
  return result?.code;
}

describe('withoutMarkupStrings', () => {
  test('removes the innerHTML assignment from Preact and little else', () => {
    const before = readFileSync(PREACT, 'utf8');
    const after = runTransform(before) ?? '';
    expect(before).toMatch(/\.innerHTML\s*=(?!=)/u);
    expect(after).not.toMatch(/\.innerHTML\s*=(?!=)/u);
    expect(after.replace('void 0', '').length).toBeGreaterThan(before.length - 40);
  });

  test.each([
    ['no assignment', 'const { __html } = props;', 'found 0'],
    ['a computed property', 'dom["innerHTML"] = html.__html', 'found 0'],
    ['a comparison', 'if (dom.innerHTML == html.__html) go()', 'found 0'],
    ['two assignments', 'a.innerHTML = b.__html; c.innerHTML=d.__html;', 'found 2'],
  ])('stops the build for a Preact with %s', (_, code, reason) => {
    expect(() => runTransform(code)).toThrow(reason);
    expect(() => runTransform(code)).toThrow(PREACT);
  });

  test.each([
    ['a module of Preact without markup', 'export const x = 1;', PREACT],
    ['another package', 'a.innerHTML = b.__html', '/x/node_modules/other/dist/index.js'],
    ['the product’s own code', 'a.innerHTML = b.__html', '/x/features/page/views/Card.tsx'],
  ])('ignores %s', (_, code, id) => {
    expect(runTransform(code, id)).toBeUndefined();
  });
});

describe('the build configuration', () => {
  const aliased = (config: UserConfig, name: string): string => {
    const list = config.resolve?.alias as { find: string | RegExp; replacement: string }[];
    const found = list.find(({ find }) => (typeof find === 'string' ? find === name : find.test(name)));
    return found?.replacement ?? name;
  };
  const config = (): UserConfig => ({
    resolve: { alias: { 'wxt/browser': 'polyfill', '@': '/src' }, dedupe: ['preact'] },
  });

  test('drops the polyfill’s alias and keeps other aliases', () => {
    const built = config();
    withoutPolyfill(built);
    expect([aliased(built, 'wxt/browser'), aliased(built, '@')]).toEqual(['wxt/browser', '/src']);
    expect(built.resolve?.dedupe).toEqual(['preact']);
  });

  test('accepts aliases as a list, and does not change the list', () => {
    const alias = [
      { find: /^@/u, replacement: '/src' },
      { find: 'wxt/browser', replacement: 'polyfill' },
    ];
    const built: UserConfig = { resolve: { alias } };
    withoutPolyfill(built);
    expect([aliased(built, '@x'), aliased(built, 'wxt/browser')]).toEqual(['/src', 'wxt/browser']);
    expect(alias).toHaveLength(2);
  });

  test('has an empty alias list if it had no aliases', () => {
    const built: UserConfig = {};
    withoutPolyfill(built);
    expect(built.resolve?.alias).toEqual([]);
  });

  test('starts a content script by calling only its main function', () => {
    const load = withoutContext().load as (id: string) => string | null;
    expect(load('\0virtual:wxt-content-script-isolated-world-entrypoint?/project/entrypoints/x.content.ts')).toBe(
      'import script from "/project/entrypoints/x.content.ts";\nexport default script.main();',
    );
    expect(load('/project/features/page/start.ts')).toBeNull();
  });

  test.each([['Vite’s preload helper', withoutPreloading, '\0vite/preload-helper.js']])(
    'replaces %s and no other module',
    (_, plugin, id) => {
      const load = plugin().load as (id: string) => string | null;
      expect(load(id)).toMatch(/^export \w+ \w+/u);
      expect(load('/project/features/page/start.ts')).toBeNull();
    },
  );
});

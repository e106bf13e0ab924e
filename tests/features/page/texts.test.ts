// @vitest-environment happy-dom
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageTexts } from '../../../features/background/page-texts.ts';
import { bars, panelOf } from '../../../features/background/panels.tsx';
import { createI18n, learn } from '../../../features/page/texts.ts';

vi.mock('preact/jsx-runtime', () => import('../../../features/page/tree/jsx-runtime.ts'));
vi.mock('preact/jsx-dev-runtime', () => import('../../../features/page/tree/jsx-runtime.ts'));
afterEach(() => vi.restoreAllMocks());

const { t } = createI18n();

test('A text that was learned is not asked of the browser.', () => {
  const asked = vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('{who} from the browser');
  expect(t('some.text', { who: 'A' })).toBe('A from the browser');
  expect(asked).toHaveBeenCalledExactlyOnceWith('some_text');
  learn({ 'some.text': '{who}, {who} and {nobody}' });
  expect(t('some.text', { who: 'A {who}' })).toBe('A {who}, A {who} and {nobody}');
  expect(t('some.text')).toBe('{who}, {who} and {nobody}');
  expect(asked).toHaveBeenCalledOnce();
});

test('A background without texts teaches none.', () => {
  expect(() => learn(undefined)).not.toThrow();
});

test('Every text that a page’s script says comes with its first answers.', async () => {
  const folder = join(import.meta.dirname, '../../../features/page');
  const code = globSync('*.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  const said = [...code.join().matchAll(/\b(?:t|counted)\((?:\w+ \? )?'([\w.]+)'(?: : '([\w.]+)')?/gu)];
  const keys = new Set(said.flatMap(([, ...names]) => names.filter((name) => name !== undefined)));
  const texts = pageTexts();
  expect(keys.size).toBeGreaterThan(6);
  for (const key of keys) expect(texts[key] ?? texts[`${key}.other`], key).toMatch(/./u);
  expect(texts['page.countGuide.one']).toContain('{count}');
  expect(bars().texts).toEqual(texts);
  expect((await panelOf('strip', ''))?.texts).toEqual(texts);
});

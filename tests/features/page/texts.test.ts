// @vitest-environment happy-dom
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageTexts } from '../../../features/background/page-texts.ts';
import { drawList } from '../../../features/background/panels.tsx';
import { learnTexts, pageText } from '../../../features/page/texts.ts';

/** A key that no locale has. */
const text = pageText as (key: string, named?: object) => string;

test('A learned text is not requested from the browser', () => {
  const asked = vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('{who} from the browser');
  expect(text('some.text', { who: 'A' })).toBe('A from the browser');
  expect(asked).toHaveBeenCalledExactlyOnceWith('some_text');
  learnTexts({ 'some.text': '{who}, {who} and {nobody}' });
  expect(text('some.text', { who: 'A {who}' })).toBe('A {who}, A {who} and {nobody}');
  expect(text('some.text')).toBe('{who}, {who} and {nobody}');
  expect(asked).toHaveBeenCalledOnce();
});

test('Every text that the content script uses comes with the first answer', async () => {
  const folder = join(import.meta.dirname, '../../../features/page');
  const code = globSync('*.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  const used = [...code.join().matchAll(/\b(?:pageText|countedPageText)\((?:\w+ \? )?'([\w.]+)'(?: : '([\w.]+)')?/gu)];
  const keys = new Set(used.flatMap(([, ...names]) => names.filter((name) => name !== undefined)));
  const texts = pageTexts();
  expect(keys.size).toBeGreaterThan(6);
  for (const key of keys) expect(texts[key] ?? texts[`${key}.other`], key).toMatch(/./u);
  expect(texts['page.countGuide.one']).toContain('{count}');
  expect((await drawList()).texts).toEqual(texts);
});

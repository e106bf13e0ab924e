import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import migrateCommand, { migrateFile } from '../../../tools/guide/migrate.ts';
import schemaCommand from '../../../tools/guide/schema.ts';
import { text } from '../../data/broken.ts';
import { folderWith, run } from './guide-command.ts';

describe('npm run guide -- migrate', () => {
  const steps = [({ label, ...guide }: Readonly<Record<string, unknown>>) => ({ ...guide, name: label })];

  test('rewrites a guide in the newest version, in the project’s style, and leaves nothing beside it.', () => {
    const folder = folderWith({ 'old.json': '{ "schema": 1, "id": "x", "label": "Größe" }' });
    const file = join(folder, 'old.json');
    expect(migrateFile(file, steps)).toEqual({ from: 1, to: 2 });
    expect(readFileSync(file, 'utf8')).toBe('{\n  "schema": 2,\n  "id": "x",\n  "name": "Größe"\n}\n');
    expect(migrateFile(file, steps)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['old.json']);
  });

  test('leaves a guide of the newest version as it is.', async () => {
    const folder = folderWith({ 'new.json': text });
    const { code, said } = await run(migrateCommand, folder, 'new.json');
    expect([code, said]).toEqual([0, ['new.json is of the newest version.']]);
    expect(readFileSync(join(folder, 'new.json'), 'utf8')).toBe(text);
  });

  test.each([
    ['{ "schema": 9 }', 'is version 9, and the newest that is known here is 1'],
    ['{ "schema": "1" }', 'says no version of the format'],
    ['null', 'says no version of the format'],
    ['{', 'is not JSON'],
  ])('refuses %j, and changes nothing.', async (content, reason) => {
    const folder = folderWith({ 'x.json': content });
    await expect(run(migrateCommand, folder, 'x.json')).rejects.toThrow(reason);
    expect(readFileSync(join(folder, 'x.json'), 'utf8')).toBe(content);
    expect(readdirSync(folder)).toEqual(['x.json']);
  });

  test.each([[[]], [['a.json', 'b.json']], [['--all']]])('wants one file: not %j.', async (args) => {
    await expect(run(migrateCommand, folderWith({}), ...args)).rejects.toThrow('Name one guide');
  });
});

test('npm run guide -- schema has no options.', async () => {
  await expect(run(schemaCommand, folderWith({}), '--to', 'x.json')).rejects.toThrow('has no options');
});

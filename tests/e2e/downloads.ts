/** Files saved from the extension's pages. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, type World } from './world.ts';

/** Waits for a download named after the guide, and returns its text. Firefox first writes it under another name. */
export async function takeSaved({ downloads, guide }: World, ending: string): Promise<string> {
  const look = async () => {
    const name = (await readdir(downloads)).find((one) => one.startsWith(guide.id) && one.endsWith(ending));
    return name && { name, text: await readFile(join(downloads, name), 'utf8').catch(() => '') };
  };
  const file = await eventually(look, (one) => Boolean(one && one.text.length > 0));
  if (!file) throw new Error(`no file ${ending} was saved`);
  await rm(join(downloads, file.name), { force: true });
  return file.text;
}

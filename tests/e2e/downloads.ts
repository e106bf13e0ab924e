/** What the extension's pages let the reader save. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, type World } from './world.ts';

/** The text of the file that a press hands to the browser, named after the guide; Firefox writes it under another name first. */
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

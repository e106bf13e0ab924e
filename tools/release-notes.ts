/**
 * `node tools/release-notes.ts v1.2.3`: prints the section of a version in CHANGELOG.md, for its release page. Fails if the
 * tag, package.json and the changelog have different versions, before anything is published under a wrong one.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * The changelog's section for the version of a tag, without its heading.
 * @param version the version in package.json
 * @throws {Error} with instructions, if they don't match
 */
export function extractNotes(tag: string, version: string, changelog: string): string {
  if (tag !== `v${version}`) {
    throw new Error(`the tag is ${tag}, but package.json has ${version}: run npm version, or tag v${version}`);
  }
  const sections = changelog.split(/^## /mu).slice(1);
  const section = sections.find((one) => one.split(/\s/u, 1)[0] === version);
  const notes = section?.replace(/^.*\n/u, '').trim();
  if (!notes)
    throw new Error(
      `CHANGELOG.md has no section for ${version}: move the entries under Unreleased to ## ${version} (its date)`,
    );
  const unreleased = sections.find((one) => one.startsWith('Unreleased'))?.replace(/^.*\n?/u, '');
  if (unreleased?.trim())
    throw new Error(`CHANGELOG.md still has entries under Unreleased: move them to ## ${version}`);
  return notes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  try {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    console.log(extractNotes(process.argv[2] ?? '', version, read('CHANGELOG.md')));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

import { describe, expect, test } from 'vitest';
import { extractNotes } from '../../tools/release-notes.ts';

const LOG =
  '# Changelog\n\n## Unreleased\n\n## 1.2.0 (2030-06-10)\n\n- One.\n- Two.\n\n## 1.1.0 (2030-01-01)\n\n- Old.\n';

describe('the notes of a release', () => {
  test('are the entries for its version in the changelog', () => {
    expect(extractNotes('v1.2.0', '1.2.0', LOG)).toBe('- One.\n- Two.');
    expect(extractNotes('v1.1.0', '1.1.0', LOG)).toBe('- Old.');
    expect(extractNotes('v1.2.0', '1.2.0', LOG.replace('## Unreleased\n\n', ''))).toBe('- One.\n- Two.');
  });

  test.each<[string, string, string, RegExp]>([
    ['a tag of another version', 'v1.2.1', '1.2.0', /tag v1\.2\.0/u],
    ['a tag without its v', '1.2.0', '1.2.0', /tag v1\.2\.0/u],
    ['no tag', '', '1.2.0', /npm version/u],
    ['a version that is not in the changelog', 'v1.3.0', '1.3.0', /move the entries under Unreleased to ## 1\.3\.0/u],
    ['a version that is a prefix of another', 'v1.2', '1.2', /no section for 1\.2:/u],
  ])('are refused for %s, with instructions', (_, tag, version, message) => {
    expect(() => extractNotes(tag, version, LOG)).toThrow(message);
  });

  test('are refused if there are entries under Unreleased, or none under the version', () => {
    const late = LOG.replace('## Unreleased\n', '## Unreleased\n\n- Late.\n');
    expect(() => extractNotes('v1.2.0', '1.2.0', late)).toThrow('still has entries under Unreleased');
    const empty = LOG.replace('- One.\n- Two.\n', '');
    expect(() => extractNotes('v1.2.0', '1.2.0', empty)).toThrow('no section for 1.2.0');
  });
});

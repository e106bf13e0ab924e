import { describe, expect, test } from 'vitest';
import { LINK_KINDS } from '../../data/parts.ts';
import { findFaults, findPaths, text, withValues } from './broken.ts';

const makeLink = (kind: string, url: string) => ({
  kind,
  url,
  asOf: '2026-01-01',
  foundAt: 'https://found.example/',
  label: 'What it is',
});

/** The faults reported for a session's link. */
function reported(kind: string, url: string, linkHosts: object[] = []): string {
  const declared = JSON.parse(text).linkHosts as object[];
  const hosts = [...declared, ...linkHosts];
  const faults = findFaults(withValues({ 'sessions[3].links': [makeLink(kind, url)], linkHosts: hosts }));
  return faults.join('\n');
}

/** The kinds that may link to a code host. */
const CODE = ['slides', 'code', 'follow-up', 'documentation', 'other'];

/** The kinds allowed for each URL. */
const MAY: [url: string, kinds: string[]][] = [
  ['https://www.youtube.com/watch?v=abcdefghijk', ['recording', 'follow-up']],
  ['https://www.youtube.com/watch?t=5&v=abcdefghijk', ['recording', 'follow-up']],
  ['https://www.youtube.com/watch?v=abcdefghijk&list=PL1', ['recording', 'follow-up']],
  ['https://www.youtube.com/live/abcdefghijk', ['recording', 'follow-up']],
  ['https://youtu.be/abcdefghijk', ['recording', 'follow-up']],
  ['https://vimeo.com/12345678', ['recording', 'follow-up']],
  ['https://media.ccc.de/v/a-talk', ['recording', 'follow-up']],
  ['https://www.youtube.com/playlist?list=PL-abc_1', ['playlist']],
  ['https://vimeo.com/showcase/123', ['playlist']],
  ['https://www.youtube.com/watch?v=short', []],
  ['https://www.youtube.com/watch?v=abcdefghijkl', []],
  ['https://www.youtube.com/@channel', []],
  ['https://www.youtube.com/results?search_query=x', []],
  ['https://youtube.com.evil.org/watch?v=abcdefghijk', []],
  ['https://hosted-files.sched.co/event/1a/slides.pdf', ['slides', 'follow-up']],
  ['https://static.sched.com/hosted_files/event/1a/slides.pdf', ['slides', 'follow-up']],
  ['https://static.sched.com/x.js', []],
  ['https://speakerdeck.com/somebody/deck', ['slides', 'follow-up']],
  ['https://docs.google.com/presentation/d/1', ['slides', 'follow-up']],
  ['https://docs.google.com/forms/d/1', []],
  ['https://github.com/cilium/cilium/pull/37747', [...CODE, 'pull-request']],
  ['https://github.com/cilium/cilium/releases/tag/v1', [...CODE, 'release-notes']],
  ['https://github.com/cilium/cilium', CODE],
  ['https://github.com/', []],
  ['https://gitlab.com/a/b/c/-/merge_requests/1', [...CODE, 'pull-request']],
  ['https://codeberg.org/a/b/pulls/1', [...CODE, 'pull-request']],
  [
    'https://cilium.io/blog/x',
    ['follow-up', 'report', 'case-study', 'release-notes', 'documentation', 'programme', 'other'],
  ],
  ['https://kccncna2025.sched.com/list', ['programme']],
  ['https://other.sched.com/list', []],
  ['https://example.org/', []],
  ['https://links.example/1', [...LINK_KINDS]],
  ['https://links.test/1', [...LINK_KINDS]],
  ['https://example/1', []],
];

describe('a link', () => {
  test.each(MAY)('to %s may be %j', (url, kinds) => {
    // One session for each kind, so that the guide is checked once.
    const links = LINK_KINDS.map((kind, nth) => [`sessions[${nth}].links`, [makeLink(kind, url)]]);
    const paths = findPaths(withValues(Object.fromEntries(links))).filter((path) => path.startsWith('sessions'));
    const refused = LINK_KINDS.filter((kind) => !kinds.includes(kind));
    expect(paths).toEqual(refused.map((kind) => `sessions[${LINK_KINDS.indexOf(kind)}].links[0].url`));
  });

  test.each([
    'http://www.youtube.com/watch?v=abcdefghijk',
    'https://WWW.youtube.com/watch?v=abcdefghijk',
    'https://www.youtube.com:8443/watch?v=abcdefghijk',
    'https://www.youtube.com@links.example/watch?v=abcdefghijk',
    'https://www.youtube.com\\@links.example/',
    'https://ünicode.example/',
    'https://links.example/a b',
    'https://links.example/\u202E',
    'javascript:alert(1)//links.example',
  ])('can’t be %s', (url) => {
    expect(reported('recording', url)).toContain('is not an https address');
  });

  test('may lead to a host that the guide declares, as any kind', () => {
    const declared = [{ host: 'video.example.org', reason: 'The community’s own videos.' }];
    for (const kind of LINK_KINDS) expect(reported(kind, 'https://video.example.org/1', declared)).toBe('');
    expect(reported('recording', 'https://other.example.org/1', declared)).toContain('add it to linkHosts');
  });

  test('must follow a host’s built-in rules, whatever the guide declares', () => {
    const declared = [{ host: 'www.youtube.com', reason: 'x' }];
    expect(reported('other', 'https://www.youtube.com/@channel', declared)).toContain(
      'only recording, playlist, follow-up may',
    );
    expect(reported('recording', 'https://www.youtube.com/@channel', declared)).toContain('copy it from the browser');
  });

  test('of the kind follow-up needs a label', () => {
    const link = {
      kind: 'follow-up',
      url: 'https://links.example/',
      asOf: '2026-01-01',
      foundAt: 'https://a.example/',
    };
    expect(findFaults(withValues({ 'sessions[3].links': [link] }))).toEqual([
      expect.stringContaining('does not say what it is: add a label'),
    ]);
  });

  test.each(['x', 'Harbour News', 'Facts collected by the editors', 'http://a.example/', 'a.example'])(
    'is refused if foundAt is “%s”',
    (foundAt) => {
      const link = { kind: 'slides', url: 'https://links.example/', asOf: '2026-01-01', foundAt };
      const [fault, ...more] = findFaults(withValues({ 'sessions[3].links': [link] }));
      expect(fault).toContain('sessions[3].links[0].foundAt: is not the address of a page');
      expect(more).toEqual([]);
    },
  );

  test('is refused, like a change, if its date is the day of the post', () => {
    const faults = findFaults(withValues({ 'source.published': '2026-06-08', 'sessions[3].links': [] }));
    expect(faults).toHaveLength(2);
    for (const fault of faults) expect(fault).toContain('changes[0].asOf: 2026-06-08 is the day of the post');
    const linked = JSON.parse(text).sessions[4].links[0].asOf as string;
    expect(findFaults(withValues({ 'source.published': linked }))[0]).toContain('links[0].asOf: ');
  });

  test('to an unknown host is refused with the known hosts named', () => {
    expect(reported('recording', 'https://example.org/')).toBe(
      'sessions[3].links[0].url: recording of session 28F6G leads to example.org, which this guide does not know: use one of www.youtube.com, youtu.be, vimeo.com, media.ccc.de, or add it to linkHosts with the reason',
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { Link } from '../../../data/index.ts';
import { findPlaylist, findWatchLinks } from '../../../lib/guide/watch.ts';

const link = (kind: Link['kind']) => ({ kind, url: `https://example.org/${kind}` });
const session = (...kinds: Link['kind'][]) => ({ links: kinds.map(link) });
const video = 'https://example.org/video';
const listed = session('programme', 'playlist');

describe('What of a session can be watched', () => {
  test.each<[string, Parameters<typeof findWatchLinks>, ReturnType<typeof findWatchLinks>]>([
    ['nothing that is known', [session(), session()], { how: 'unknown' }],
    ['nothing, where its event is not known', [session(), undefined], { how: 'unknown' }],
    ['its recording', [session('recording'), session()], { how: 'recorded', url: link('recording').url }],
    [
      'its recording before all else',
      [session('slides', 'recording'), listed, { video }],
      { how: 'recorded', url: link('recording').url, slides: link('slides').url },
    ],
    ['the video on its page', [session(), listed, { video }], { how: 'video', url: video }],
    [
      'the recordings of its event',
      [session('case-study'), listed, {}],
      { how: 'playlist', url: link('playlist').url },
    ],
    ['no recording of an event', [session(), session('recording')], { how: 'unknown' }],
  ])('is %s', (_, args, expected) => {
    expect(findWatchLinks(...args)).toEqual(expected);
  });

  const slides = { name: 'Kelp.pdf', url: 'https://example.org/kelp.pdf' };
  test.each<[string | undefined, Parameters<typeof findWatchLinks>]>([
    [link('slides').url, [session('slides'), undefined, { slides: [slides] }]],
    [slides.url, [session(), undefined, { slides: [slides] }]],
    [undefined, [session(), undefined, { slides: [] }]],
    [undefined, [session('documentation'), session('slides'), {}]],
  ])('has slides at %s', (expected, args) => {
    expect(findWatchLinks(...args).slides).toBe(expected);
  });
});

test('The recordings of an event are its first playlist, or none', () => {
  const [one, other] = [link('playlist'), { ...link('playlist'), url: 'https://example.org/other' }];
  expect(findPlaylist({ links: [link('programme'), one, other] })).toBe(one);
  expect(findPlaylist({ links: [link('recording')] })).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import type { Link } from '../../../data/index.ts';
import { findPlaylist, findWatchLinks } from '../../../lib/guide/watch.ts';

const link = (kind: Link['kind']) => ({ kind, url: `https://example.org/${kind}` });
const session = (...kinds: Link['kind'][]) => ({ links: kinds.map(link) });
const video = 'https://example.org/video';
const listed = session('programme', 'playlist');

describe('findWatchLinks', () => {
  test.each<[string, Parameters<typeof findWatchLinks>, ReturnType<typeof findWatchLinks>]>([
    ['nothing', [session(), session()], { how: 'unknown' }],
    ['nothing for an unknown event', [session(), undefined], { how: 'unknown' }],
    ['the recording', [session('recording'), session()], { how: 'recorded', url: link('recording').url }],
    [
      'the recording rather than a video or playlist',
      [session('slides', 'recording'), listed, { video }],
      { how: 'recorded', url: link('recording').url, slides: link('slides').url },
    ],
    ['the video on the session’s page', [session(), listed, { video }], { how: 'video', url: video }],
    ['the playlist of the event', [session('case-study'), listed, {}], { how: 'playlist', url: link('playlist').url }],
    ['nothing if only the event has a recording', [session(), session('recording')], { how: 'unknown' }],
  ])('finds %s', (_, args, expected) => {
    expect(findWatchLinks(...args)).toEqual(expected);
  });

  const slides = { name: 'Kelp.pdf', url: 'https://example.org/kelp.pdf' };
  test.each<[string | undefined, Parameters<typeof findWatchLinks>]>([
    [link('slides').url, [session('slides'), undefined, { slides: [slides] }]],
    [slides.url, [session(), undefined, { slides: [slides] }]],
    [undefined, [session(), undefined, { slides: [] }]],
    [undefined, [session('documentation'), session('slides'), {}]],
  ])('finds the slides %s', (expected, args) => {
    expect(findWatchLinks(...args).slides).toBe(expected);
  });
});

test('findPlaylist returns the first playlist of an event, or undefined', () => {
  const [one, other] = [link('playlist'), { ...link('playlist'), url: 'https://example.org/other' }];
  expect(findPlaylist({ links: [link('programme'), one, other] })).toBe(one);
  expect(findPlaylist({ links: [link('recording')] })).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import type { Link } from '../../../data/index.ts';
import { playlistOf, watchOf } from '../../../lib/guide/watch.ts';

const link = (kind: Link['kind']) => ({ kind, url: `https://example.org/${kind}` });
const session = (...kinds: Link['kind'][]) => ({ links: kinds.map(link) });
const video = 'https://example.org/video';
const listed = session('programme', 'playlist');

describe('What of a session can be watched', () => {
  test.each<[string, Parameters<typeof watchOf>, ReturnType<typeof watchOf>]>([
    ['nothing that is known', [session(), session()], { how: 'unknown', slides: false }],
    ['nothing, where its event is not known', [session(), undefined], { how: 'unknown', slides: false }],
    [
      'its recording',
      [session('recording'), session()],
      { how: 'recorded', url: link('recording').url, slides: false },
    ],
    [
      'its recording before all else',
      [session('slides', 'recording'), listed, { video }],
      { how: 'recorded', url: link('recording').url, slides: true },
    ],
    ['the video on its page', [session(), listed, { video }], { how: 'video', url: video, slides: false }],
    [
      'the recordings of its event',
      [session('case-study'), listed, {}],
      { how: 'playlist', url: link('playlist').url, slides: false },
    ],
    ['no recording of an event', [session(), session('recording')], { how: 'unknown', slides: false }],
  ])('is %s.', (_, args, expected) => {
    expect(watchOf(...args)).toEqual(expected);
  });

  test.each<[boolean, Parameters<typeof watchOf>]>([
    [true, [session('slides'), undefined]],
    [true, [session(), undefined, { slides: [{ name: 'a' }] }]],
    [false, [session(), undefined, { slides: [] }]],
    [false, [session('documentation'), session('slides'), {}]],
  ])('has slides: %s.', (slides, args) => {
    expect(watchOf(...args).slides).toBe(slides);
  });
});

test('The recordings of an event are its first playlist, or none.', () => {
  const [one, other] = [link('playlist'), { ...link('playlist'), url: 'https://example.org/other' }];
  expect(playlistOf({ links: [link('programme'), one, other] })).toBe(one);
  expect(playlistOf({ links: [link('recording')] })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { interpret } from '../../../lib/seen/page-facts.ts';

const videoIn = (url: string) => interpret({ frames: [url] }, { event: 'America/New_York' }).video;

test.each([
  // The current live stream of a channel.
  'https://www.youtube.com/embed/live_stream?channel=UCexample',
  'https://www.youtube-nocookie.com/embed/live_stream?channel=UCexample',
  'https://www.youtube.com/watch?v=',
  'https://www.youtube.com/watch?v=&list=PLexample',
])('%s is no recording of a session', (url) => {
  expect(videoIn(url)).toBeUndefined();
});

test.each([
  'https://www.youtube.com/watch?list=PLexample&v=-_exampleId',
  'https://www.youtube.com/embed/live_streams',
  'https://www.youtube-nocookie.com/embed/exampleId_-',
])('%s is a recording', (url) => {
  expect(videoIn(url)).toBe(url);
});

// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { END, eventPage, type Parts, START, VENUE, WHEN, ZONES } from './event-page.ts';
import { CO_LOCATED, one, openPage } from './open-page.ts';
import { eventPageFacts, listFacts } from './read-facts.ts';

describe('on an event page', () => {
  describe('a link to a recording', () => {
    const link = (href: string) => `<div class="sched-button"><a href="${href}">LINK TO VIDEO RECORDING</a></div>`;
    const video = 'https://www.youtube.com/watch?v=INVENTED1';

    test.each([
      video,
      'https://youtu.be/INVENTED1?t=3',
      'https://www.youtube.com/live/INVENTED1',
      'https://vimeo.com/123456',
    ])('is read as the video: %s', (href) => {
      expect(eventPageFacts(eventPage({ details: link(href) }), ZONES).video).toBe(href);
      const field = `<div class="sched-event-type"><ul class="tip-custom-fields"><li><a href="${href}">Video</a></li></ul></div>`;
      expect(eventPageFacts(eventPage({ details: field }), ZONES).video).toBe(href);
    });

    test.each([
      'https://www.youtube.com/redirect?q=https://example.com',
      'https://www.youtube.com/redirect?v=INVENTED1',
      'https://www.youtube.com/@somebody',
      'https://www.youtube.com/playlist?list=INVENTED',
      'https://www.youtube.com/watch',
      'https://user@youtu.be/INVENTED1',
      'http://youtu.be/INVENTED1',
      'https://youtu.be/',
      'https://example.com/watch?v=INVENTED1',
    ])('is ignored with any other address: %s', (href) => {
      expect(eventPageFacts(eventPage({ details: link(href) }), ZONES).video).toBeUndefined();
    });

    test('yields to an embedded video, and is ignored in a description', () => {
      const frame = '<iframe src="https://www.youtube.com/embed/INVENTED2"></iframe>';
      const box = openPage(CO_LOCATED, '').createElement('div');
      box.innerHTML = `<span class="event"></span><div class="sched-event-details-container">${link(video)}${frame}</div>`;
      expect(listFacts(one('.event', box), ZONES).video).toContain('/embed/INVENTED2');
      const text = `<div class="tip-description"><a href="${video}">last year</a></div>`;
      expect(eventPageFacts(eventPage({ details: text }), ZONES).video).toBeUndefined();
    });
  });

  describe('structured data', () => {
    const event = {
      '@type': 'Event',
      name: 'A Title & More',
      startDate: '2025-11-10T09:10:00-05:00',
      endDate: '2025-11-10T09:35:00-05:00',
      location: { '@type': 'Place', name: 'Blue Hall' },
      performer: [{ '@type': 'Person', name: 'Ada Example' }],
    };
    const script = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const facts = (data: unknown, parts: Parts = {}) =>
      eventPageFacts(eventPage({ when: '', where: '', details: script(data), ...parts }), ZONES);

    test('fills in what the page does not print', () => {
      const expected = {
        title: 'A Title & More',
        start: START,
        end: END,
        room: 'Blue Hall',
        speakers: ['Ada Example'],
      };
      expect(facts(event)).toEqual(expected);
      expect(facts([{ '@type': 'WebPage' }, { '@graph': [event] }])).toEqual(expected);
      expect(facts({ ...event, name: 'A Title &amp; More', '@type': ['EducationEvent'] })).toEqual(expected);
    });

    test('yields to what the page prints', () => {
      const other = { ...event, startDate: '2025-11-11T10:00:00Z', endDate: '2025-11-11T11:00:00Z' };
      expect(facts(other, { when: WHEN, where: VENUE })).toMatchObject({
        start: START,
        room: 'B | Level 3 | Hall & Foyer',
      });
    });

    test.each([
      { ...event, name: 'The whole conference' },
      { ...event, '@type': 'Person' },
      { ...event, name: { evil: true } },
      null,
      'text',
      [[[[event]]]].concat(Array.from({ length: 500 }, () => [[[event]]])),
    ])('is ignored unless it is about this session: %#', (data) => {
      const { title, ...rest } = facts(data, Array.isArray(data) ? { session: '' } : {});
      expect(rest).toEqual({});
    });

    test('is ignored where a time has no UTC offset or is out of order, or where the JSON is broken', () => {
      expect(facts({ ...event, startDate: '2025-11-10T09:10:00' }).start).toBeUndefined();
      expect(facts({ ...event, endDate: '2025-11-09T09:10:00Z' }).start).toBeUndefined();
      const broken = `<script type="application/ld+json">{"@type":</script>`;
      expect(eventPageFacts(eventPage({ details: broken }), ZONES).title).toBe('A Title & More');
    });
  });
});

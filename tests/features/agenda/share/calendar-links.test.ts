import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guide } from '../../../../data/index.ts';
import { googleUrl, outlookUrl } from '../../../../features/agenda/share/calendar-links.ts';
import { runs } from '../../../runs.ts';
import { ONE, SESSIONS } from './calendar-sessions.ts';

describe('a link to a web calendar', () => {
  const readParameters = (url: string) => Object.fromEntries(new URL(url).searchParams);

  test('of Google has the times in UTC, the texts and the address', () => {
    const url = googleUrl({ ...ONE, title: 'Nets & meshes + more' }, 'Porto');
    expect(url).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE&/u);
    expect(readParameters(url)).toEqual({
      action: 'TEMPLATE',
      text: 'Nets & meshes + more',
      dates: '20251110T141000Z/20251110T143500Z',
      details: `What holds a net together.\nAda Example, Bo Sample\n${ONE.url}`,
      location: 'NetDay, Porto',
    });
  });

  test('of Outlook has the times in UTC, spaces as %20, and a body with escaped markup', () => {
    const url = outlookUrl({ ...ONE, takeaway: 'a < b & <b>c</b> + d', room: 'B 312' }, 'Porto');
    expect(url).toMatch(/^https:\/\/outlook\.live\.com\/calendar\/0\/deeplink\/compose\?path=/u);
    expect(url).not.toContain('+');
    expect(readParameters(url)).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      startdt: '2025-11-10T14:10:00Z',
      enddt: '2025-11-10T14:35:00Z',
      subject: 'Nets and meshes',
      body: `a &lt; b &amp; &lt;b&gt;c&lt;/b&gt; + d<br>Ada Example, Bo Sample<br>${ONE.url}`,
      location: 'B 312, NetDay, Porto',
    });
  });

  test.each([googleUrl, outlookUrl])('of every guide session is not truncated (%#)', (urlOf) => {
    for (const session of SESSIONS) {
      const url = urlOf(session, guide.place);
      expect(url.length).toBeLessThan(2_000);
      expect(decodeURIComponent(url)).toContain(session.takeaway.replaceAll('&', urlOf === outlookUrl ? '&amp;' : '&'));
      expect(url).not.toContain(encodeURIComponent('…'));
    }
  });

  test.each([googleUrl, outlookUrl])(
    'is under 2,000 characters whatever the texts, and keeps the address (%#)',
    (urlOf) => {
      const text = fc.string({ unit: 'binary', maxLength: 2_000 });
      fc.assert(
        fc.property(text, text, text, text, (title, room, takeaway, speaker) => {
          const url = urlOf({ ...ONE, title, room, takeaway, speakers: [speaker] }, 'Porto');
          expect(url.length).toBeLessThan(2_000);
          expect(url).toContain(encodeURIComponent(ONE.url));
          expect(() => decodeURIComponent(url)).not.toThrow();
        }),
        { numRuns: runs(50) },
      );
    },
    60_000,
  );

  test('truncates the longest text with an ellipsis', () => {
    const { text, details } = readParameters(googleUrl({ ...ONE, takeaway: '日本 '.repeat(200) }, 'Porto'));
    expect(text).toBe(ONE.title);
    expect(details).toMatch(/^日本[日本 ]*…\nAda Example, Bo Sample\nhttps:/u);
  });
});

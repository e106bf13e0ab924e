// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { chosenZone } from '../../lib/seen/page-facts.ts';
import { zoneCookie } from '../../sched/read.ts';
import { END, eventPage, roles, START, WHEN, ZONES } from './event-page.ts';
import { CO_LOCATED, one, openPage } from './open-page.ts';
import { eventPageFacts, listFacts } from './read-facts.ts';

const SEATS = ['LIMITED', 'FILLING', 'FULL', 'WAITLISTED', 'SOLD OUT', 'SECRET', ' (FULL) '];

describe('on an event page', () => {
  test('title, time and room are read, with single spaces', () => {
    const facts = { title: 'A Title & More', start: START, end: END, room: 'B | Level 3 | Hall & Foyer' };
    expect(eventPageFacts(eventPage(), ZONES)).toEqual(facts);
  });

  test('times are in the zone that the visitor chose', () => {
    const when = 'Monday November 10, 2025 7:40pm - 8:05pm <span class="tz">IST</span>';
    expect(eventPageFacts(eventPage({ when }), { ...ZONES, chosen: 'Asia/Kolkata' })).toMatchObject({
      start: START,
      end: END,
    });
  });

  test('a missing room, an unreadable time and an empty title are omitted', () => {
    const session = '<span class="event"><a class="name" href="#"></a></span>';
    expect(eventPageFacts(eventPage({ session, when: 'Soon', where: '' }), ZONES)).toEqual({});
  });

  test('a room without a link is read', () => {
    expect(eventPageFacts(eventPage({ where: ' Online ' }), ZONES).room).toBe('Online');
  });

  test('speakers and moderators are listed in order and once each, without sponsors and headings in biographies', () => {
    const details =
      roles('Speakers', 'Ada Example', 'Bo  Sample') +
      roles('Sponsors', 'Kelp Ltd') +
      roles('Moderators', 'Cy Model', 'Ada Example');
    expect(eventPageFacts(eventPage({ details }), ZONES).speakers).toEqual(['Ada Example', 'Bo Sample', 'Cy Model']);
  });

  test('files are those on Sched’s own hosts, at https addresses', () => {
    const file = (href: string, name: string) =>
      `<div class="sched-file"><a class="file-uploaded" href="${href}">${name} </a><span>pdf</span></div>`;
    const details =
      file('https://hosted-files.sched.co/x/a%20b.pdf', 'Deck <b>one</b>') +
      file('//static.sched.com/hosted_files/x/two.pdf', '') +
      file('http://static.sched.com/hosted_files/x/three.pdf', 'Three') +
      file('javascript:alert(1)', 'Four') +
      file('https://evilsched.com/hosted_files/x/six.pdf', 'Six') +
      file('https://hosted-files.sched.co:8443/x/seven.pdf', 'Seven') +
      file('https://user@hosted-files.sched.co/x/eight.pdf', 'Eight') +
      file('https://[', 'Five');
    expect(eventPageFacts(eventPage({ details }), ZONES).slides).toEqual([
      { name: 'Deck one', url: 'https://hosted-files.sched.co/x/a%20b.pdf' },
      { name: 'two.pdf', url: 'https://static.sched.com/hosted_files/x/two.pdf' },
    ]);
  });

  test.each([
    ['https://www.youtube.com/embed/INVENTED1?rel=0', 'https://www.youtube.com/embed/INVENTED1?rel=0'],
    ['//www.youtube-nocookie.com/embed/INVENTED1', 'https://www.youtube-nocookie.com/embed/INVENTED1'],
    ['https://player.vimeo.com/video/1?badge=0', 'https://player.vimeo.com/video/1?badge=0'],
    ['http://www.youtube.com/embed/INVENTED1', undefined],
    ['https://www.youtube.com/embed/videoseries?list=INVENTED', undefined],
    ['https://www.youtube.com:8443/embed/INVENTED1', undefined],
    ['https://youtube.com.example/embed/1', undefined],
    ['https://notyoutube.com/embed/1', undefined],
    ['/replica/video', undefined],
    ['javascript:alert(1)//youtube.com', undefined],
  ])('an iframe with the address %s has the video %s', (src, video) => {
    // Detached, so that nothing is loaded.
    const box = openPage(CO_LOCATED, '').createElement('div');
    box.innerHTML = `<span class="event"></span><div class="sched-event-details-container"><iframe src="about:blank"></iframe>
      <div><iframe src="${src}"></iframe></div></div>`;
    expect(listFacts(one('.event', box), ZONES).video).toBe(video);
  });

  test.each([
    'Online <a id="map-toggle" href="#">Map</a>',
    '<a href="https://www.google.com/maps/place/venue/1" target="_blank">View map</a> <a href="venue/Online">Online</a>',
    'Online (<a href="https://maps.app.goo.gl/x">directions</a>)',
    '<a href="venue/Online">Online <span id="map-toggle">Map</span></a>',
    '<b>Online</b> <a href="https://tickets.example/x">Tickets</a>',
  ])('links and labels beside the room are not part of it: %s', (where) => {
    expect(eventPageFacts(eventPage({ where }), ZONES).room).toBe('Online');
  });

  test.each([...SEATS, 'SOLD <i>OUT</i>', '<u>SOLD</u> <u>OUT</u>', '<div>SOLD</div><div>-OUT)</div>'])(
    'the seat label “%s” is not part of the title, wherever it is',
    (label) => {
      const shapes = [
        `<span class="session-title">A Title <b>${label}</b></span>`,
        `<span class="session-title"><i><b>${label}</b></i> A Title</span>`,
        `<span class="session-title"><em>A Title</em>${label}</span>`,
        `A Title <span class="vs">B401</span> <span>${label}</span>`,
        `A Title <span class="vs">B401</span> ${label}`,
      ];
      for (const inside of shapes) {
        const session = `<span class="event"><a class="name" href="#">${inside}</a></span>`;
        expect(eventPageFacts(eventPage({ session }), ZONES).title).toBe('A Title');
      }
    },
  );

  test.each(['Living FULL Time', 'FULL', 'The SECRET', 'SOLD', 'SOLD for a Song'])(
    'a title that contains such a word is kept: “%s”',
    (title) => {
      const session = `<span class="event"><a class="name" href="#"><span class="session-title">${title}</span></a></span>`;
      expect(eventPageFacts(eventPage({ session }), ZONES).title).toBe(title);
    },
  );

  test('a word that could begin a label keeps its place and its spaces', () => {
    const session =
      '<span class="event"><a class="name" href="#">We <b>SOLD</b><div>cars</div> <i>SOLD</i> ones</a></span>';
    expect(eventPageFacts(eventPage({ session }), ZONES).title).toBe('We SOLD cars SOLD ones');
  });

  test('Sched’s second id is the id attribute of the link', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const session = (own: string) => `<span class="event"><a class="name" id="${own}" href="#">A</a></span>`;
    expect(eventPageFacts(eventPage({ session: session(id) }), ZONES).schedId).toBe(id);
    for (const other of ['', id.toUpperCase(), `${id}0`, 'title'])
      expect(eventPageFacts(eventPage({ session: session(other) }), ZONES).schedId).toBeUndefined();
  });

  test.each([
    ['', '', undefined],
    ['', '<span class="ev-save"></span>', false],
    [' sub', '<span class="ev-save"></span>', true],
    [' sub', '', true],
    [' subtle', '', undefined],
  ])('a session with the class “event%s” and the control “%s” is saved: %s', (name, control, saved) => {
    const session = `<span class="event ev_2${name}"><a class="name" href="#">A</a>${control}</span>`;
    expect(eventPageFacts(eventPage({ session }), ZONES).saved).toBe(saved);
  });

  test('escaped markup stays text, and the page does not change', () => {
    const session =
      '<span class="event"><a class="name" href="#"><span class="session-title">&lt;img src=x onerror=alert(1)&gt;</span></a></span>';
    const document = eventPage({ session, details: roles('Speakers', '&lt;b&gt;Ada&lt;/b&gt;') });
    const before = document.documentElement.outerHTML;
    expect(eventPageFacts(document, ZONES)).toMatchObject({
      title: '<img src=x onerror=alert(1)>',
      speakers: ['<b>Ada</b>'],
    });
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test.each(['', '<p>Page not found</p>', '<div class="list-single"></div>'])(
    'a page with the body “%s” has no facts',
    (body) => {
      expect(eventPageFacts(openPage(`${CO_LOCATED}/event/28D1Y`, body), ZONES)).toEqual({});
    },
  );
});

describe('on an event page from before 2024', () => {
  const oldPage = (header: string, details: string, inTitle = '') =>
    openPage(
      `${CO_LOCATED}/event/28D1Y/a-title`,
      `<div id="sched-content-inner">${header}<div class="sched-container"><div class="sched-container-inner">
         <span class="event ev_5"><a href="#" class="name" onclick="return false" id="0123">
           A <em>Title</em> ${inTitle}</a></span>
         <div class="sched-event-details-container"><div class="sched-event-details">${details}</div></div></div></div></div>`,
    );
  const header = `<div class="sched-container-header" id="2020-11-12"><div class="sched-container-dates">
    <a href="/">Back To Schedule</a> Thursday, November 12 &bull; 1:00pm - 2:30pm</div></div>`;
  const start = Date.parse('2020-11-12T18:00Z');
  const end = Date.parse('2020-11-12T19:30Z');

  test('the year comes from the id of the header, the room from the details', () => {
    const details = '<div class="sched-event-details-timeandplace"><br/><a href="/venue/Blue+Room">Blue Room</a></div>';
    expect(eventPageFacts(oldPage(header, details), ZONES)).toEqual({
      title: 'A Title',
      start,
      end,
      room: 'Blue Room',
    });
  });

  test('date and room come from the details if they are complete there', () => {
    const details = `<div class="sched-event-details-timeandplace">
      Thursday November 12, 2020 13:00 - 14:30 <span class="tz">EST</span><br />
      <a href='venue/12:15'>Hall of May 12, 9:00am</a> <em>1 March 2, Street</em></div>`;
    const facts = { title: 'A Title', start, end, room: 'Hall of May 12, 9:00am' };
    expect(eventPageFacts(oldPage('', details), ZONES)).toEqual(facts);
  });

  test('room, people and “FULL” in the link are not part of the title', () => {
    const inTitle = `<span class="vs">Blue Room</span><span class="sched-event-evpeople">Ada Example &bull; Bo Sample</span> <b>FULL</b>`;
    const facts = { title: 'A Title', start, end, room: 'Blue Room', speakers: ['Ada Example', 'Bo Sample'] };
    expect(eventPageFacts(oldPage(header, '', inTitle), ZONES)).toEqual(facts);
  });
});

describe('in a list', () => {
  const list = (body: string) =>
    openPage(
      `${CO_LOCATED}/list/x`,
      `<div class="list-simple"><a class="sched-container-anchor" id="2025-11-10"></a>${body}</div>`,
    );

  test('of the simple kind, the bar has title, room, people and star, but no time', () => {
    const document = list(`<h3> 9:10am <span class='tz'>EST</span></h3><div class='sched-container-inner'>
      <span class='event ev_2 sub' id="first"><a href='event/28D1Y/x' class='name'><span class="session-title">A Title</span>
        <span class="vs">Blue Room</span><span class="sched-event-evpeople">Ada Example &bull; Bo Sample</span>
        <span class="ev-badge">FULL</span></a><span class="ev-save"></span></span>
      <span class='event ev_2' id="second"><a href='event/28D2Q/y' class='name'>Old Title <span class="vs">Red Room</span><span class="sched-event-evpeople"></span></a></span></div>`);
    expect(listFacts(one('#first', document), ZONES)).toEqual({
      title: 'A Title',
      room: 'Blue Room',
      speakers: ['Ada Example', 'Bo Sample'],
      saved: true,
    });
    expect(listFacts(one('#second', document), ZONES)).toEqual({ title: 'Old Title', room: 'Red Room' });
  });

  test('of the expanded kind, each session has the details that follow it, even with an element in between', () => {
    const entry = (id: string, details: string) =>
      `<span class="event" id="${id}"><a href="event/${id}/x" class="name"><span class="session-title">${id}</span></a></span>
       <csg-card></csg-card>${details && `<div class="sched-event-details-container"><div class="sched-event-details">${details}</div></div>`}`;
    const details = `<div class="list-single__details"><div class="list-single__date">${WHEN}</div></div>
      ${roles('Speakers', 'Ada Example')}<div class="sched-file"><a href="https://hosted-files.sched.co/x/1.pdf">One</a></div>`;
    const document = list(`<div class="sched-container-inner">${entry('none', '')}${entry('full', details)}</div>`);
    expect(listFacts(one('#none', document), ZONES)).toEqual({ title: 'none' });
    expect(listFacts(one('#full', document), ZONES)).toEqual({
      title: 'full',
      start: START,
      end: END,
      speakers: ['Ada Example'],
      slides: [{ name: 'One', url: 'https://hosted-files.sched.co/x/1.pdf' }],
    });
  });
});

test.each([
  ['timezone_display=Asia/Kolkata', 'Asia/Kolkata'],
  ['a=b; timezone_display=America%2FNew_York; c=d', 'America/New_York'],
  ['timezone_display=UTC', 'UTC'],
  ['', undefined],
  ['timezone_display=', undefined],
  ['timezone_display=Mars/Olympus', undefined],
  ['timezone_display=%E0%A4%A', undefined],
  ['my_timezone_display=Asia/Kolkata', undefined],
])('The cookies “%s” choose the zone %s', (cookie, zone) => {
  expect(chosenZone(zoneCookie(cookie))).toBe(zone);
});

// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { sessionText } from '../../sched/session-text.ts';
import { MAIN, one, openPage } from './open-page.ts';

const LIST = `${MAIN}/list/simple`;

/** The title read from a session's bar in a list, which also names its people. */
function readTitle(printed: string, people: readonly string[] = []): string {
  const document = openPage(LIST, '<span class="event"><a class="name" href="event/1abc/x"></a></span>');
  const link = one<HTMLAnchorElement>('a');
  const part = (name: string, text: string) => {
    const span = document.createElement('span');
    span.className = name;
    span.textContent = text;
    return span;
  };
  link.append(part('session-title', printed), ' ', part('vs', 'Cilium Room'));
  if (people.length > 0) link.append(part('sched-event-evpeople', people.join(' • ')));
  link.append(part('ev-badge', 'FULL'), part('later-addition', 'Cilium'));
  return sessionText(link).title;
}

describe('a title', () => {
  test.each([
    ['Queues - Ada Pipewell, Cilium Plumbing Ltd', ['Ada Pipewell'], 'Queues'],
    ['Queues – Ada Pipewell, Cilium Plumbing Ltd', ['Ada Pipewell'], 'Queues'],
    ['Queues - ADA  Pipewell & Bo Roe, Acme', ['Ada Pipewell', 'Bo Roe'], 'Queues'],
    ['Queues - Bo Roe, Acme & Ada Pipewell, Cilium', ['Ada Pipewell', 'Bo Roe'], 'Queues'],
    ['Queues - ada, Cilium - Pipes and Co', ['Ada'], 'Queues'],
    ['Queues - moderated by Ada, Cilium', ['Ada'], 'Queues'],
    ['Cilium - A Deep Dive - Ada (she/her) & Bo', ['Ada', 'Bo'], 'Cilium - A Deep Dive'],
    ['Sponsored Keynote: Ada Pipewell, Cilium Plumbing Ltd', ['Ada Pipewell'], 'Sponsored Keynote'],
    ['Queues - Ada Pipewell', ['Ada Pipewell'], 'Queues'],
    ['Queues - bo, Acme', ['Ada', 'Bo'], 'Queues'],
    ['Queues - With Ada', ['Ada'], 'Queues - With Ada'],
    ['Queues: Ada on Cilium', ['Ada'], 'Queues: Ada on Cilium'],
    ['Cilium, Explained by Ada', ['Ada'], 'Cilium, Explained by Ada'],
    // The page spells the name differently.
    ['Queues - Ada Pipewell, Cilium', ['Adelaide Pipewell'], 'Queues'],
  ])('loses the people that the page names: “%s” by %s is “%s”', (printed, people, expected) => {
    expect(readTitle(printed, people)).toBe(expected);
  });

  test.each([
    ['Queues - Ada Pipewell, Cilium Plumbing Ltd', 'Queues'],
    ['Queues - Ada Pipewell & Bo Roe, Acme', 'Queues'],
    ['Queues - Ada Pipewell, Acme & Bo Roe, Cilium', 'Queues'],
    ['Queues - Ada Pipewell, Acme; Bo Roe, Cilium', 'Queues'],
    ['Queues - Ada Pipewell; Bo van der Roe, Cilium', 'Queues'],
    ['Queues - Ada Pipewell, Bo Roe & Cy Ray, Cilium', 'Queues'],
    ["Queues - Élodie O'Pipe-Well, eBPF Ltd", 'Queues'],
    ['Queues - Ada "Pipes" Well, solo.example', 'Queues'],
    ['Queues - Dr. Ada P. Well, 3D Cilium', 'Queues'],
    ['Queues - Moderated by Ada Pipewell, Acme', 'Queues'],
    ['Queues - Ada Pipewell, CTO, Acme - Cilium & Co', 'Queues'],
    ['Queues - moderated by Ada Pipewell, Acme', 'Queues'],
    ['Cilium - A Deep Dive - Ada Pipewell, Acme', 'Cilium - A Deep Dive'],
    ['A Deep Dive - Zero Trust, Cilium Style - Ada Pipewell, Acme', 'A Deep Dive - Zero Trust, Cilium Style'],
  ])('loses what looks like people: “%s” is “%s”', (printed, expected) => {
    expect(readTitle(printed)).toBe(expected);
  });

  test.each([
    'CiliumCon Hosted by CNCF - Half Day Event | ALL ACCESS PASS REQUIRED',
    'A Deep Dive - Cilium, Hubble and Tetragon in Practice',
    'Half a Day - Networks, Policies and Cilium',
    'Pipes - From Iptables, Slowly, To Cilium',
    'Pipes - The Long Way, With Cilium',
    'Pipes - Network Policy, made readable by Cilium',
    'Pipes - Network Policy, made in 3 Steps',
    'Pipes - Cilium & Tetragon, Together',
    'Pipes - Networks and Policies, Cilium Style',
    'Pipes - 2 Clusters, One Cilium',
    'Keynote: Ada Pipewell, Acme',
    'Multi-Cluster: Ten Years-Long, One Cilium',
    'Pipes - Explained in Detail by Ada Pipewell, Acme',
    'Pipes - Ada Pipewell and friends, Acme',
    'Pipes - Big Clean Fast Data Planes, Acme',
    'Pipes - Layer 7 Policies, Acme',
    'Pipes - Layer4 Policies, Acme',
    'Pipes - Big 3D Pipes, Acme',
    'Pipes - A Deep Dive, Cilium Style',
    'Pipes: (Part 2)',
    'Pipes - Policies made Readable, Acme',
  ])('keeps what does not look like people: “%s”', (printed) => {
    expect(readTitle(printed)).toBe(printed);
  });

  test('is wrong in these known cases', () => {
    expect(readTitle('Pipes - Zero Trust, Cilium Inside')).toBe('Pipes');
    expect(readTitle('Queues - Ada, Cilium')).toBe('Queues - Ada, Cilium');
    expect(readTitle('Queues - ada pipewell, Cilium')).toBe('Queues - ada pipewell, Cilium');
  });
});

/** The texts of a page's first session. */
function readTexts(body: string, address = LIST) {
  openPage(address, body);
  return sessionText(one<HTMLAnchorElement>('a'));
}

const details = (description: string) =>
  `<div class="sched-event-details-container"><div class="sched-event-details">${description}
    <div class="tip-roles"><div class="sched-person-session"><h2><a>Ada Roe</a></h2>
      <div class="sched-event-details-role-company">Cilium Ltd</div><p>Ada founded Cilium Ltd.</p></div></div>
    <div class="sched-file"><a>cilium.pdf</a></div><div class="sched-event-type">Cilium</div></div></div>`;
const bar = (title: string) => `<span class="event"><a class="name" href="event/1abc/x">${title}</a></span>`;
const tip = (description: string) => `<div class="tip-description">${description}</div>`;

describe('the text of a session is read', () => {
  test('without the room and people in its link, in markup from before 2024', () => {
    const link = 'Pipes  and\n Queues <span class="vs">Cilium</span><span class="sched-event-evpeople">A</span>';
    expect(readTexts(bar(link))).toEqual({ title: 'Pipes and Queues' });
  });

  test('with its description, but without the other details', () => {
    const body = bar('Pipes') + details(tip('<p>Flow</p>'));
    expect(readTexts(body)).toEqual({ title: 'Pipes', description: 'Flow' });
    expect(readTexts(bar('Pipes') + details(''))).toEqual({ title: 'Pipes' });
    expect(readTexts(bar('Pipes') + details(tip('<br>')))).toEqual({ title: 'Pipes', description: '' });
  });

  test('with its description, even if an extension put an element before the details', () => {
    expect(readTexts(`${bar('Pipes')}<x-card></x-card>${details(tip('Flow'))}`).description).toBe('Flow');
  });

  test('without the description of the next session', () => {
    expect(readTexts(bar('Pipes') + bar('Next') + details(tip('Flow')))).toEqual({ title: 'Pipes' });
  });

  test('without its people if only the details name them', () => {
    expect(readTexts(bar('Pipes - Ada, Cilium') + details('').replace('Ada Roe', 'Ada')).title).toBe('Pipes');
  });

  test('with words separated only where the page shows them separated', () => {
    const lines =
      'C<b>ilium</b><br>Hub<i>ble</i><ul><li>one</li><li>two</li></ul><p>three</p><!-- no -->e<span>BPF</span>';
    expect(readTexts(bar('Pipes') + details(tip(lines))).description).toBe('Cilium Hubble one two three eBPF');
  });

  test('without a description for a link in running text', () => {
    const body = `<p>See <a href="event/1abc">Pipes - Ada Roe, Cilium</a>.</p>${details(tip('Flow'))}`;
    expect(readTexts(body)).toEqual({ title: 'Pipes' });
  });

  test('with its description on its own page from 2023, but not for other sessions there', () => {
    const page = `<div id="sched-content-inner"><span class="event"><a href="#">Pipes</a></span><p></p>
      <div><div>${details(tip('Flow'))}</div></div><span class="event"><a href="event/2abc" id="next">Next</a></span></div>`;
    expect(readTexts(page, `${MAIN}/event/1abc`)).toEqual({ title: 'Pipes', description: 'Flow' });
    expect(sessionText(one('#next'))).toEqual({ title: 'Next' });
  });
});

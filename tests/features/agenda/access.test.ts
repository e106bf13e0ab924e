// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agendaGuide } from '../../../data/agenda.ts';
import { followAccess } from '../../../features/agenda/access.tsx';
import { byRole, press, readText } from '../../components/draw.ts';
import { takeErrors } from '../../errors.ts';
import { holdTimers, rest } from '../../time.ts';
import { access } from './site-access.ts';

holdTimers();

const ORIGINS = agendaGuide.sites.map(({ host }) => `https://${host}/*`);

let stop: AbortController;
beforeEach(() => {
  access.given = false;
  access.asked = [];
  access.answer = async () => true;
  stop = new AbortController();
  document.body.innerHTML = '<main><p>The agenda</p></main>';
});
afterEach(() => {
  stop.abort();
});

async function follow(): Promise<void> {
  followAccess(document.querySelector('main') as HTMLElement, agendaGuide, stop.signal);
  await rest();
}
const banner = () => readText(document.querySelector('[role=alert]'));

describe('a surface without access to the sites', () => {
  test('shows an alert above the agenda, with one button', async () => {
    await follow();
    expect(banner()).toMatch(
      /not allow this extension on all of the guide’s Sched sites\. Where it is not allowed.*agenda works/u,
    );
    expect(document.querySelectorAll('button')).toHaveLength(1);
    expect(document.querySelector('[role=alert]')?.closest('main')).toBeNull();
    expect(document.querySelector('main')?.textContent).toBe('The agenda');
  });

  test('asks for all of the guide’s sites during the press, and removes the alert when access is granted', async () => {
    await follow();
    byRole(document, 'button', 'Allow').click();
    expect(access.asked).toEqual([ORIGINS]);
    await rest();
    expect(banner()).toBe('');
  });

  test('moves the focus from the button to the search field', async () => {
    document.body.innerHTML = '<main><input role="searchbox"></main>';
    await follow();
    byRole(document, 'button', 'Allow').focus();
    byRole(document, 'button', 'Allow').click();
    await rest();
    expect(document.activeElement?.getAttribute('role')).toBe('searchbox');
  });

  test('keeps the alert when the reader refuses or the browser rejects the request', async () => {
    await follow();
    access.answer = async () => false;
    await press(byRole(document, 'button', 'Allow'));
    await rest();
    expect(banner()).not.toBe('');
    access.answer = () => Promise.reject(new Error('not in a popup'));
    await press(byRole(document, 'button', 'Allow'));
    await rest();
    expect([banner() === '', takeErrors().length]).toEqual([false, 1]);
  });

  test('follows permissions that change elsewhere, until the signal aborts', async () => {
    await follow();
    await access.turn(true);
    expect(banner()).toBe('');
    await access.turn(false);
    expect(banner()).not.toBe('');
    stop.abort();
    expect([banner(), access.listening(), document.body.innerHTML]).toEqual(['', 0, '<main><p>The agenda</p></main>']);
  });
});

test('A surface with access to the sites shows no alert', async () => {
  access.given = true;
  await follow();
  expect(banner()).toBe('');
});

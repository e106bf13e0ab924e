import { describe, expect, test } from 'vitest';
import { applyPatch, type Values } from '../../../lib/own/patches.ts';
import {
  choicePatch,
  HINT_KEY,
  importChoicesPatch,
  importSwitchesPatch,
  PARTS,
  partsOn,
  readSettings,
  resetSettingsPatch,
  type Switch,
  switchPatchForSites,
} from '../../../lib/own/settings.ts';

const HOST = 'one.sched.com';
const OTHER = 'two.sched.com';

describe('a settings patch', () => {
  const turn = (which: Switch, on: boolean, stored: Values = {}) =>
    switchPatchForSites(which, on, readSettings(stored), [{ host: HOST }, { host: OTHER }]);

  test('stores one key to turn a switch off, and removes its keys for all hosts to turn it on', () => {
    expect(turn({ part: 'strip' }, false)).toStrictEqual({ 'off:strip': true });
    expect(turn({ part: 'strip' }, true)).toStrictEqual({
      'off:strip': undefined,
      [`off:strip@${HOST}`]: undefined,
      [`off:strip@${OTHER}`]: undefined,
    });
    expect(turn({ host: HOST }, false)).toStrictEqual({ [`off:host:${HOST}`]: true });
  });

  test('turns a part off or on for one host, even if it was off everywhere', () => {
    const which: Switch = { part: 'mentions', host: HOST };
    expect(turn(which, false)).toStrictEqual({ [`off:mentions@${HOST}`]: true });
    expect(turn(which, true, { [`off:mentions@${HOST}`]: true })).toStrictEqual({
      'off:mentions': undefined,
      [`off:mentions@${HOST}`]: undefined,
      [`off:mentions@${OTHER}`]: undefined,
    });
    const stored = { 'off:mentions': true, 'off:cards': true, [`off:mentions@${HOST}`]: true };
    const settings = readSettings(applyPatch(stored, turn(which, true, stored)));
    expect([...partsOn(settings, HOST)]).toStrictEqual(PARTS.filter((part) => part !== 'cards'));
    expect([...partsOn(settings, OTHER)]).toStrictEqual(
      PARTS.filter((part) => part !== 'cards' && part !== 'mentions'),
    );
  });

  test('turns a part on for each host when it turns it on everywhere', () => {
    const stored = { 'off:mentions': true, [`off:mentions@${HOST}`]: true, [`off:cards@${HOST}`]: true };
    const after = applyPatch(stored, turn({ part: 'mentions' }, true, stored));
    expect(after).toStrictEqual({ [`off:cards@${HOST}`]: true });
  });

  test('stores one key for a choice, and removes it for the default', () => {
    expect(choicePatch('zone', 'Asia/Kolkata')).toStrictEqual({ 'pref:zone': 'Asia/Kolkata' });
    expect(choicePatch('zone', 'event')).toStrictEqual({ 'pref:zone': undefined });
    expect(choicePatch('plan', undefined)).toStrictEqual({ 'pref:plan': undefined });
  });
});

describe('an import of settings', () => {
  const plan = (at: number) => ({ minutes: 60, at });

  test('changes only the switches that differ', () => {
    const stored = { 'off:strip': true, 'off:cards': true };
    expect(importSwitchesPatch(stored, ['cards', 'quiet'])).toStrictEqual({
      'off:strip': undefined,
      'off:quiet': true,
    });
  });

  test('closes a hint that was closed in the backup, and never reopens one', () => {
    expect(importSwitchesPatch({}, ['hint'])).toStrictEqual({ [HINT_KEY]: true });
    expect(importSwitchesPatch({ [HINT_KEY]: true }, [])).toStrictEqual({});
  });

  test.each([
    ['none', {}, 1, true],
    ['an older one', { 'pref:plan': plan(1) }, 2, true],
    ['the same', { 'pref:plan': plan(2) }, 2, false],
    ['a newer one', { 'pref:plan': plan(3) }, 2, false],
  ])('takes the imported plan only if it is newer: the stored one is %s', (_, stored, at, isTaken) => {
    const incoming = { ...plan(at), minutes: 90 };
    expect(importChoicesPatch(stored, { plan: incoming })).toStrictEqual(isTaken ? { 'pref:plan': incoming } : {});
  });

  test('keeps the stored plan if the backup has none', () => {
    expect(importChoicesPatch({ 'pref:plan': plan(1) }, { hours: 24 })).toStrictEqual({ 'pref:hours': 24 });
  });
});

test('A reset removes every setting except the plan and the closed hint, and no pick', () => {
  const plan = { 'pref:plan': { minutes: 60, at: 1 } };
  const stored = { 'off:strip': true, 'pref:hours': 24, ...plan, [HINT_KEY]: true, 'pick:A': 1 };
  expect(resetSettingsPatch(stored)).toStrictEqual({ 'off:strip': undefined, 'pref:hours': undefined });
});

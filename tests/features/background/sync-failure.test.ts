import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pickPatch } from '../../../lib/own/patches.ts';
import { change } from '../../../lib/own/storage.ts';
import { takeErrors } from '../../errors.ts';
import { setPicked } from '../../lib/own/stored.ts';
import { account, endBrowser, note, own, pick, rest, startBrowser, status, switchOn, talk } from './account.ts';

const { local, sync } = fakeBrowser.storage;

beforeEach(() => {
  startBrowser();
});
afterEach(endBrowser);

describe('a failure', () => {
  beforeEach(switchOn);

  test.each<['get' | 'set', string, string]>([
    ['set', 'QUOTA_BYTES quota exceeded', 'quota'],
    ['set', 'QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'quota'],
    ['set', 'This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'quota'],
    ['set', 'The account is not available', 'refused'],
    ['get', 'Please set webextensions.storage.sync.enabled to true', 'refused'],
  ])(
    'of storage.sync.%s (%s) leaves this device as it is, and the next exchange makes up for it',
    async (call, text, problem) => {
      await change(pickPatch(talk, 'g', Date.now(), true));
      await rest();
      const fails = vi.spyOn(sync, call).mockRejectedValue(new Error(text) as never);
      await setPicked('28D1Y', 'g', false);
      await change(note('Ask why'));
      await rest();
      expect(await own()).toEqual({ 'note:28D1Y': expect.objectContaining({ text: 'Ask why' }) });
      expect(await status()).toEqual({ at: expect.any(Number), ok: false, problem });
      expect(takeErrors()).not.toEqual([]);

      fails.mockRestore();
      await fakeBrowser.runtime.onStartup.trigger();
      await rest();
      expect(await account()).toEqual({
        'pick:28D1Y': { gone: expect.any(Number) },
        'note:28D1Y': { v: expect.objectContaining({ text: 'Ask why' }) },
      });
      expect(await own()).toEqual({ 'note:28D1Y': expect.objectContaining({ text: 'Ask why' }) });
      expect(await status()).toEqual({ at: expect.any(Number), ok: true });
    },
  );

  test.each(['get', 'set'] as const)(
    'of storage.local.%s is reported, and leaves both copies as they are',
    async (call) => {
      await change(note('Ask why'));
      await rest();
      const before = [await own(), { ...(await account()), 'pick:28D1Y': { v: pick(5) } }];
      const fails = vi.spyOn(local, call).mockRejectedValue(new Error('corrupt') as never);
      await sync.set({ 'pick:28D1Y': { v: pick(5) } });
      await rest();
      expect(takeErrors()).not.toEqual([]);
      fails.mockRestore();
      expect([await own(), await account()]).toEqual(before);
      await fakeBrowser.runtime.onStartup.trigger();
      await rest();
      expect((await own())['pick:28D1Y']).toEqual(pick(5));
    },
  );
});

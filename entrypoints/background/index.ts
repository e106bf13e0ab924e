import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../../features/background/answer.ts';
import { forgetClosedTabs } from '../../features/background/badge.ts';
import { keepOwnReports } from '../../features/background/failures.ts';
import { sendCommand } from '../../features/background/keys.ts';
import { startSync } from '../../features/background/sync.ts';

export default defineBackground(() => {
  keepOwnReports();
  startSync();
  forgetClosedTabs();
  browser.runtime.onMessage.addListener(answer);
  // Firefox for Android has no commands.
  browser.commands?.onCommand.addListener((command) => void sendCommand(command));
});

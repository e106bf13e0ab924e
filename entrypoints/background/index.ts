import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages } from '../../features/background/answer.ts';
import { forgetClosedTabs } from '../../features/background/badge.ts';
import { keepOwnReports } from '../../features/background/failures.ts';
import { sendCommand } from '../../features/background/keys.ts';
import { startSync } from '../../features/background/sync.ts';
import { welcomeOnce } from '../../features/background/welcome.ts';
import { commandsApi } from '../../lib/platform/capabilities.ts';

export default defineBackground({
  type: 'module',
  main() {
    keepOwnReports();
    startSync();
    forgetClosedTabs();
    welcomeOnce();
    answerMessages();
    commandsApi()?.onCommand.addListener((command) => void sendCommand(command));
  },
});

import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { startFacts } from '../../features/page/facts.ts';
import { pageLife } from '../../features/page/take-over.ts';
import { startHelper } from '../../features/page/undo.ts';
import { report } from '../../lib/report/report.ts';

// A separate script: the marks don't need it, so it runs when the browser is idle. It also offers undo.
export default defineContentScript({
  matches: pageIndex.hosts.map((host) => `https://${host}/*`),
  allFrames: true,
  runAt: 'document_idle',
  main: () => {
    const signal = pageLife();
    if (signal.aborted) return;
    startHelper(signal);
    startFacts(signal).catch((error: unknown) => report(error, 'facts'));
  },
});

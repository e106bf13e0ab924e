import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { startFacts } from '../../features/page/facts.ts';
import { report } from '../../lib/report/report.ts';

// A separate script, because the marks need none of it: it runs when the browser has time.
export default defineContentScript({
  matches: pageIndex.hosts.map((host) => `https://${host}/*`),
  allFrames: true,
  runAt: 'document_idle',
  // An older copy can't send anything any more.
  main: () => void startFacts(new AbortController().signal).catch((error: unknown) => report(error, 'facts')),
});

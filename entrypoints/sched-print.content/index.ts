import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { startPrint } from '../../features/page/print.ts';
import { pageLife } from '../../features/page/take-over.ts';
import { report } from '../../lib/report/report.ts';

// A script of its own, so that no list carries what print views alone need. Their styles come with the other script.
export default defineContentScript({
  matches: pageIndex.hosts.flatMap((host) => [`https://${host}/print*`, `https://${host}/*/print*`]),
  allFrames: true,
  runAt: 'document_end',
  // The first script has made sure that one copy of the extension alone is at work.
  main: () => void startPrint(pageLife()).catch((error: unknown) => report(error, 'print')),
});

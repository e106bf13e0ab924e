import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { startPrint } from '../../features/page/print.ts';
import { pageLife } from '../../features/page/take-over.ts';
import { report } from '../../lib/report/report.ts';

// A separate script, so that lists don't load what only print views need. The first script has the styles.
export default defineContentScript({
  matches: pageIndex.hosts.flatMap((host) => [`https://${host}/print*`, `https://${host}/*/print*`]),
  allFrames: true,
  runAt: 'document_end',
  // The first script has made sure that only one copy of the extension runs.
  main: () => void startPrint(pageLife()).catch((error: unknown) => report(error, 'print')),
});

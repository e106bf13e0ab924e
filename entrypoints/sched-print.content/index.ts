import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { startPrint } from '../../features/page/print.ts';
import { report } from '../../lib/report/report.ts';

// A script of its own, so that no list carries what print views alone need. Their styles come with the other script.
export default defineContentScript({
  matches: pageIndex.hosts.flatMap((host) => [`https://${host}/print*`, `https://${host}/*/print*`]),
  allFrames: true,
  runAt: 'document_end',
  // A newer copy of the other script removes the marks of an older one.
  main: () => void startPrint(new AbortController().signal).catch((error: unknown) => report(error, 'print')),
});

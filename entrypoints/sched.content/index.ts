import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageIndex } from '../../data/page-index.ts';
import { startPage } from '../../features/page/start.ts';
import { takeOver } from '../../features/page/take-over.ts';
import 'virtual:csg/highlight.css';
import './style.css';

export default defineContentScript({
  matches: pageIndex.hosts.map((host) => `https://${host}/*`),
  allFrames: true,
  runAt: 'document_start',
  main: () => {
    const signal = takeOver(document);
    if (!signal.aborted) return startPage(signal);
  },
});

/** A third-party page that embeds both sites with Sched's embed script, as organisers do. */
import type { GuideFile } from '../../data/schema.ts';
import { esc } from './html.ts';
import type { Reply } from './types.ts';

/** The host of the third-party page. */
export const EMBEDDER = 'embedder.example';

/** A short version of Sched's `embed.js`: replaces the link before the script with an iframe with an inline height. */
export function embedScript(host: string): string {
  return `(function () {
  var link = document.querySelector('a#sched-embed[href*="${host}"]');
  if (!link) return;
  var frame = document.createElement('iframe');
  frame.src = link.href + '?iframe=yes&w=100%&sidebar=yes&bg=no';
  frame.width = '100%';
  frame.style.height = '900px';
  frame.style.border = '0';
  link.parentNode.replaceChild(frame, link);
})();
`;
}

/** Responds for any path on the third-party host. */
export function embedderPage(url: URL, guide: GuideFile): Reply {
  if (url.pathname !== '/') return { status: 404, type: 'text/plain; charset=UTF-8', body: 'Not found\n' };
  const [session] = guide.sessions;
  const embeds = guide.sites.map(
    ({ host, name }) => `<h2>${esc(name)}</h2>
<a id="sched-embed" href="//${host}/">View the schedule</a>
<script type="text/javascript" src="//${host}/js/embed.js"></script>`,
  );
  const body = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8" /><title>The hallway blog</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:1100px;margin:2em auto;padding:0 1em}</style></head>
<body>
<h1>The hallway blog</h1>
<p>Links that are none of anybody's business: <a href="event/${session?.id ?? 'x'}">a path like an event's</a>,
<a href="https://example.org/event/${session?.id ?? 'x'}">another host</a>, <a href="/about">about us</a>.</p>
${embeds.join('\n')}
</body>
</html>
`;
  return { status: 200, type: 'text/html; charset=UTF-8', body };
}

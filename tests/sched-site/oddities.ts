/** Responses that are not Sched pages: a challenge, plain text, XML, a document without a body, a video placeholder. */
import { esc } from './html.ts';
import type { Reply, Visit } from './types.ts';

const HTML = 'text/html; charset=UTF-8';

/** A challenge page of a content delivery network: no `#schedorg`, but a session's address as text and as a link. */
export function challenge(visit: Visit): Reply {
  const session = visit.sessions.find((s) => s.real) ?? visit.sessions[0];
  const path = `/event/${session?.id ?? 'none'}/`;
  const body = `<!DOCTYPE html>
<html lang="en-US">
<head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow" /></head>
<body class="no-js">
<div class="main-wrapper" role="main"><div class="main-content">
<h1>${visit.site.host}</h1>
<h2>Verifying you are human. This may take a few seconds.</h2>
<p>You will be sent on to <a href="${path}">${visit.site.host}${path}</a>.</p>
<noscript><div>Enable JavaScript and cookies to continue</div></noscript>
</div></div>
</body>
</html>
`;
  return { status: 403, type: HTML, body };
}

/** Plain text with session addresses. */
export function plainText(visit: Visit): Reply {
  const lines = real(visit).map((id) => `https://${visit.site.host}/event/${id}`);
  return { status: 200, type: 'text/plain; charset=UTF-8', body: `${lines.join('\n')}\n` };
}

/** An XML document without HTML elements. */
export function feed(visit: Visit): Reply {
  const items = visit.sessions
    .filter((session) => session.real)
    .map((s) => `<item><title>${esc(s.title)}</title><link>https://${visit.site.host}/event/${s.id}</link></item>`);
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${esc(visit.site.name)}</title>
${items.join('\n')}
</channel></rss>
`;
  return { status: 200, type: 'application/xml; charset=UTF-8', body };
}

/** A frameset: `document.body` is not a `<body>`, and the shell is missing. */
export function nobody(): Reply {
  const body = `<!DOCTYPE html>
<html lang="en"><head><title>No body</title></head>
<frameset cols="50%,50%"><frame src="/replica/plain.txt" /><frame src="/replica/plain.txt" /></frameset>
</html>
`;
  return { status: 200, type: HTML, body };
}

/** The content of a recording's placeholder iframe. */
export function videoPlaceholder(): Reply {
  const body = `<!DOCTYPE html>
<html lang="en"><head><title>Recording</title></head>
<body style="margin:0;display:grid;place-items:center;height:100vh;background:#111;color:#ccc;font:16px Arial,sans-serif">
<p>A recording would play here.</p></body></html>
`;
  return { status: 200, type: HTML, body };
}

function real(visit: Visit): string[] {
  return visit.sessions.filter((session) => session.real).map((session) => session.id);
}

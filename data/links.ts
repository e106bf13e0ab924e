/**
 * Where links of a guide may lead. Readers trust the guide's links, and a review easily misses a wrong one. So each kind has
 * a list of hosts, and a guide declares other hosts in `linkHosts`, with a reason.
 */
import type { Problem } from './problem.ts';
import type { GuideFile, Link } from './schema.ts';

interface Place {
  host: string;
  /** The rest of the address after the host. */
  path: RegExp;
}

const place = (host: string, path: RegExp = /^\/./u): Place => ({ host, path });

/** Code forges, with their paths of pull requests and releases. */
const FORGES = [
  { host: 'github.com', change: /^\/[\w.-]+\/[\w.-]+\/pull\/\d+/u, release: /^\/[\w.-]+\/[\w.-]+\/releases\//u },
  { host: 'gitlab.com', change: /^\/.+\/-\/merge_requests\/\d+/u, release: /^\/.+\/-\/releases\//u },
  { host: 'codeberg.org', change: /^\/[\w.-]+\/[\w.-]+\/pulls\/\d+/u, release: /^\/[\w.-]+\/[\w.-]+\/releases\//u },
];
const CODE = FORGES.map(({ host }) => place(host));

/** Addresses of one video, not of a channel, a search or a list. */
const VIDEOS = [
  place('www.youtube.com', /^\/(?:watch\?(?:.*&)?v=|live\/)[\w-]{11}(?![\w-])/u),
  place('youtu.be', /^\/[\w-]{11}(?![\w-])/u),
  place('vimeo.com', /^\/\d+/u),
  place('media.ccc.de', /^\/v\/./u),
];

/** Sched's two hosts for uploaded files, then hosts that speakers use themselves. */
const SLIDES = [
  place('hosted-files.sched.co'),
  place('static.sched.com', /^\/hosted_files\/./u),
  place('speakerdeck.com'),
  place('www.slideshare.net'),
  place('docs.google.com', /^\/presentation\/./u),
  ...CODE,
];

/** Where each kind of link may lead in every guide. */
const PLACES: Record<Link['kind'], readonly Place[]> = {
  recording: VIDEOS,
  playlist: [
    place('www.youtube.com', /^\/playlist\?(?:.*&)?list=[\w-]+/u),
    place('vimeo.com', /^\/showcase\/\d+/u),
    place('media.ccc.de', /^\/c\/./u),
  ],
  slides: SLIDES,
  code: CODE,
  // A later talk, its slides, or software that resulted from this one.
  'follow-up': [...VIDEOS, ...SLIDES],
  'pull-request': FORGES.map(({ host, change }) => place(host, change)),
  'release-notes': FORGES.map(({ host, release }) => place(host, release)),
  documentation: CODE,
  other: CODE,
  // Only on the guide's sites, its source's host, and hosts that it declares.
  'case-study': [],
  report: [],
  programme: [],
};

/** Kinds that are texts. They may also be on the host of the guide's source. */
const TEXTS: ReadonlySet<Link['kind']> = new Set([
  'case-study',
  'follow-up',
  'report',
  'release-notes',
  'documentation',
  'programme',
  'other',
]);

/** Reserved names (RFC 2606), which invented guides link to. */
const NOWHERE = /\.(?:example|invalid|test)$/u;

const KNOWN = new Set(
  Object.values(PLACES)
    .flat()
    .map(({ host }) => host),
);

/** Every link of a guide, with its path and its owner. */
export function* linksOf(guide: GuideFile): Generator<{ path: string; of: string; link: Link }> {
  for (const list of ['events', 'context', 'sessions'] as const) {
    for (const [index, { id, links }] of guide[list].entries()) {
      const of = `${list.replace(/s$/u, '')} ${id}`;
      for (const [nth, link] of links.entries()) yield { path: `${list}[${index}].links[${nth}]`, of, link };
    }
  }
}

/** The host of an address, '' if it is invalid. */
function getHost(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

/** The hosts of all links of a guide. */
export function linkedHosts(guide: GuideFile): Set<string> {
  return new Set([...linksOf(guide)].map(({ link }) => getHost(link.url)));
}

/** Links to hosts or paths that don't fit their kind, and declared hosts that already have rules. */
export function* misplacedLinks(guide: GuideFile): Generator<Problem> {
  for (const { path, of, link } of linksOf(guide)) {
    const fault = findFault(link, guide);
    if (fault) yield { path: `${path}.url`, reason: `${link.kind} of ${of} ${fault}`, needs: 'linkHosts' };
  }
  for (const [index, { host }] of guide.linkHosts.entries()) {
    const path = `linkHosts[${index}].host`;
    if (KNOWN.has(host)) yield { path, reason: `${host} has its rules in data/links.ts already: remove it here` };
  }
}

/** Follow-ups without a label: “Follow-up” alone could be taken for the session's own recording. */
export function* unnamedFollowUps(guide: GuideFile): Generator<Problem> {
  for (const { path, of, link } of linksOf(guide)) {
    if (link.kind !== 'follow-up' || link.label !== undefined) continue;
    yield {
      path,
      reason: `follow-up of ${of} does not say what it is: add a label, such as “the same speaker a year later”`,
    };
  }
}

function findFault({ kind, url }: Link, { sites, source, linkHosts }: GuideFile): string | undefined {
  const host = getHost(url);
  if (host === '' || NOWHERE.test(host) || !Object.hasOwn(PLACES, kind)) return undefined;
  const places = PLACES[kind];
  const here = places.filter((one) => one.host === host);
  const after = url.slice('https://'.length + host.length);
  if (here.some(({ path }) => path.test(after))) return undefined;
  if (here.length > 0) return `is no address of a ${kind} on ${host}: copy it from the browser`;
  if (!KNOWN.has(host)) {
    if (linkHosts.some((one) => one.host === host)) return undefined;
    if (TEXTS.has(kind) && host === getHost(source.url)) return undefined;
    if (kind === 'programme' && sites.some((site) => site.host === host)) return undefined;
  }
  const known = [...new Set(places.map((one) => one.host))];
  if (KNOWN.has(host)) {
    const kinds = Object.entries(PLACES).filter(([, all]) => all.some((one) => one.host === host));
    return `leads to ${host}, where only ${kinds.map(([name]) => name).join(', ')} may: choose the kind that fits`;
  }
  const instead = known.length > 0 ? `use one of ${known.join(', ')}, or ` : '';
  return `leads to ${host}, which this guide does not know: ${instead}add it to linkHosts with the reason`;
}

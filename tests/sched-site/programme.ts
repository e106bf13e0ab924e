/** The programme of a site: the guide's sessions among invented ones. Pure and deterministic. */
import type { GuideFile, SessionFile, Site } from '../../data/schema.ts';
import { daysBetween, instant } from './clock.ts';
import { description, eventRoom, person, room, seatLabel } from './invent.ts';
import { makePlan, type Setting } from './plans.ts';
import { at, base62, hashSeed, hex32, type Random, random } from './random.ts';
import { guideEvents, listTypes } from './tracks.ts';
import type { ReplicaSession, ReplicaSpeaker, SessionType } from './types.ts';

/** Default number of sessions. The real sites had more (`?sessions=542`), but fewer make tests faster. */
export const DEFAULT_SIZE = 120;
/** Maximum number of sessions; no measurement needs more. */
export const MAX_SIZE = 30_000;

/** Replaces the abstracts of the guide's sessions. */
const FILLER =
  'The speakers’ abstract stands here on the real page. The replica has this paragraph in its place, written to be as ' +
  'long as an abstract usually is, so that a page of the replica wraps and scrolls about as the real one does.';

const memory = new WeakMap<GuideFile, Map<string, ReplicaSession[]>>();

/** The sessions of a site in the order of a list. The n-th invented session is the same at every size. */
export function programme(guide: GuideFile, siteId: string, size?: number): ReplicaSession[] {
  const index = guide.sites.findIndex((site) => site.id === siteId);
  const site = guide.sites[index];
  if (!site) throw new Error(`replica: the guide ${guide.id} has no site ${siteId}`);
  const count = Math.min(size ?? DEFAULT_SIZE, MAX_SIZE);
  const kept = memory.get(guide) ?? new Map<string, ReplicaSession[]>();
  memory.set(guide, kept);
  const known = kept.get(`${siteId} ${count}`);
  if (known) return known;

  const setting = makeSetting(guide, site, index);
  const real = guide.sessions.filter((s) => s.site === siteId).map((s, i) => realSession(setting, s, i));
  const invented = Array.from({ length: Math.max(0, count - real.length) }, (_, i) => inventedSession(setting, i));
  const sessions = [...real, ...invented].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.hash < b.hash ? -1 : 1),
  );
  kept.set(`${siteId} ${count}`, sessions);
  return sessions;
}

function makeSetting(guide: GuideFile, site: Site, index: number): Setting {
  return {
    guide,
    site,
    index,
    types: listTypes(guide, site),
    days: daysBetween(guide.firstDay, guide.lastDay),
    taken: new Set(guide.sessions.map((s) => s.id)),
    prefix: guide.sessions.find((s) => s.site === site.id)?.id.slice(0, 2) ?? `3${index}`,
  };
}

/** "A & B, Org" for speakers of one organisation, else "A, Org1; B, Org2". */
export function titleTail(speakers: readonly ReplicaSpeaker[]): string {
  const groups = new Map<string, string[]>();
  for (const { name, company } of speakers) groups.set(company, [...(groups.get(company) ?? []), name]);
  return [...groups]
    .map(([company, names]) => (company === '' ? names.join(' & ') : `${names.join(' & ')}, ${company}`))
    .join('; ');
}

function withTail(plain: string, speakers: readonly ReplicaSpeaker[]): string {
  // Sched adds no speakers to a title that already names one ("Sponsored Keynote: NAME, COMPANY").
  return speakers.some((s) => plain.includes(s.name)) || speakers.length === 0
    ? plain
    : `${plain} - ${titleTail(speakers)}`;
}

function realSession(setting: Setting, session: SessionFile, order: number): ReplicaSession {
  const { guide, types } = setting;
  const chance = random(hashSeed(session.id));
  // Real people get no invented biographies, and their talks no invented abstracts.
  const speakers = session.speakers.map((s) => ({ ...person(s.name, s.organisation ?? ''), biography: '' }));
  const event = guideEvents(guide, setting.site).findIndex((e) => e.id === session.event);
  const perEvent = guideEvents(guide, setting.site).length > 1;
  return {
    id: session.id,
    hash: hex32(`${setting.site.host} ${session.id}`),
    title: withTail(session.title, speakers),
    start: instant(session.start, guide.zone),
    end: instant(session.end, guide.zone),
    venue: perEvent ? eventRoom(event) : room(chance),
    type: perEvent ? at(types, event) : at(types, order),
    speakers,
    moderators: [],
    description: `${FILLER}<br /><br />Filed under: ${guide.subject}.`,
    files: order === 0 ? [slides(setting.site, session.id)] : [],
    video: false,
    seats: null,
    level: 'Any',
    real: true,
    // A guide read without the schema omits empty fields.
    unpublished: (session.changes ?? []).some((change) => change.kind === 'unpublished'),
  };
}

function slides(site: Site, id: string): { name: string; url: string } {
  const folder = hex32(id).slice(0, 2);
  return { name: 'Slides of the talk', url: `https://hosted-files.sched.co/${ci(site)}/${folder}/slides-${id}.pdf` };
}

/** Sched's short name of an event: the first label of its host. */
export function ci(site: Site): string {
  return site.host.split('.')[0] ?? site.host;
}

function inventedId(setting: Setting, i: number): string {
  // A step coprime to 62³ visits every number once; each site of the guide takes its own residue.
  const sites = setting.guide.sites.length;
  const nth = i * sites + setting.index;
  const short = i % 23 === 7 && i < 1500;
  const id = short
    ? setting.prefix + base62((nth * 1011 + 5) % 62 ** 2, 2)
    : setting.prefix + base62((nth * 72_817 + 40_009) % 62 ** 3, 3);
  return setting.taken.has(id) ? inventedId(setting, i + 31_000) : id;
}

/** Sometimes no room; on a site with several events the event's room, else any. */
function inventedVenue({ guide, site, types }: Setting, type: SessionType, chance: Random): string | null {
  if (chance() < 0.006) return null;
  const any = room(chance);
  return guideEvents(guide, site).length > 1 ? eventRoom(types.indexOf(type)) : any;
}

function inventedSession(setting: Setting, i: number): ReplicaSession {
  const key = `${setting.site.id} ${i}`;
  const chance = random(hashSeed(key));
  const id = inventedId(setting, i);
  const plan = makePlan(setting, i, chance);
  const speakers = plan.speakers.slice(0, 4);
  return {
    id,
    hash: hex32(`${setting.site.host} ${id}`),
    title: withTail(plan.title, speakers),
    start: plan.start,
    end: plan.end,
    venue: inventedVenue(setting, plan.type, chance),
    type: plan.type,
    speakers,
    moderators: plan.speakers.slice(4),
    description: plan.description === undefined ? (chance() < 0.13 ? null : description(chance)) : plan.description,
    files: i === 40 || i === 41 ? [slides(setting.site, id)] : [],
    video: i === 42,
    seats: chance() < 0.02 ? seatLabel(i) : null,
    level: at(['Any', 'Beginner', 'Intermediate', 'Advanced'], Math.floor(chance() * 4)),
    real: false,
    unpublished: false,
    planted: plan.planted,
  };
}

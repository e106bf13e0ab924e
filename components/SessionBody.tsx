import type { Change, Link, Term } from '../data/index.ts';
import type { SessionDetail, SessionRef } from '../lib/detail.ts';
import { dayName, timeRange, zoneName } from '../lib/format.ts';
import { Explained } from './Explained.tsx';
import { Icon } from './Icon.tsx';

const LINK_NAMES: Record<Link['kind'], string> = {
  recording: 'Recording',
  slides: 'Slides',
  'case-study': 'Case study',
  'pull-request': 'Pull request',
  playlist: 'Playlist',
  'release-notes': 'Release notes',
  documentation: 'Documentation',
  programme: 'Programme',
  other: 'Link',
};

const RELATIONS: Record<SessionDetail['related'][number]['how'], string> = {
  background: 'Watch before',
  'background-for': 'Background for',
  continues: 'Continues in',
  similar: 'Same subject',
};

/** Everything that the guide says of a session, below its title: the inside of cards, briefings and agenda rows. */
export function SessionBody({ detail }: { detail: SessionDetail }) {
  const { session, terms, related } = detail;
  return (
    <div class="body">
      {session.changes.map((change) => (
        <ChangeNote change={change} />
      ))}
      {detail.differences.length > 0 && <Differences detail={detail} />}
      <p class="summary">
        <Explained text={session.summary} terms={terms} />
      </p>
      <p class="why">
        <strong>Why watch</strong> <Explained text={session.why} terms={terms} />
      </p>
      <Watch detail={detail} />
      <Facts detail={detail} />
      {terms.length > 0 && <Terms terms={terms} />}
      {related.length > 0 && <RelatedSessions related={related} />}
      <p class="source">
        Summary in our own words. Source: <Out href={detail.source.url}>{detail.source.title}</Out>
      </p>
    </div>
  );
}

function ChangeNote({ change }: { change: Change }) {
  return (
    <p class="change">
      <strong>Changed since the post</strong> {change.text}
    </p>
  );
}

/** What Sched's page says now, where it differs: the page's truth goes before the guide's. */
function Differences({ detail: { differences, seen } }: { detail: SessionDetail }) {
  return (
    <div class="change">
      <strong>Changed since the guide</strong>
      <ul>
        {differences.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
      {seen && <p class="as-of">seen on Sched on {new Date(seen.at).toISOString().slice(0, 10)}</p>}
    </div>
  );
}

function Watch({ detail: { session, playlist, seen } }: { detail: SessionDetail }) {
  const links = playlist ? [...session.links, playlist] : session.links;
  const watchable = links.some(({ kind }) => kind === 'recording' || kind === 'playlist');
  return (
    <ul class="links" aria-label="Recordings and links">
      {links.map((link) => (
        <li>
          <Out href={link.url} strong={link.kind === 'recording'}>
            {link.kind === 'recording' && <Icon shape="play" />}
            {link.label ?? LINK_NAMES[link.kind]}
          </Out>
          <span class="as-of"> as of {link.asOf}</span>
        </li>
      ))}
      {seen?.slides?.map(({ name, url }) => (
        <li>
          <Out href={url}>Slides on this page: {name}</Out>
        </li>
      ))}
      {seen?.video && (
        <li>
          <Out href={seen.video}>Video on this page</Out>
        </li>
      )}
      {!watchable && !seen?.video && <li class="none">No recording that we know of</li>}
    </ul>
  );
}

function Facts({ detail: { session, event, overlaps, topics, zone, seen } }: { detail: SessionDetail }) {
  return (
    <dl class="facts">
      <dt>Speakers</dt>
      <dd>
        {session.speakers.map(({ name, organisation }, index) => (
          <span class="speaker">
            {index > 0 && ', '}
            {name}
            {organisation && <span class="organisation"> ({organisation})</span>}
          </span>
        ))}
      </dd>
      <dt>Time</dt>
      <dd>
        {dayName(session.start, zone)}, {timeRange(session.start, session.end, zone)} {zoneName(session.start, zone)}
      </dd>
      {seen?.room && (
        <>
          <dt>Room</dt>
          <dd>{seen.room}</dd>
        </>
      )}
      {overlaps.length > 0 && (
        <>
          <dt>Same time</dt>
          <dd>
            <SessionList sessions={overlaps} />
          </dd>
        </>
      )}
      <dt>Event</dt>
      <dd>
        {event.name}, {session.kind}, {session.level}
      </dd>
      <dt>Topics</dt>
      <dd>{topics.join(', ')}</dd>
    </dl>
  );
}

function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <details class="terms">
      <summary>
        {terms.length === 1 ? 'One term' : `${terms.length} terms`} explained
        <Icon shape="chevron" />
      </summary>
      <dl>
        {terms.map(({ name, meaning }) => (
          <>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

function RelatedSessions({ related }: { related: SessionDetail['related'] }) {
  return (
    <ul class="related" aria-label="Related sessions">
      {related.map(({ how, reason, session }) => (
        <li>
          <span class="how">{RELATIONS[how]}</span> <SessionLink session={session} />
          <span class="reason">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

function SessionList({ sessions }: { sessions: readonly SessionRef[] }) {
  return (
    <ul class="refs">
      {sessions.map((session) => (
        <li>
          <SessionLink session={session} />
          <span class="where">{placeOf(session)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Where another session is: its event, and that it is on the other site where it is. */
export function placeOf({ event, otherSite }: SessionRef): string {
  return otherSite ? `${event}, on the other Sched site` : event;
}

/** A session by its title; the link leads to its page on the Sched site that has it. */
export function SessionLink({ session: { title, url } }: { session: SessionRef }) {
  return <Out href={url}>{title}</Out>;
}

/** A link that leaves the page: in a new tab, which learns nothing of this one. */
export function Out({
  href,
  strong,
  children,
}: {
  href: string;
  strong?: boolean;
  children: preact.ComponentChildren;
}) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" class={strong ? 'out strong' : 'out'}>
      {children}
    </a>
  );
}

import type { Change, Term } from '../data/index.ts';
import type { SessionDetail, SessionRef } from '../lib/guide/detail.ts';
import { describeBasis, kindName, levelName, linkName, relationName } from '../lib/guide/names.ts';
import { counted, t } from '../lib/text.ts';
import { dateName, dayTimeIn, formatList, formatListParts } from '../lib/time/format.ts';
import { Explained } from './Explained.tsx';
import { ExternalLink } from './ExternalLink.tsx';
import { Icon } from './Icon.tsx';
import { Sentence } from './Sentence.tsx';

/** Everything that the guide says about a session except its title, for cards, briefings and agenda rows. */
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
      {session.points.length > 0 && <Points detail={detail} />}
      <p class="why">
        <strong>{t('body.why')}</strong> <Explained text={session.why} terms={terms} />
      </p>
      <Watch detail={detail} />
      <Facts detail={detail} />
      {terms.length > 0 && <Terms terms={terms} />}
      {related.length > 0 && <RelatedSessions related={related} />}
      <p class="source">
        <span class="basis">{describeBasis(session)}</span>{' '}
        <Sentence
          text={t('body.source', { source: '{source}' })}
          parts={{ source: <ExternalLink href={detail.source.url}>{detail.source.title}</ExternalLink> }}
        />
      </p>
    </div>
  );
}

function Points({ detail: { session, terms } }: { detail: SessionDetail }) {
  return (
    <div class="points">
      <strong>{t('body.points')}</strong>
      <ul>
        {session.points.map((point) => (
          <li>
            <Explained text={point} terms={terms} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ChangeNote({ change }: { change: Change }) {
  return (
    <p class="change">
      <strong>{t('body.changedPost')}</strong> {change.text}
    </p>
  );
}

/** Where Sched's page now differs from the guide. The page is right, so this comes first. */
function Differences({ detail: { differences, seen } }: { detail: SessionDetail }) {
  return (
    <div class="change">
      <strong>{t('body.changedGuide')}</strong>
      <ul>
        {differences.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
      {seen && <p class="as-of">{t('body.seenOn', { day: dateName(new Date(seen.at).toISOString().slice(0, 10)) })}</p>}
    </div>
  );
}

function Watch({ detail: { session, playlist, seen } }: { detail: SessionDetail }) {
  const links = playlist ? [...session.links, playlist] : session.links;
  const watchable = links.some(({ kind }) => kind === 'recording' || kind === 'playlist');
  return (
    <ul class="links" aria-label={t('body.links')}>
      {links.map((link) => (
        <li>
          <ExternalLink href={link.url} strong={link.kind === 'recording'}>
            {link.kind === 'recording' && <Icon shape="play" />} {linkName(link)}
          </ExternalLink>
          <span class="as-of"> {t('body.asOf', { day: dateName(link.asOf) })}</span>
        </li>
      ))}
      {seen?.slides?.map(({ name, url }) => (
        <li>
          <ExternalLink href={url}>{t('body.slidesHere', { name })}</ExternalLink>
        </li>
      ))}
      {seen?.video && (
        <li>
          <ExternalLink href={seen.video}>{t('body.videoHere')}</ExternalLink>
        </li>
      )}
      {!watchable && !seen?.video && <li class="unrecorded">{t('agenda.watch.unknown')}</li>}
    </ul>
  );
}

function Facts({ detail: { session, event, overlaps, topics, zone, seen } }: { detail: SessionDetail }) {
  return (
    <dl class="facts">
      <dt>{t('body.speakers')}</dt>
      <dd>
        {formatListParts(
          session.speakers.map(({ name, organisation }) => (
            <span class="speaker">
              {name}
              {organisation && <span class="organisation"> {t('body.organisation', { name: organisation })}</span>}
            </span>
          )),
        )}
      </dd>
      <dt>{t('body.time')}</dt>
      <dd>{dayTimeIn(session.start, session.end, zone)}</dd>
      {seen?.room && (
        <>
          <dt>{t('body.room')}</dt>
          <dd>{seen.room}</dd>
        </>
      )}
      {overlaps.length > 0 && (
        <>
          <dt>{t('body.sameTime')}</dt>
          <dd>
            <SessionList sessions={overlaps} />
          </dd>
        </>
      )}
      <dt>{t('body.event')}</dt>
      <dd>
        {t('body.eventKindLevel', {
          event: event.name,
          kind: kindName(session.kind),
          level: levelName(session.level),
        })}
      </dd>
      <dt>{t('body.topics')}</dt>
      <dd>{formatList(topics)}</dd>
    </dl>
  );
}

function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <details class="terms">
      <summary>
        {counted('body.terms', terms.length)} <Icon shape="chevron" />
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
    <ul class="related" aria-label={t('body.related')}>
      {related.map(({ how, reason, session }) => (
        <li>
          <span class="how">{relationName(how)}</span> <SessionLink session={session} />
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
          <span class="where">{eventAndSite(session)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The event of another session, with its site if that differs. */
export function eventAndSite({ event, otherSite }: SessionRef): string {
  return otherSite ? t('body.otherSite', { event, site: otherSite }) : event;
}

/** A link to a session's page on Sched. */
export function SessionLink({ session: { title, url } }: { session: SessionRef }) {
  return <ExternalLink href={url}>{title}</ExternalLink>;
}

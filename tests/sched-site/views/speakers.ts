/** The speaker directory and a speaker's page. */
import { esc } from '../html.ts';
import { inPage } from '../links.ts';
import { shell } from '../shell.ts';
import type { ReplicaSession, ReplicaSpeaker, Reply, Visit } from '../types.ts';
import { simpleList } from './simple.ts';

interface Entry {
  speaker: ReplicaSpeaker;
  sessions: ReplicaSession[];
}

function speakers(visit: Visit): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const session of visit.sessions) {
    for (const speaker of [...session.speakers, ...session.moderators]) {
      const entry = found.get(speaker.slug) ?? { speaker, sessions: [] };
      entry.sessions.push(session);
      found.set(speaker.slug, entry);
    }
  }
  return found;
}

/** All speakers by name. Real directory cards have no sessions. */
export function speakerDirectory(visit: Visit): string {
  const sorted = [...speakers(visit).values()].sort((a, b) => (a.speaker.name < b.speaker.name ? -1 : 1));
  const cards = sorted.map(
    ({ speaker }) => `<div class="sched-person">
<h2><a href="${esc(inPage(visit, `speaker/${speaker.slug}`))}">${esc(speaker.name)}</a></h2>
<div class="sched-event-details-role-company">${esc(speaker.company)}</div>
</div>`,
  );
  return `<h2 class="directory-title">Speakers</h2><div class="sched-directory">${cards.join('\n')}</div>`;
}

/** A speaker's page with the speaker's sessions, modelled on descriptions of real ones (2026); undefined for an unknown name. */
export function speakerPage(visit: Visit, slug: string): Reply | undefined {
  const entry = speakers(visit).get(slug);
  if (!entry) return undefined;
  const { speaker, sessions } = entry;
  const content = `<div id="sched-page-me">
<h2 id="sched-page-me-name" class="user-profile__name">${esc(speaker.name)}</h2>
<div class="user-profile__company">${esc(speaker.company)}</div>
<div class="user-profile__position">Engineer</div>
<div class="user-profile__about-content">${esc(speaker.biography)}</div>
<h3 class="plain">My Speakers Sessions</h3>
${simpleList(visit, sessions)}
</div>`;
  return shell(visit, { title: `${visit.site.name}: ${speaker.name}`, view: 'speakers', content });
}

/** What the kinds and degrees of a guide are called: its file names them by the words of the schema. */
import type { Link, Session } from '../../data/index.ts';
import { t } from '../text.ts';
import type { Relation } from './detail.ts';

/** What a link is called: as the guide says, else by its kind, such as “Recording”. */
export function linkName({ kind, label }: Pick<Link, 'kind' | 'label'>): string {
  return label ?? t(LINKS[kind]);
}

/** How another session stands to one, said before its title, such as “Continues in”. */
export function relationName(how: Relation['how']): string {
  return t(RELATIONS[how]);
}

/** A session's kind within a line, such as “lightning talk”. */
export function kindName(kind: Session['kind']): string {
  return t(KINDS[kind]);
}

/** A session's level within a line, such as “beginner”. */
export function levelName(level: Session['level']): string {
  return t(`body.level.${level}`);
}

// Keys of texts have no hyphens or spaces.
const LINKS = {
  recording: 'body.link.recording',
  slides: 'body.link.slides',
  'case-study': 'body.link.caseStudy',
  'pull-request': 'body.link.pullRequest',
  playlist: 'body.link.playlist',
  'release-notes': 'body.link.releaseNotes',
  documentation: 'body.link.documentation',
  programme: 'body.link.programme',
  other: 'body.link.plain',
} as const satisfies Record<Link['kind'], string>;

const RELATIONS = {
  background: 'body.relation.background',
  'background-for': 'body.relation.backgroundFor',
  continues: 'body.relation.continues',
  similar: 'body.relation.similar',
} as const satisfies Record<Relation['how'], string>;

const KINDS = {
  talk: 'body.kind.talk',
  'lightning talk': 'body.kind.lightningTalk',
  keynote: 'body.kind.keynote',
  welcome: 'body.kind.welcome',
} as const satisfies Record<Session['kind'], string>;

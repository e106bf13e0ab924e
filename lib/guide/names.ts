/** Names for the kinds, levels and relations of the schema. */
import type { Link, RestsOn, Session } from '../../data/index.ts';
import { t } from '../text.ts';
import { formatInSentence, languageName } from '../time/format.ts';
import type { Relation } from './detail.ts';

/**
 * The name of a link: its label, else its kind, such as “Recording”. Says if it is a follow-up, and its language if that
 * is not the guide's.
 */
export function linkName({ kind, label, language }: Pick<Link, 'kind' | 'label' | 'language'>): string {
  const name = kind === 'follow-up' && label ? t('body.link.followUpNamed', { label }) : (label ?? t(LINKS[kind]));
  return language ? t('body.link.inLanguage', { name, language: languageName(language) }) : name;
}

/** The sources of a session's texts, in a sentence or two. Empty if the guide names none. */
export function describeBasis({ textFrom, pointsFrom }: Pick<Session, 'textFrom' | 'pointsFrom'>): string {
  const named = (basis: readonly RestsOn[]) => formatInSentence(basis.map((one) => t(`body.basis.${one}`)));
  const sentences = [
    textFrom.length > 0 && t('body.writtenFrom', { basis: named(textFrom) }),
    pointsFrom && !textFrom.includes(pointsFrom) && t('body.pointsFrom', { basis: named([pointsFrom]) }),
  ];
  return sentences.filter(Boolean).join(' ');
}

/** The label before a related session's title, such as “Continues in”. */
export function relationName(how: Relation['how']): string {
  return t(RELATIONS[how]);
}

/** A session's kind inside a sentence, such as “lightning talk”. */
export function kindName(kind: Session['kind']): string {
  return t(KINDS[kind]);
}

/** A session's level inside a sentence, such as “beginner”. */
export function levelName(level: Session['level']): string {
  return t(`body.level.${level}`);
}

// Keys of texts have no hyphens or spaces.
const LINKS = {
  recording: 'body.link.recording',
  slides: 'body.link.slides',
  code: 'body.link.code',
  'follow-up': 'body.link.followUp',
  report: 'body.link.report',
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

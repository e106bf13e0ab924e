/** What the kinds of a guide are called on the page, as the extension calls them. */
import type { Change, Link, Related } from '../../../data/schema.ts';

export const LINKS: Record<Link['kind'], string> = {
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

/** How another session stands to the one that names it. */
export const RELATIONS: Record<Related['how'], string> = {
  background: 'Watch before',
  continues: 'Continues in',
  similar: 'Same subject',
};

/** How a session stands to the other one, which is named by it. */
export const BACK: Record<Related['how'], string> = {
  background: 'Background for',
  continues: 'Continues from',
  similar: 'Same subject',
};

export const CHANGES: Record<Change['kind'], string> = {
  title: 'Title changed',
  time: 'Time changed',
  room: 'Room',
  speakers: 'Speakers changed',
  unpublished: 'No longer published',
};

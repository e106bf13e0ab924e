/** Schemas of the parts of a guide. Fields are documented by `describe`, which also documents the JSON Schema. */
import * as z from 'zod/mini';
import { MENTIONS_MAX, NEAR_MAX, POINT_MAX, POINTS_MAX, POINTS_MIN, SENTENCE_MAX } from './caps.ts';
import { LEVELS } from './levels.ts';
import {
  address,
  date,
  hostName,
  httpsUrl,
  languageTag,
  optionalText,
  sessionId,
  slug,
  text,
  words,
} from './values.ts';

/** Describes a field. Editors show this from the JSON Schema. */
export const say = z.describe;

/** Names a schema, so that the JSON Schema contains it once. */
export const named = (id: string, description: string) => z.meta({ id, description });

export const LINK_KINDS = [
  'recording',
  'slides',
  'code',
  'follow-up',
  'report',
  'case-study',
  'pull-request',
  'playlist',
  'release-notes',
  'documentation',
  'programme',
  'other',
] as const;

const LinkSchema = z
  .strictObject({
    kind: z.enum(LINK_KINDS).check(say('What it leads to. Each kind has its hosts (data/links.ts).')),
    url: httpsUrl.check(say('The address, without what only follows readers about (utm_…, si=…).')),
    label: z.optional(
      optionalText(80).check(say('What it is called, where the kind alone does not say it. A follow-up needs one.')),
    ),
    language: z.optional(
      languageTag.check(say('The language of what it leads to, as a BCP 47 tag such as ja, where it is not English.')),
    ),
    asOf: date.check(say('The day on which you read the page named in foundAt. It is never the day of the post.')),
    foundAt: address.check(say('The address of the page that names this link.')),
  })
  .check(named('link', 'An address outside Sched.'));

/** A list of links, empty if left out. */
export const links = z._default(z.array(LinkSchema), []);

/** The sources of a text, the best first. */
export const RESTS_ON = ['captions', 'slides', 'abstract'] as const;

export const PointsSchema = z
  .array(text(POINT_MAX).check(say('One thing that a practitioner takes away, in your own words.')))
  .check(
    z.refine(
      ({ length }) => length === 0 || (length >= POINTS_MIN && length <= POINTS_MAX),
      `has too few or too many key points: write ${POINTS_MIN} to ${POINTS_MAX}, or leave the field out`,
    ),
  );

export const LinkHostSchema = z
  .strictObject({
    host: hostName.check(say('Exactly the host, such as www.example.org.')),
    reason: text(SENTENCE_MAX).check(say('Whose it is, and what is found there.')),
  })
  .check(named('linkHost', 'A host that this guide links to and that no rule of data/links.ts knows.'));

export const SpeakerSchema = z
  .strictObject({
    name: text(80).check(say('As printed in the programme, in its own script.')),
    organisation: z.optional(optionalText(80).check(say('As printed in the programme. Leave it out where none is.'))),
  })
  .check(named('speaker', 'A person on stage.'));

export const RelatedSchema = z
  .strictObject({
    id: sessionId.check(say('The id of a session in this guide.')),
    how: z
      .enum(['background', 'continues', 'similar'])
      .check(
        say(
          '`background` is worth watching before this one, `continues` goes on from it, `similar` treats its subject from another side.',
        ),
      ),
    reason: text(SENTENCE_MAX).check(say('One sentence: what the reader gets there.')),
  })
  .check(named('related', 'How another session of the guide relates to this one.'));

export const ChangeSchema = z
  .strictObject({
    asOf: date.check(say('The day on which the change was seen.')),
    kind: z.enum(['title', 'time', 'room', 'speakers', 'unpublished']).check(say('What changed since the source.')),
    text: text(SENTENCE_MAX).check(say('One sentence: what it was, and what it is now.')),
  })
  .check(named('change', 'What is otherwise than the source of the guide said.'));

export const MentionsSchema = z
  .strictObject({
    strong: z._default(words(MENTIONS_MAX), []).check(say('Words that are the subject.')),
    beside: z
      ._default(
        z
          .array(
            z.strictObject({
              word: text(40).check(say('A word with other meanings too.')),
              near: words(NEAR_MAX).check(
                z.minLength(1, 'names no word: without one the word is never found'),
                say('It counts as strong only where the same texts contain one of these.'),
              ),
            }),
          )
          .check(z.maxLength(MENTIONS_MAX, `has more than ${MENTIONS_MAX} words: each costs time on every page`)),
        [],
      )
      .check(say('Words that are the subject in some company only.')),
    quiet: z._default(words(MENTIONS_MAX), []).check(say('Second degree: words of the subject’s surroundings.')),
    except: z.optional(
      words(MENTIONS_MAX).check(
        say('Sessions with one of these words in the title are never marked, such as sponsors’ booths.'),
      ),
    ),
  })
  .check(
    named(
      'mentions',
      'The words by which other sessions are found to be about the subject. Without it none is marked.',
    ),
  );

export const GoalSchema = z
  .strictObject({
    id: slug,
    label: text(40).check(say('In the reader’s words, such as “I am new to this”.')),
    topics: z._default(z.array(slug), []).check(say('Ids of topics: a session of any of them is meant.')),
    levels: z._default(z.array(z.enum(LEVELS)), []).check(say('A session of any of these levels is meant.')),
  })
  .check(named('goal', 'What somebody may want to catch up on. Name topics, levels or both.'));

export type Link = z.infer<typeof LinkSchema>;
export type RestsOn = (typeof RESTS_ON)[number];
export type Goal = z.infer<typeof GoalSchema>;
export type Speaker = z.infer<typeof SpeakerSchema>;
export type Related = z.infer<typeof RelatedSchema>;
export type Mentions = z.infer<typeof MentionsSchema>;
export type Change = z.infer<typeof ChangeSchema>;

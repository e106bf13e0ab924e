/**
 * The schema of a guide file, `data/guides/<id>.json`. It checks single fields; check.ts checks what needs the whole guide
 * (references, order, hosts). The JSON Schema is generated from it.
 */
import * as z from 'zod/mini';
import { LINK_HOSTS_MAX, MEANING_MAX, SENTENCE_MAX, SUMMARY_MAX, TAKEAWAY_MAX, WHY_MAX } from './caps.ts';
import { LEVELS } from './levels.ts';
import {
  ChangeSchema,
  GoalSchema,
  LinkHostSchema,
  links,
  MentionsSchema,
  named,
  PointsSchema,
  RESTS_ON,
  RelatedSchema,
  SpeakerSchema,
  say,
} from './parts.ts';
import { date, httpsUrl, localTime, schedHost, schedId, sessionId, slug, text } from './values.ts';

export * from './caps.ts';
export type { Change, Goal, Link, Mentions, Related, RestsOn, Speaker } from './parts.ts';
export { RESTS_ON } from './parts.ts';

/** The version of the format. Only a change that makes older files invalid needs a new one. */
export const VERSION = 1;

const SiteSchema = z
  .strictObject({
    id: slug,
    host: schedHost.check(say('The host of the Sched site, such as name.sched.com. The extension runs there.')),
    name: text(60).check(say('What readers call it.')),
  })
  .check(named('site', 'A Sched site on which sessions of this guide are.'));

const EventSchema = z
  .strictObject({
    id: slug,
    name: text(60).check(say('As printed in the programme.')),
    sentence: text(SENTENCE_MAX).check(say('One sentence: what it is and how it relates to the others.')),
    links: links.check(say('What belongs to the whole event, such as a playlist.')),
  })
  .check(named('event', 'A conference or co-located event of which sessions are in this guide.'));

const TopicSchema = z
  .strictObject({ id: slug, name: text(40).check(say('As readers see it beside the others.')) })
  .check(named('topic', 'What sessions are about; readers filter by it.'));

const TermSchema = z
  .strictObject({
    id: slug,
    name: text(40).check(say('As the guide’s texts spell it.')),
    also: z._default(z.array(text(40)), []).check(say('Other spellings in the guide’s texts, such as the plural.')),
    meaning: text(MEANING_MAX).check(say('What it means, for somebody who meets it for the first time.')),
  })
  .check(named('term', 'A word of the field, explained where a session’s texts use it.'));

const ContextSchema = z
  .strictObject({
    id: slug,
    title: text(80).check(say('The heading.')),
    text: text(SUMMARY_MAX).check(say('A few sentences in your own words.')),
    links,
  })
  .check(named('context', 'What is worth knowing about the subject beside the sessions.'));

const SessionSchema = z
  .strictObject({
    id: sessionId.check(say('The part after /event/ in the session’s address on Sched, with its case.')),
    schedId: z.optional(
      schedId.check(say('Sched’s second id of the session (32 hex digits). `refresh` finds it, and pairs by it.')),
    ),
    site: slug.check(say('The id of one of `sites`.')),
    event: slug.check(say('The id of one of `events`.')),
    kind: z.enum(['talk', 'lightning talk', 'keynote', 'welcome']).check(say('What kind of session it is.')),
    title: text(200).check(say('As printed in the programme, without the speakers.')),
    start: localTime.check(say('YYYY-MM-DDTHH:MM on the clocks of the guide’s zone.')),
    end: localTime.check(say('As `start`. It may be after midnight.')),
    speakers: z
      .array(SpeakerSchema)
      .check(z.minLength(1, 'names no speaker: add who is on stage'), say('In the order of the programme.')),
    takeaway: text(TAKEAWAY_MAX).check(say('One sentence that stays true after the event: what there is to learn.')),
    summary: text(SUMMARY_MAX).check(say('What the session is about and how it goes, in your own words.')),
    why: text(WHY_MAX).check(say('For whom it is worth the time, and for whom not.')),
    points: z
      ._default(PointsSchema, [])
      .check(
        say(
          'Three to six key points, where a source beyond the abstract says something. Each is one thing to take away.',
        ),
      ),
    pointsFrom: z.optional(
      z
        .enum(RESTS_ON)
        .check(say('What the key points rest on: the captions of the recording, the slides or the abstract.')),
    ),
    textFrom: z
      ._default(z.array(z.enum(RESTS_ON)), [])
      .check(say('What the takeaway, the summary and the why rest on. Leave it out where no abstract was printed.')),
    level: z.enum(LEVELS).check(say('What one must know before, not how hard the subject is.')),
    topics: z
      .array(slug)
      .check(z.minLength(1, 'names no topic: add one to three'), say('Ids of `topics`, the most fitting first.')),
    terms: z._default(z.array(slug), []).check(say('Ids of `terms` that the takeaway, the summary or the why use.')),
    related: z._default(z.array(RelatedSchema), []).check(say('Other sessions of the guide, the closest first.')),
    links: links.check(say('The recording, the slides and what else is about this session.')),
    changes: z._default(z.array(ChangeSchema), []).check(say('What changed since the source was written.')),
  })
  .check(named('session', 'One session of the guide.'));

export const GuideSchema = z
  .strictObject({
    $schema: z.optional(z.string().check(say('Tells editors how to check and complete: ../guide.schema.json.'))),
    schema: z.literal(VERSION).check(say('The version of this format.')),
    id: slug.check(say('The name of this file without .json. Readers’ picks are kept under it: don’t change it.')),
    name: text(100).check(say('The whole conference, as readers call it.')),
    subject: text(24).check(say('What the guide follows: the word in its mark on a page.')),
    zone: text(60).check(say('The IANA zone of every local time in this file, such as America/New_York.')),
    firstDay: date.check(say('The first day of the conference, in its zone.')),
    lastDay: date.check(say('The last day. Sessions may end after its midnight.')),
    place: text(120).check(say('The venue and the city.')),
    source: z
      .strictObject({
        title: text(200),
        url: httpsUrl,
        author: text(80),
        organisation: text(80),
        published: date.check(say('The day on which it was published.')),
      })
      .check(named('source', 'What the guide was made from. Its facts carry over, its sentences don’t.')),
    linkHosts: z._default(z.array(LinkHostSchema).check(z.maxLength(LINK_HOSTS_MAX)), []),
    sites: z.array(SiteSchema).check(z.minLength(1, 'names no site: add the Sched host of the sessions')),
    events: z.array(EventSchema).check(z.minLength(1, 'names no event: add the one that the sessions belong to')),
    topics: z.array(TopicSchema).check(z.minLength(1, 'names no topic: add what the sessions are about')),
    goals: z._default(z.array(GoalSchema), []).check(say('What the agenda offers to catch up on, in this order.')),
    terms: z._default(z.array(TermSchema), []),
    context: z._default(z.array(ContextSchema), []),
    mentions: z.optional(MentionsSchema),
    sessions: z.array(SessionSchema).check(z.minLength(1, 'has no session: add one'), say('In order of start.')),
  })
  .check(named('guide', 'A guide: which sessions of a conference on Sched are about one subject.'));

/** A guide as in its file: local times, references by id. */
export type GuideFile = z.infer<typeof GuideSchema>;
export type SessionFile = z.infer<typeof SessionSchema>;
export type Site = z.infer<typeof SiteSchema>;
export type GuideEvent = z.infer<typeof EventSchema>;
export type Topic = z.infer<typeof TopicSchema>;
export type Term = z.infer<typeof TermSchema>;
export type Context = z.infer<typeof ContextSchema>;

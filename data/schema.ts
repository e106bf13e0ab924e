/**
 * What a guide file may contain: one file, `data/guides/<id>.json`, is one event.
 *
 * The caps are what the surfaces can show without cutting: a takeaway is one line of the popup, a summary about six
 * lines of a card, a why three. Only shapes are checked here; what needs the whole guide (references, order, hosts) is
 * in check.ts.
 */
import * as z from 'zod/mini';

/** One line of the popup at its default width and a half; longer takeaways wrap to a third line. */
export const TAKEAWAY_MAX = 120;
/** About six lines of a card: a reader decides from it, and reads on at the source. */
export const SUMMARY_MAX = 400;
/** Three lines of a card. */
export const WHY_MAX = 200;
/** One sentence: why a related session is named, what an event is, what changed. */
export const SENTENCE_MAX = 200;
/** A definition that fits a tooltip. */
export const MEANING_MAX = 240;
/** Words in a list of mentions: they stand in the name of a mark, and more would mark half the programme. */
export const MENTIONS_MAX = 12;
/** Words beside which an ambiguous word is meant: looked for only where that word was found. */
export const NEAR_MAX = 24;

const text = (max: number) =>
  z.string().check(
    z.minLength(1, 'is empty: write it, or leave the field out where it is optional'),
    z.maxLength(max, `is longer than ${max} characters: shorten it`),
    z.refine((s) => s === s.trim(), 'starts or ends with white space: remove it'),
    z.refine((s) => s === s.normalize('NFC'), 'is not in Unicode normal form C: save it as NFC'),
    // Control characters and bidirectional overrides can reorder or hide what a reviewer reads.
    z.refine((s) => !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(s), 'has a control or bidi character: remove it'),
    z.refine((s) => !/<\/?[a-z!]/iu.test(s), 'looks like markup: guides are plain text'),
  );

/** Sched's short id: base-62, case-sensitive, global over all Sched events. */
const sessionId = z
  .string()
  .check(z.regex(/^[0-9A-Za-z]{4,6}$/u, 'is not a Sched id: 4 to 6 letters and digits from the session’s URL'));

const slug = z
  .string()
  .check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'is not an id: lower-case words joined by single hyphens'));

const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u, 'is not a date: write YYYY-MM-DD'));

/** Wall-clock time in the guide's zone, without an offset. */
const localTime = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u, 'is not a local time: write YYYY-MM-DDTHH:MM in the guide’s zone'),
  );

const httpsUrl = z.string().check(
  z.maxLength(300, 'is longer than 300 characters: a link that long carries tracking, shorten it'),
  z.refine((s) => URL.canParse(s) && new URL(s).protocol === 'https:', 'is not an https address'),
);

const host = z
  .string()
  .check(z.regex(/^[a-z0-9-]+\.sched\.com$/u, 'is not a Sched host: write NAME.sched.com, without https:// or path'));

const LinkSchema = z.strictObject({
  kind: z.enum([
    'recording',
    'slides',
    'case-study',
    'pull-request',
    'playlist',
    'release-notes',
    'documentation',
    'programme',
    'other',
  ]),
  url: httpsUrl,
  /** What the link is called where the kind alone does not say it. */
  label: z.optional(text(80)),
  /** The day on which the link was last known to be right. */
  asOf: date,
  /** The address (or, where it has none, the name) of the page that the link was found on. */
  foundAt: text(300),
});

const SiteSchema = z.strictObject({ id: slug, host, name: text(60) });

const EventSchema = z.strictObject({
  id: slug,
  name: text(60),
  sentence: text(SENTENCE_MAX),
  links: z._default(z.array(LinkSchema), []),
});

const TopicSchema = z.strictObject({ id: slug, name: text(40) });

const TermSchema = z.strictObject({
  id: slug,
  name: text(40),
  /** Other spellings under which the guide's texts use the term. */
  also: z._default(z.array(text(40)), []),
  meaning: text(MEANING_MAX),
});

const ContextSchema = z.strictObject({
  id: slug,
  title: text(80),
  text: text(SUMMARY_MAX),
  links: z._default(z.array(LinkSchema), []),
});

const SpeakerSchema = z.strictObject({ name: text(80), organisation: z.optional(text(80)) });

/**
 * How the related session stands to this one: `background` is worth watching before it, `continues` goes on from it,
 * `similar` treats the same subject from another side.
 */
const RelatedSchema = z.strictObject({
  id: sessionId,
  how: z.enum(['background', 'continues', 'similar']),
  reason: text(SENTENCE_MAX),
});

const ChangeSchema = z.strictObject({
  asOf: date,
  kind: z.enum(['title', 'time', 'room', 'speakers', 'unpublished']),
  text: text(SENTENCE_MAX),
});

/** A word, or a few, as the guide spells them; they are found in any case. */
const words = (max: number) =>
  z.array(text(40)).check(z.maxLength(max, `has more than ${max} words: each costs time on every page, keep the best`));

/** How sessions that are not in the guide are found to be about its subject, by the words in their texts. */
const MentionsSchema = z.strictObject({
  /** Words that are the subject. */
  strong: z._default(words(MENTIONS_MAX), []),
  /** Words with another meaning too: strong only where one of `near` stands in the same texts. */
  beside: z._default(
    z
      .array(
        z.strictObject({
          word: text(40),
          near: words(NEAR_MAX).check(z.minLength(1, 'names no word: without one the word is never found')),
        }),
      )
      .check(z.maxLength(MENTIONS_MAX, `has more than ${MENTIONS_MAX} words: each costs time on every page`)),
    [],
  ),
  /** Second degree: words of the subject's surroundings. */
  quiet: z._default(words(MENTIONS_MAX), []),
});

/** What somebody may want to catch up on: the sessions of any of these topics or levels. */
const GoalSchema = z.strictObject({
  id: slug,
  /** In the reader's words, such as “I am new to this”. */
  label: text(40),
  topics: z._default(z.array(slug), []),
  levels: z._default(z.array(z.enum(['beginner', 'intermediate', 'advanced'])), []),
});

const SessionSchema = z.strictObject({
  id: sessionId,
  site: slug,
  event: slug,
  kind: z.enum(['talk', 'lightning talk', 'keynote', 'welcome']),
  title: text(200),
  start: localTime,
  end: localTime,
  speakers: z.array(SpeakerSchema).check(z.minLength(1, 'names no speaker')),
  takeaway: text(TAKEAWAY_MAX),
  summary: text(SUMMARY_MAX),
  why: text(WHY_MAX),
  level: z.enum(['beginner', 'intermediate', 'advanced']),
  topics: z.array(slug).check(z.minLength(1, 'names no topic')),
  terms: z._default(z.array(slug), []),
  related: z._default(z.array(RelatedSchema), []),
  links: z._default(z.array(LinkSchema), []),
  changes: z._default(z.array(ChangeSchema), []),
});

export const GuideSchema = z.strictObject({
  $schema: z.optional(z.string()),
  /** The version of this format. */
  schema: z.literal(1),
  id: slug,
  name: text(100),
  /** The subject that the guide follows, and the word that stands in its mark on a page. */
  subject: text(24),
  /** IANA zone of every local time in the file. */
  zone: text(60),
  firstDay: date,
  lastDay: date,
  place: text(120),
  source: z.strictObject({
    title: text(200),
    url: httpsUrl,
    author: text(80),
    organisation: text(80),
    published: date,
  }),
  sites: z.array(SiteSchema).check(z.minLength(1, 'names no site')),
  events: z.array(EventSchema).check(z.minLength(1, 'names no event')),
  topics: z.array(TopicSchema).check(z.minLength(1, 'names no topic')),
  /** What the agenda offers to catch up on, in this order. */
  goals: z._default(z.array(GoalSchema), []),
  terms: z._default(z.array(TermSchema), []),
  context: z._default(z.array(ContextSchema), []),
  /** Without it no other session is marked. */
  mentions: z.optional(MentionsSchema),
  sessions: z.array(SessionSchema).check(z.minLength(1, 'has no session')),
});

/** A guide as its file says it: local times, references by id. */
export type GuideFile = z.infer<typeof GuideSchema>;
export type SessionFile = z.infer<typeof SessionSchema>;
export type Link = z.infer<typeof LinkSchema>;
export type Site = z.infer<typeof SiteSchema>;
export type GuideEvent = z.infer<typeof EventSchema>;
export type Topic = z.infer<typeof TopicSchema>;
export type Goal = z.infer<typeof GoalSchema>;
export type Term = z.infer<typeof TermSchema>;
export type Context = z.infer<typeof ContextSchema>;
export type Speaker = z.infer<typeof SpeakerSchema>;
export type Related = z.infer<typeof RelatedSchema>;
export type Mentions = z.infer<typeof MentionsSchema>;
export type Change = z.infer<typeof ChangeSchema>;

/**
 * Guides of any size to measure with. Nobody and nothing in their sessions is real; how much each session has of everything
 * (speakers, topics, terms, links, length of texts) is as in a real guide, whose sessions are gone through in turn.
 */
import type { GuideFile, SessionFile } from '../../data/schema.ts';
import { SUMMARY_MAX, TAKEAWAY_MAX, WHY_MAX } from '../../data/schema.ts';
import { description, speaker, title } from '../../tests/sched-site/invent.ts';
import { at, base62, type Random, random } from '../../tests/sched-site/random.ts';

/** A day of talks of 25 minutes, one every half an hour from nine o'clock. */
const SLOTS_A_DAY = 16;
const FIRST_HOUR = 9;
const MINUTES = 25;

/** Numbers of five digits in base 62, in steps that leave the ids unlike each other. */
const FIRST_ID = 62 ** 4;
const ID_STEP = 30_011;

/**
 * A guide with as many invented sessions, at as many at once as its days need. The same count gives the same guide.
 * @param model whose days, sites, events, topics and terms it has
 */
export function inventGuide(model: GuideFile, count: number): GuideFile {
  const chance = random(count);
  const slots = listSlots(model);
  const atOnce = Math.ceil(count / slots.length);
  return {
    ...model,
    id: `invented-${count}`,
    name: `An invented conference of ${count} sessions`,
    // Its links lead to a reserved name, which needs no entry in linkHosts.
    linkHosts: [],
    sessions: Array.from({ length: count }, (_, index) =>
      inventSession(index, at(model.sessions, index), at(slots, Math.floor(index / atOnce)), chance),
    ),
  };
}

function inventSession(index: number, model: SessionFile, slot: Slot, chance: Random): SessionFile {
  const id = idAt(index);
  return {
    ...model,
    ...slot,
    id,
    title: title(chance),
    speakers: model.speakers.map((_, nth) => {
      const { name, company } = speaker(index * 3 + nth);
      return { name, organisation: company };
    }),
    takeaway: sentences(chance, TAKEAWAY_MAX),
    summary: sentences(chance, SUMMARY_MAX),
    why: sentences(chance, WHY_MAX),
    related: model.related.slice(0, index).map((_, nth) => ({
      id: idAt(index - 1 - nth),
      how: 'similar',
      reason: sentences(chance, TAKEAWAY_MAX),
    })),
    links: model.links.map((link, nth) => ({ ...link, url: `https://links.example/${id}/${nth}` })),
  };
}

function idAt(index: number): string {
  return base62(FIRST_ID + index * ID_STEP, 5);
}

/** Whole sentences, as many as fit. */
function sentences(chance: Random, max: number): string {
  let text = '';
  for (;;) {
    const plain = description(chance)
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
    const [sentence = ''] = plain.split(/(?<=\.) /u);
    if (text.length + 1 + sentence.length > max) return text || sentence.slice(0, max).trim();
    text = `${text} ${sentence}`.trim();
  }
}

type Slot = Pick<SessionFile, 'start' | 'end'>;

/** The times of all days of a guide, in order. */
function listSlots({ firstDay, lastDay }: GuideFile): Slot[] {
  const slots: Slot[] = [];
  const last = Date.parse(`${lastDay}T00:00Z`);
  for (let day = Date.parse(`${firstDay}T00:00Z`); day <= last; day += 86_400_000) {
    for (let slot = 0; slot < SLOTS_A_DAY; slot++) {
      // Local times, reckoned in UTC where no hour is skipped.
      const start = day + (FIRST_HOUR * 60 + slot * 30) * 60_000;
      slots.push({ start: local(start), end: local(start + MINUTES * 60_000) });
    }
  }
  return slots;
}

function local(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

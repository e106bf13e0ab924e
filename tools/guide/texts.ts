/** The texts of a guide that its author wrote. */
import type { GuideFile } from '../../data/schema.ts';

/** Yields each text with its path, in the order of the lists in the file. */
export function* authoredTexts(guide: GuideFile): Generator<{ path: string; text: string }> {
  const { events, topics, goals, terms, context, sessions } = guide;
  for (const [index, { sentence }] of events.entries()) yield { path: `events[${index}].sentence`, text: sentence };
  for (const [index, { name }] of topics.entries()) yield { path: `topics[${index}].name`, text: name };
  for (const [index, { label }] of goals.entries()) yield { path: `goals[${index}].label`, text: label };
  for (const [index, { meaning }] of terms.entries()) yield { path: `terms[${index}].meaning`, text: meaning };
  for (const [index, { text }] of context.entries()) yield { path: `context[${index}].text`, text };
  for (const [index, { takeaway, summary, why, points, links, related, changes }] of sessions.entries()) {
    const at = `sessions[${index}]`;
    yield* Object.entries({ takeaway, summary, why }).map(([field, text]) => ({ path: `${at}.${field}`, text }));
    yield* points.map((text, nth) => ({ path: `${at}.points[${nth}]`, text }));
    yield* links.map(({ label = '' }, nth) => ({ path: `${at}.links[${nth}].label`, text: label }));
    yield* related.map(({ reason }, nth) => ({ path: `${at}.related[${nth}].reason`, text: reason }));
    yield* changes.map(({ text }, nth) => ({ path: `${at}.changes[${nth}].text`, text }));
  }
}

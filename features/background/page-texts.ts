/** The texts that the content script needs itself. All others are in the panels that the background draws. */
import { withoutNames } from '../../lib/text.ts';

const KEYS = [
  'language',
  'page.guide',
  'page.guideOf',
  'page.failed',
  'page.showAll',
  'page.showLess',
  'page.position',
  'page.positionShort',
  'page.counts',
  'page.countGuide.one',
  'page.countGuide.other',
  'page.countMentions.one',
  'page.countMentions.other',
] as const;

/** These texts by key, with their {names} not filled in. */
export function pageTexts(): Record<string, string> {
  return Object.fromEntries(KEYS.map((key) => [key, withoutNames(key)]));
}

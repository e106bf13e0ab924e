/** Error messages that say what is wrong and what to do. */
import { t } from '../text.ts';
import type { BadBackup, BadBackupError } from './backup.ts';
import type { BadCode, BadShareCodeError } from './share-code.ts';

const OF_CODE = {
  empty: 'empty',
  'not-a-code': 'notACode',
  newer: 'newer',
  damaged: 'damaged',
} as const satisfies Record<Exclude<BadCode, 'other-guide'>, string>;

const OF_FILE = {
  'too-large': 'tooLarge',
  'not-json': 'notJson',
  'not-a-backup': 'notABackup',
  newer: 'newer',
} as const satisfies Record<Exclude<BadBackup, 'other-guide' | 'broken'>, string>;

/** The message for an error: what is wrong with a code or file, else what the browser says. */
export function reasonText(error: unknown): string {
  // By name: importing the classes would load the code that reads codes and files.
  if (isNamed<BadShareCodeError>(error, 'BadShareCodeError')) {
    const { reason, guide = '' } = error;
    if (reason === 'other-guide') return t('share.badCode.otherGuide', { guide });
    return t(`share.badCode.${OF_CODE[reason]}`);
  }
  if (isNamed<BadBackupError>(error, 'BadBackupError')) {
    const { reason, detail } = error;
    if (reason === 'other-guide') return t('share.badFile.otherGuide', { guide: detail });
    if (reason === 'broken') return t('share.badFile.broken', { path: detail });
    return t(`share.badFile.${OF_FILE[reason]}`);
  }
  // “Resource::kQuotaBytes quota exceeded” in Chrome, QuotaExceededError in Firefox.
  if (/quota/iu.test(String(error))) return t('share.full');
  return t('share.failed', { reason: error instanceof Error ? error.message : String(error) });
}

function isNamed<E extends Error>(error: unknown, name: E['name']): error is E {
  return error instanceof Error && error.name === name;
}

/** Resolves with the error message that a call resolves with, or with one for what it rejects with. */
export async function refusal(run: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await run();
  } catch (error) {
    return reasonText(error);
  }
}

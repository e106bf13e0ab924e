/** Copies texts and saves files from the extension's own pages. */
import { report } from '../report/report.ts';

/** A text, and whether it was copied. */
export interface Copied {
  text: string;
  copied: boolean;
}

/** Copies a text to the clipboard. If the browser refuses, the reader can copy it by hand. */
export async function copyText(text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return { text, copied: true };
  } catch (error) {
    report(error, 'clipboard');
    return { text, copied: false };
  }
}

/** Saves a text as a file, as a download. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser reads the file later; a minute is more than enough for a small one.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name of a file to save, such as `some-guide-picked.ics`: only letters, digits and hyphens. */
export function fileName(guide: string, what: string, extension: 'ics' | 'json' = 'ics'): string {
  const plain = `${guide}-${what}`.replace(/[^A-Za-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
  return `${plain}.${extension}`;
}

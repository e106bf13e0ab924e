/** The ways by which something leaves one of the extension's own pages: the clipboard and files. */
import { report } from '../report/report.ts';

/** A text, and whether the clipboard has it. */
export interface Copied {
  text: string;
  copied: boolean;
}

/** Puts a text into the clipboard. Where the browser refuses, the reader can copy it by hand. */
export async function copyText(text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text);
    return { text, copied: true };
  } catch (error) {
    report(error, 'clipboard');
    return { text, copied: false };
  }
}

/** Saves a text as a file, as the browser saves any. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser reads it after the press; a minute is long for what fits a page.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name of a file to save, such as `some-guide-picked.ics`: nothing in it but letters, digits and hyphens. */
export function fileName(guide: string, what: string, extension: 'ics' | 'json' = 'ics'): string {
  const plain = `${guide}-${what}`.replace(/[^A-Za-z0-9]+/gu, '-').replace(/^-|-$/gu, '');
  return `${plain}.${extension}`;
}

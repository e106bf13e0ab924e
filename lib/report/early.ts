/** Holds the errors that are reported before a surface can send them to the background. */
import { keepReports } from './report.ts';

const early: [error: unknown, where: string][] = [];
keepReports((...one) => early.push(one));

/** Sends the held errors, and from now on each one at once. */
export function sendReports(send: (error: unknown, where: string) => unknown): void {
  keepReports(send);
  for (const one of early.splice(0)) send(...one);
}

/** Holds what is reported while a surface is first painted, which is before it can tell anybody. */
import { keepReports } from './report.ts';

const early: [error: unknown, where: string][] = [];
keepReports((...one) => early.push(one));

/** Tells what was held, and from now on everything. */
export function tellBy(tell: (error: unknown, where: string) => unknown): void {
  keepReports(tell);
  for (const one of early.splice(0)) tell(...one);
}

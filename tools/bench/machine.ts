/** What a figure was measured on. */
import { cpus, platform, release, totalmem } from 'node:os';
import { setTimeout } from 'node:timers/promises';

export interface Machine {
  processor: string;
  cores: number;
  /** Gibibytes. */
  memory: number;
  system: string;
  node: string;
  browser: string;
}

export function machine(browser: string): Machine {
  const all = cpus();
  return {
    processor: all[0]?.model ?? 'unknown',
    cores: all.length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    browser,
  };
}

/** The machine in a line. */
export function describeMachine({ processor, cores, memory, system, node, browser }: Machine): string {
  return `${browser} on ${processor}, ${cores} cores, ${memory} GiB, ${system}, Node ${node}`;
}

/** The share of the machine that others may use without being noticed: less than a tenth of a core of two. */
export const QUIET = 0.05;

/** Milliseconds over which the machine is watched. */
const WATCHED = 3000;

/**
 * The share of all cores that is at work, from 0 to 1. Asked while the benchmark itself does nothing, it tells whether anything
 * else disturbs it. (The system's load average would count the builds of a moment ago.)
 */
export async function busy(): Promise<number> {
  const before = times();
  await setTimeout(WATCHED);
  const after = times();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

/** Waits until nothing else is at work, but no longer than so many milliseconds. Resolves with the share that was, in the end. */
export async function untilQuiet(patience: number): Promise<number> {
  const end = Date.now() + patience;
  for (;;) {
    const share = await busy();
    if (share <= QUIET || Date.now() + WATCHED > end) return share;
  }
}

function times(): { idle: number; all: number } {
  const cores = cpus().map(({ times: { user, nice, sys, idle, irq } }) => ({
    idle,
    all: user + nice + sys + idle + irq,
  }));
  return {
    idle: cores.reduce((sum, core) => sum + core.idle, 0),
    all: cores.reduce((sum, core) => sum + core.all, 0),
  };
}

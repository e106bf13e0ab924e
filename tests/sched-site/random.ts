/** Seeded random numbers: the same key gives the same numbers on every run and machine. */
import { createHash } from 'node:crypto';

export type Random = () => number;

/** A seeded generator (mulberry32) of numbers from 0 up to 1. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A 32-bit hash of a text (FNV-1a). */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A random entry of a non-empty list. */
export function pick<T>(chance: Random, list: readonly T[]): T {
  return at(list, Math.floor(chance() * list.length));
}

/** The entry at an index, modulo the length. */
export function at<T>(list: readonly T[], index: number): T {
  if (list.length === 0) throw new Error('replica: nothing to choose from');
  return list[index % list.length] as T;
}

/** 32 hex digits, as Sched's anchor ids and calendar UIDs are. */
export function hex32(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 62, padded to a width. */
export function base62(value: number, width: number): string {
  let text = '';
  for (let rest = value, i = 0; i < width; i += 1, rest = Math.floor(rest / 62)) text = DIGITS.charAt(rest % 62) + text;
  return text;
}

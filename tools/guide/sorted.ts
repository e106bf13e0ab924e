/** Binary search, for lists with thousands of entries. */

/**
 * How many entries at the beginning of a list meet a condition.
 * @param meets no entry meets it behind one that does not
 */
export function countLeading<T>(list: readonly T[], meets: (entry: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meets(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one stretch in which two texts differ: what took the place of what. Null where they are the same. */
export function differenceOf(old: string, now: string): { start: number; end: number; insert: string } | null {
  if (old === now) return null;
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let tail = 0;
  while (tail < old.length - start && tail < now.length - start && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { start, end: old.length - tail, insert: now.slice(start, now.length - tail) };
}

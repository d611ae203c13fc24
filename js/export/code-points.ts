/** UTF-16 offsets ↔ code points: JavaScript counts the ones, the readers of most formats the others. */
import { placesBefore } from "../places-before.js";
import type { Span } from "../types.js";

const HIGH_SURROGATE = /[\ud800-\udbff]/;

/** The same span counted in code points. */
export function toCodePoints(text: string, span: Span): Span {
  const count = codePointCounter(text);
  return { start: count(span.start), end: count(span.end) };
}

/** A span in code points counted in UTF-16 code units, so that `text.slice(start, end)` is it. */
export function toUtf16(text: string, span: Span): Span {
  if (!HIGH_SURROGATE.test(text)) return { start: span.start, end: span.end };
  let [start, end, points, units] = [text.length, text.length, 0, 0];
  for (const character of text) {
    if (points === span.start) start = units;
    if (points === span.end) end = units;
    points += 1;
    units += character.length;
  }
  return { start, end };
}

/** Counts the code points before an offset. Read the text once, ask as often as needed. */
export function codePointCounter(text: string): (offset: number) => number {
  const pairs = pairOffsets(text);
  return (offset) => offset - below(pairs, offset);
}

/** Where the second halves of surrogate pairs stand, ascending. A half without its other half is a code point. */
function pairOffsets(text: string): readonly number[] {
  if (!HIGH_SURROGATE.test(text)) return [];
  return Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), ({ index }) => index + 1);
}

/** How many of the ascending `offsets` are below `offset`. */
function below(offsets: readonly number[], offset: number): number {
  return placesBefore(offsets.length, (at) => (offsets[at] ?? 0) < offset);
}

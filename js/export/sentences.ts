/**
 * Lines and sentences, for formats that are made of them. A sentence ends behind 。！？…, the quotation marks that close there
 * included, or with its line; never inside a token.
 */
import type { Analysis, Span } from "../types.js";

const LINE = /[^\r\n]+/g;
const ENDS = /[。！？!?…]+[”’」』）)》】〉"]*/g;

export function lines(text: string): Span[] {
  return Array.from(text.matchAll(LINE), ({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

/** Blanks around a sentence are no part of it. */
export function sentences(analysis: Analysis): Span[] {
  const inside = insideTokens(analysis);
  return lines(analysis.text).flatMap((line) => cut(analysis.text, line, inside));
}

function cut(text: string, { start, end }: Span, inside: (offset: number) => boolean): Span[] {
  const ends = Array.from(text.slice(start, end).matchAll(ENDS), ({ index, 0: mark }) => start + index + mark.length);
  const offsets = [start, ...ends.filter((offset) => offset < end && !inside(offset)), end];
  return offsets.slice(1).flatMap((to, at) => trimmed(text, { start: offsets[at] ?? start, end: to }));
}

function trimmed(text: string, { start, end }: Span): Span[] {
  const surface = text.slice(start, end);
  const from = start + surface.length - surface.trimStart().length;
  const to = start + surface.trimEnd().length;
  return from < to ? [{ start: from, end: to }] : [];
}

/** Whether an offset lies within a token; asked in ascending order. */
function insideTokens({ tokenStarts, tokenEnds }: Analysis): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while ((tokenEnds[at] ?? Infinity) <= offset) at += 1;
    return (tokenStarts[at] ?? Infinity) < offset;
  };
}

/** The sentence in which each offset stands; asked in ascending order. */
export function sentenceFinder(analysis: Analysis): (offset: number) => string {
  const found = sentences(analysis);
  let at = 0;
  return (offset) => {
    while (at + 1 < found.length && (found[at]?.end ?? 0) <= offset) at += 1;
    const { start, end } = found[at] ?? { start: 0, end: 0 };
    return analysis.text.slice(start, end);
  };
}

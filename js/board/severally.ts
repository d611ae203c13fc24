/** Several things with a figure each: A和B分别增长18.4%和22.6%. */
import type { Analysis, NumberAnnotation, TextSpan } from "../types.js";
import { endsWord, trimmed } from "./label.js";
import { EACH, withoutTails } from "./words.js";

/** How far before its figure a thing may stand. */
const REACH = 120;
const CLAUSE = /[，；：。！？\r\n]/;
/** What stands between two of the things. */
const JOINT = /^[和与及、與]$/;

/** What one of the figures is about, with what all of them do; null where the number is not one of several. */
export function severally(analysis: Analysis, index: number, note: NumberAnnotation): string | null {
  const { text, numbers } = analysis;
  const { of } = note;
  if (of === null || of.end > note.start || note.start - of.end > REACH) return null;
  const between = text.slice(of.end, note.start);
  const [at, each] = EACH.map((word) => [between.lastIndexOf(word), word] as const).find(([at]) => at >= 0) ?? [];
  if (at === undefined || each === undefined) return null;
  const from = of.end + at + each.length;
  let first = index;
  while ((numbers[first - 1]?.start ?? -1) >= from) first -= 1;
  const verb = text.slice(from, numbers[first]?.start ?? from);
  if (CLAUSE.test(verb)) return null;
  return trimmed(thing(analysis, index, of) + (numbers[first]?.direction == null ? withoutTails(verb) : verb));
}

/** The thing itself. 城镇和农村居民收入: what the last of two ends with belongs to the first too. */
function thing(analysis: Analysis, index: number, of: TextSpan): string {
  const own = ranked(analysis, index, of);
  const other = analysis.numbers[index + 1]?.of;
  if (other == null || other.start <= of.end || !JOINT.test(analysis.text.slice(of.end, other.start))) return own;
  const length = of.end - of.start;
  const shared = other.text.slice(length);
  return shared.length >= length && endsWord(analysis.tokenEnds, other.start + length) ? own + shared : own;
}

/** With the rank before it: 第一产业增加值. */
export function ranked({ text, numbers }: Analysis, index: number, of: TextSpan): string {
  let at = index;
  while (at >= 0 && (numbers[at]?.start ?? 0) >= of.start) at -= 1;
  const rank = numbers[at];
  return rank?.kind === "ordinal" && rank.end === of.start ? text.slice(rank.start, of.end) : of.text;
}

/**
 * What a figure is about, in the text's own words: its clause without the number itself.
 *
 * | clause | figure | label |
 * |---|---|---|
 * | 近五年累计实施技改项目320个 | 320个 | 累计实施技改项目 |
 * | 全市46个读书小组受到表扬 | 46个 | 全市读书小组受到表扬 |
 * | 新建泵站9座、水渠31公里 | 31公里 | 水渠 |
 */
import { placesBefore } from "../places-before.js";
import type { Analysis, NumberAnnotation, Span, TextSpan } from "../types.js";
import { ranked } from "./severally.js";
import { baseBefore, compares, EDGES, FROMS, RATES, SHARES_OUT, withoutHeads, withoutTails } from "./words.js";

/** Characters of a label: two short lines. */
const LONGEST = 26;
/** Where words left of a number are dropped, so many behind it are enough. */
const ENOUGH = 5;
const CLAUSE = /[，；：。！？…—,;:!?\r\n]/;
const HAN_ONLY = /^\p{Script=Han}+$/u;
const MARKUP = /[*#`\s]+/g;
/** 1.新建…, （2）新建…, ③新建…: the sign an item of a list begins with. */
const LISTED = /^(?:[（(]?\d{1,2}[.．、）)]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳])(?=\p{Script=Han})/u;
const PAIRS = ["“”", "‘’", "《》", "（）", "()", "「」", "『』"] as const;

/** Without markup and blanks. */
export const plain = (text: string): string => text.replace(MARKUP, "");

/** How far a clause is followed. */
const REACH = 200;

/** Where one number stands: its clause, and the numbers beside it in the clause. */
export interface Place {
  readonly clause: Span;
  readonly previous: NumberAnnotation | undefined;
  readonly next: NumberAnnotation | undefined;
  /** The number before a duration that stands amid the clause: 县财政三年投入9万元 reads on over it. */
  readonly earlier: NumberAnnotation | undefined;
}

export function placeOf({ text, numbers }: Analysis, index: number, { start, end }: Span): Place {
  const note = numbers[index];
  if (note === undefined) return { clause: { start, end: start }, previous: undefined, next: undefined, earlier: undefined };
  let from = note.start;
  const first = Math.max(start, note.start - REACH);
  while (from > first && !CLAUSE.test(text.charAt(from - 1))) from -= 1;
  let to = note.end;
  const last = Math.min(end, note.end + REACH);
  while (to < last && !CLAUSE.test(text.charAt(to))) to += 1;
  const beside = (step: 1 | -1, origin = index): NumberAnnotation | undefined => {
    let at = origin + step;
    // Ranks belong to names: “第一课堂”, 一等奖.
    while (numbers[at]?.kind === "ordinal") at += step;
    const other = numbers[at];
    return other !== undefined && other.start >= from && other.end <= to ? other : undefined;
  };
  return { clause: { start: from, end: to }, previous: beside(-1), next: beside(1), earlier: beside(-1, index - 1) };
}

/** 千人床位数 */
const BARE = /^[千万亿萬億]/;

/** Says of how many each. */
export const isBare = ({ text, bound }: NumberAnnotation): boolean => bound === "exact" && BARE.test(text);

const isTime = (note: NumberAnnotation | undefined): boolean => note?.kind === "date" || note?.kind === "duration";

/** Characters between a number that something is compared with and the difference. */
const DIFFERS = 4;

/** 比计划的46个多出17个: the first number only says what the second is compared with. */
export function isBase(text: string, note: NumberAnnotation, start: number, next: NumberAnnotation | undefined): boolean {
  if (note.direction !== null || next === undefined || next.start - note.end > DIFFERS || text.slice(note.end, next.start).includes("、")) return false;
  return compares(text.slice(start, note.start));
}

/** 比2020年的90%, 比90%: it stands there only for the difference. */
export function isOnlyBase(analysis: Analysis, index: number, note: NumberAnnotation, sentence: Span): boolean {
  if (analysis.text.charAt(note.start - 1) !== "的" && baseBefore(analysis.text, note.start) === "") return false;
  const { clause, next } = placeOf(analysis, index, sentence);
  return isBase(analysis.text, note, clause.start, next);
}

/** 9月1日前, 年底前: where a time ends, with the word that belongs to it. */
export function endOfTime({ text, tokenEnds }: Analysis, { end }: Span): number {
  const edge = EDGES.find((word) => text.startsWith(word, end)) ?? "";
  // 9月1日前往
  return tokenEnds.length === 0 || endsWord(tokenEnds, end + edge.length) ? end + edge.length : end;
}

/** The time said in the clause itself, directly before what the label says. */
export function timeIn(text: string, { clause, previous }: Place): NumberAnnotation | null {
  if (previous === undefined || !isTime(previous) || baseBefore(text, previous.start) !== "") return null;
  return previous.kind === "date" || previous.start === clause.start ? previous : null;
}

/** The label of a number, and the words it comes from. */
export function labelOf(analysis: Analysis, index: number, note: NumberAnnotation, place: Place): string {
  const { text } = analysis;
  const { of } = note;
  const from = beginning(analysis, note, place);
  if (of !== null && of.end <= note.start) return labelAhead(analysis, index, note, place, of, from);
  const before = text.slice(from, note.start);
  const to = ending(text, note, place);
  if (of !== null && of.start >= note.end) return joined(before, withoutRate(text.slice(note.end, clipped(analysis, of.end, Math.max(to, of.end), note.end))));
  const head = trimmed(withoutTails(plain(text.slice(shortened(analysis, from, note.start, note.start), note.start))));
  return head !== "" ? head : trimmed(text.slice(note.end, clipped(analysis, note.end, to, note.end)));
}

/** The label of a number whose thing stands before it: in its clause, or in one that went before. */
function labelAhead(analysis: Analysis, index: number, note: NumberAnnotation, place: Place, of: TextSpan, from: number): string {
  const { text } = analysis;
  const before = text.slice(from, note.start);
  const behind = text.slice(note.end, ending(text, note, place));
  // 课题427个，其中六成已见成效: where the clause says nothing before the number, it does behind it.
  if (of.start < place.clause.start) return withOf(ranked(analysis, index, of), ownWords(before, note) || plain(behind));
  // 20件实事已有13件完成, 零售总额217亿元、增长5%: both are of one thing, and the second says what became of it.
  const isToldAgain = of.start < from || (place.previous?.of?.start === of.start && !saysOf(text, place, note));
  if (isToldAgain) return trimmed(ranked(analysis, index, of) + (note.direction === null ? behind : before));
  const end = withVerb(text, note, of);
  return trimmed(text.slice(shortened(analysis, from, of.start, end), end));
}

/** 收入100万元以上的村500个, 比计划的46个多出17个: the first number says of which, or of what, the second is told. */
function saysOf(text: string, { previous, clause }: Pick<Place, "previous" | "clause">, note: NumberAnnotation): boolean {
  if (previous === undefined) return false;
  const { start, of } = note;
  return (text.charAt(previous.end) === "的" && of !== null && of.start > previous.end && of.end <= start) || isBase(text, previous, clause.start, note);
}

/** 2.7万户农户户均增收4600元: 户均 belongs to the next number. */
function withoutRate(words: string): string {
  const rate = RATES.find((word) => words.length > word.length && words.endsWith(word));
  return rate === undefined ? words : words.slice(0, -rate.length);
}

/** Characters of a verb behind what is counted. */
const VERB = 6;

/** 报送材料减少30%, 农户户均增收4600元: what rises or falls, and what is done, is not said without the verb. */
function withVerb(text: string, note: NumberAnnotation, of: TextSpan): number {
  if (note.direction !== null) return note.start;
  // 开展“六进”宣讲: the mark that closes what is counted comes along.
  const closed = of.end + (CLOSING.test(text.charAt(of.end)) ? 1 : 0);
  const verb = withoutTails(plain(text.slice(closed, note.start)));
  if (closed > of.end && verb === "") return closed;
  // 税收占财政收入的69%: a share says nothing without what it is of.
  return (note.rate === "share" || verb.length <= VERB) && HAN_ONLY.test(verb) && text.startsWith(verb, closed) ? closed + verb.length : of.end;
}

const CLOSING = /[”’》」』]/;

const ownWords = (words: string, { direction }: NumberAnnotation): string => (direction === null ? trimmed(withoutTails(plain(words))) : trimmed(words));

/** 会诊5300例，用时缩短40%: what the clause before counts, with the clause's own words where there is room. */
function withOf(of: string, own: string): string {
  return of.length + own.length <= LONGEST ? of + own : own;
}

/** The words of the clause before a span that begins with a figure: 接通时间 in 接通时间由28秒缩短到9秒. */
export function clauseBefore(analysis: Analysis, { start }: Span, figure: number): string {
  const { text, numbers } = analysis;
  const { clause } = placeOf(analysis, figure, { start: Math.max(0, start - REACH), end: start });
  let previous = figure - 1;
  while ((numbers[previous]?.start ?? -1) >= start) previous -= 1;
  const end = numbers[previous]?.end ?? 0;
  // 收入10万元以上的村占比, 每千人口医师数: a number that describes stays.
  const before = numbers[previous];
  const describes = text.charAt(end) === "的" || (before !== undefined && isBare(before));
  const from = end <= clause.start || describes ? clause.start : end;
  return trimmed(withoutFrom(withoutTails(plain(text.slice(shortened(analysis, from, start, start), start)))));
}

/** 标准由每人每月, 排队由平均: the word that leads to the number goes, what each one gets stays. */
function withoutFrom(label: string): string {
  for (const from of FROMS) {
    const at = label.lastIndexOf(from);
    const rest = label.slice(at + from.length);
    if (at > 0 && SHARES_OUT.some((word) => rest.startsWith(word))) return label.slice(0, at) + rest;
  }
  return label;
}

/** The word that a span ends with. */
export function lastWord({ text, tokenStarts, tokenEnds }: Analysis, { start, end }: Span): string {
  const at = tokenBehind(tokenEnds, end - 1);
  return text.slice(Math.max(start, tokenStarts[at] ?? start), end);
}

function joined(words: string, after: string): string {
  // 并在12个乡镇设分馆: 在 leads to the number alone.
  const before = withoutTails(trimmed(words)) === "" ? "" : words;
  const both = trimmed(plain(before) + after);
  return both.length <= LONGEST ? both : plain(after).length >= ENOUGH ? trimmed(after) : trimmed(plain(before).slice(-LONGEST + plain(after).length) + after);
}

/** Where the words before the number begin: behind a number of its own clause, and behind the 、 that parts the two. */
function beginning(analysis: Analysis, note: NumberAnnotation, { clause, previous, earlier }: Place): number {
  const { text } = analysis;
  if (previous === undefined) return clause.start;
  if (previous.kind === "duration" && previous.start > clause.start && !text.slice(previous.end, note.start).includes("、")) {
    return earlier === undefined ? clause.start : earlier.end + text.slice(earlier.end, previous.start).lastIndexOf("、") + 1;
  }
  // 入学率比2020年的90%提高5个百分点: what it is compared with stands beside the label, where the label says something without.
  if (earlier?.kind === "date" && baseBefore(text, earlier.start) !== "" && isBase(text, previous, clause.start, note)) {
    return note.of !== null && note.of.end <= earlier.start ? previous.end : clause.start;
  }
  if (saysOf(text, { previous, clause }, note)) return earlier === undefined ? clause.start : previous.start;
  const mark = text.slice(previous.end, note.start).lastIndexOf("、");
  // 8个方面设置40项指标: the words between belong to what came before.
  if (mark < 0 && !isTime(previous) && note.of !== null && note.of.start >= note.end) return note.start;
  return mark < 0 && isTime(previous) ? endOfTime(analysis, previous) : previous.end + mark + 1;
}

function ending(text: string, note: NumberAnnotation, { clause, next }: Place): number {
  if (next === undefined) return clause.end;
  const mark = text.slice(note.end, next.start).indexOf("、");
  if (mark >= 0) return note.end + mark;
  // 带动2.7万户农户户均增收4600元: what follows belongs to the next number.
  return note.of !== null && note.of.start >= note.end ? Math.min(note.of.end, next.start) : next.start;
}

/** The latest beginning of a word from which the words up to `end` are no longer than a label; `keep` is never cut. */
function shortened({ tokenStarts, tokenEnds }: Analysis, from: number, keep: number, end: number): number {
  if (end - from <= LONGEST) return from;
  let at = tokenBehind(tokenEnds, end - LONGEST);
  if (at >= tokenEnds.length) return Math.max(from, Math.min(keep, end - LONGEST));
  while ((tokenStarts[at] ?? keep) < Math.max(from, end - LONGEST)) at += 1;
  return Math.min(keep, tokenStarts[at] ?? keep);
}

/** The last end of a word at which the words from `from` are no longer than a label; never before `least`. */
function clipped({ tokenEnds }: Analysis, least: number, to: number, from: number): number {
  if (to - from <= LONGEST) return to;
  let at = tokenBehind(tokenEnds, from + LONGEST);
  while (at > 0 && (tokenEnds[at] ?? Infinity) > from + LONGEST) at -= 1;
  return Math.max(least, tokenEnds[at] ?? from + LONGEST);
}

/** The first token that ends behind the offset. */
function tokenBehind(ends: Uint32Array, offset: number): number {
  return placesBefore(ends.length, (at) => (ends[at] ?? 0) <= offset);
}

export function endsWord(tokenEnds: Uint32Array, offset: number): boolean {
  return tokenEnds[tokenBehind(tokenEnds, offset - 1)] === offset;
}

/** Without what opens and closes a clause, and without marks that have lost their other half. */
export function trimmed(words: string): string {
  let label = plain(words).replace(LISTED, "").replace(/^[-+>|•、，。；：·,;:\]】）)”’》]+|[、，；：·,;:[【（(“‘《]+$/g, "");
  for (const pair of PAIRS) {
    const [open = "", close = ""] = pair;
    if (label.split(open).length !== label.split(close).length) label = label.replaceAll(open, "").replaceAll(close, "");
  }
  return withoutHeads(label);
}

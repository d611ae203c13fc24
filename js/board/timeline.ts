/** Dated facts in the order of time. */
import type { Analysis, NumberAnnotation, Span } from "../types.js";
import { isInRow } from "./date-row.js";
import { endOfTime, placeOf, trimmed } from "./label.js";
import { baseBefore, FROMS, withoutTails } from "./words.js";

export interface BoardEvent {
  /** The place of the date in `numbers`. */
  readonly number: number;
  readonly date: string;
  readonly edtf: string;
  /** What is said of it, in the text's own words. */
  readonly label: string;
  readonly sentence: Span;
}

/** How far a sentence is followed. */
const REACH = 400;
/** Characters of what is said. */
const LONGEST = 40;
/** So many at least where whole clauses are to say it. */
const FEWEST = 8;
/** Numbers looked at between two pauses. */
const STRIDE = 256;
const SENTENCE = /[。！？；…\r\n]/;
const LAST_COMMA = /[，,;；][^，,;；]*$/;
const LAST_ITEM = /、[^、]*$/;
const NUMERAL = /[\d０-９.．零〇一二两三四五六七八九十百千万亿兩萬億]+$/;
const OPENING_COMMA = /^[，,]/;
const KNOWN = /^\d{4}/;
/** A month or a day. */
const EXACT = /^\d{4}-(0[1-9]|1[0-2])/;

/** At most so many: those with figures and exact days before the others. */
export function* eventsOf(analysis: Analysis, most: number): Generator<undefined, BoardEvent[]> {
  const { numbers } = analysis;
  const weightOf = weigher(analysis);
  const told = new Set<string>();
  const dated: { event: BoardEvent; weight: number }[] = [];
  for (const [number, note] of numbers.entries()) {
    if (number % STRIDE === STRIDE - 1) yield;
    const weight = weightOf(number);
    if (note.edtf === null || weight === 0) continue;
    const event = eventOf(analysis, note, number, note.edtf, weightOf);
    const key = `${event.edtf} ${event.label}`;
    if (event.label === "" || told.has(key)) continue;
    told.add(key);
    dated.push({ event, weight });
  }
  return dated
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ event }) => event)
    .sort((a, b) => (a.edtf < b.edtf ? -1 : a.edtf > b.edtf ? 1 : a.number - b.number));
}

/** What a number weighs as the date of an event; 0 where it is none, or nothing is said of it. */
function weigher(analysis: Analysis): (number: number) => number {
  const ends = endsOf(analysis);
  const governed = new Map<number, number>();
  for (const { time } of analysis.facts) if (time !== null) governed.set(time, (governed.get(time) ?? 0) + 1);
  return (number) => {
    const note = analysis.numbers[number];
    if (note?.kind !== "date" || note.edtf === null || !KNOWN.test(note.edtf) || ends.has(number) || isInRow(analysis, number) || isAside(analysis.text, note)) return 0;
    return Math.min(2, governed.get(number) ?? 0) + (EXACT.test(note.edtf) ? 1 : 0);
  };
}

/** 比2020年底: a date that something is compared with; ——2026年1月12日在大会上: the line under a title; 县政府办公室 2026年1月12日: who signs. */
function isAside(text: string, { start, end }: NumberAnnotation): boolean {
  if (baseBefore(text, start) !== "" || UNDER_TITLE.test(text.slice(Math.max(0, start - 8), start))) return true;
  return /\s/.test(text.charAt(start - 1)) && LINE_ENDS.test(text.slice(end, end + 8));
}

const UNDER_TITLE = /(^|[\r\n])\s*[—―─-]+\s*$/;
const LINE_ENDS = /^[ \t\u3000]*($|[\r\n])/;

/** Dates of a change stand with the change. */
function endsOf({ numbers, changes }: Analysis): Set<number> {
  const ends = new Set<number>();
  for (const { start, first, last } of changes) {
    for (let at = last; at >= 0 && (numbers[at]?.start ?? 0) >= start; at -= 1) if (at !== first && at !== last) ends.add(at);
  }
  return ends;
}

/** The clause around the date; the clauses that follow where it opens them. */
function eventOf(analysis: Analysis, note: NumberAnnotation, number: number, edtf: string, weightOf: (number: number) => number): BoardEvent {
  const { text } = analysis;
  const sentence = sentenceAt(text, note);
  const { clause } = placeOf(analysis, number, sentence);
  const ends = endOfTime(analysis, note);
  const opening = text.slice(clause.start, note.start);
  // 锚定“十五五”开局目标: a date that is quoted amid its clause is a part of what is said.
  const isQuoted = opening.length > 1 && opening.endsWith("“");
  // 会场由2021年的礼堂迁到新馆: without its date it is 会场由礼堂迁到新馆.
  const isBase = text.charAt(ends) === "的" && FROMS.some((word) => opening.endsWith(word));
  const before = isQuoted ? opening : isBase ? trimmed(opening) : withoutTails(trimmed(opening));
  // 力争到2027年，全县…: what opens the sentence goes with what follows the date.
  const end = nextDate(analysis, number, note.end, sentence.end, weightOf);
  const rest = text.slice(isQuoted ? note.start : isBase ? ends + 1 : ends, end).replace(before === "" ? "" : OPENING_COMMA, "");
  return { number, date: text.slice(note.start, ends), edtf, label: trimmed(shortened(trimmed(before + rest))), sentence };
}

/** 2027年动工，2032年完工，设站8座: what opens with another date is told under that, where it has an event of its own. */
function nextDate({ text, numbers }: Analysis, number: number, from: number, to: number, weightOf: (number: number) => number): number {
  for (let at = number + 1; (numbers[at]?.start ?? to) < to; at += 1) {
    const { start = to } = numbers[at] ?? {};
    if (start > from + 1 && /[，；,;]/.test(text.charAt(start - 1)) && weightOf(at) > 0) return start;
  }
  return to;
}

function sentenceAt(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const [first, last] = [Math.max(0, start - REACH), Math.min(text.length, end + REACH)];
  while (from > first && !SENTENCE.test(text.charAt(from - 1))) from -= 1;
  while (to < last && !SENTENCE.test(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

/** Whole clauses as long as they fit; of a long one whole items, and never half a number. */
function shortened(label: string): string {
  if (label.length <= LONGEST) return label;
  const begun = label.slice(0, LONGEST);
  const clauses = begun.search(LAST_COMMA);
  if (clauses > FEWEST) return begun.slice(0, clauses);
  const items = begun.search(LAST_ITEM);
  return `${items > LONGEST / 2 ? begun.slice(0, items) : begun.slice(0, -1).replace(NUMERAL, "")}…`;
}

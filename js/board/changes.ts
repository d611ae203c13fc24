/** Two figures of one indicator, ready to be drawn. */
import type { Analysis, Span, TextSpan } from "../types.js";
import { placesBefore } from "../places-before.js";
import { amountOf, type Amount } from "./amount.js";
import { clauseBefore, lastWord } from "./label.js";
import { sectionFinder, type Section } from "./headings.js";
import { MEASURES, RANKS } from "./words.js";

export interface BoardChange {
  /** Its place in `changes`. */
  readonly change: number;
  /** The indicator, in the text's own words. */
  readonly label: string;
  readonly from: Amount;
  readonly to: Amount;
  /** The dates of the two figures. */
  readonly when: readonly [TextSpan | null, TextSpan | null];
  /** The last value, the first being 100; null where the first is zero, and for ranks (二类). */
  readonly index: number | null;
  /** In per cent of the first, exact; null likewise. */
  readonly percent: string | null;
  /** `to - from`; null where it is too large to be written down. */
  readonly delta: string | null;
  readonly unit: string | null;
  /** False where one of the figures is none (约8%, 95%以上): what the change comes to is then about so much. */
  readonly isExact: boolean;
  /** The heading over it, where another change is called the same under another one. */
  readonly under: TextSpan | null;
  readonly sentence: Span;
}

/** Changes looked at between two pauses. */
const STRIDE = 64;

/** At most so many, in the order of the text. */
export function* changesOf(analysis: Analysis, sections: readonly Section[], most: number): Generator<undefined, BoardChange[]> {
  const found: BoardChange[] = [];
  const sectionAt = sectionFinder(sections);
  for (const [index, change] of analysis.changes.entries()) {
    if (found.length === most) break;
    if (index % STRIDE === STRIDE - 1) yield;
    const [first, last] = [analysis.numbers[change.first], analysis.numbers[change.last]];
    if (first === undefined || last === undefined) continue;
    const { delta, unit } = change;
    const percent = RANKS.has(unit) ? null : change.percent;
    const label = clauseBefore(analysis, change, change.first) || (change.of?.text ?? "");
    const sentence = sentenceOf(analysis, change.first) ?? change;
    found.push({
      change: index, label: label + measureOf(analysis, label, unit, sentence, found.at(-1)), from: amountOf(first), to: amountOf(last),
      when: [dateIn(analysis, change.start, change.first), dateIn(analysis, first.end, change.last)],
      index: percent === null ? null : 100 + Number(percent), percent, delta, unit,
      isExact: first.bound === "exact" && last.bound === "exact", under: sections[sectionAt(change.start)]?.heading ?? null, sentence,
    });
  }
  return found.map((one) => (found.some((other) => other.label === one.label && other.under?.text !== one.under?.text) ? one : { ...one, under: null }));
}

/** 企业覆盖率由71%提高到92%，社会组织由66%提高到90%: the name of the share is said once. */
function measureOf(analysis: Analysis, label: string, unit: string | null, { start }: Span, before: BoardChange | undefined): string {
  const isMeasure = (words: string): boolean => MEASURES.some((word) => words.endsWith(word));
  if (before === undefined || unit !== "percent" || before.unit !== unit || before.sentence.start !== start || isMeasure(label)) return "";
  const of = analysis.changes[before.change]?.of;
  const word = of == null ? "" : lastWord(analysis, of);
  return isMeasure(word) && before.label.endsWith(word) ? word : "";
}

/** Facts are in the order of their numbers. */
function sentenceOf({ facts }: Analysis, number: number): Span | undefined {
  const fact = facts[placesBefore(facts.length, (at) => (facts[at]?.number ?? number) < number)];
  return fact?.number === number ? fact.sentence : undefined;
}

/** The date directly before the figure, inside the change. */
function dateIn({ numbers }: Analysis, from: number, figure: number): TextSpan | null {
  const before = numbers[figure - 1];
  return before?.kind === "date" && before.start >= from ? before : null;
}

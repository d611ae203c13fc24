/** Two figures of one indicator, ready to be drawn. */
import type { Analysis, Span, TextSpan } from "../types.js";
import { amountOf, type Amount } from "./amount.js";
import { clauseBefore } from "./label.js";

export interface BoardChange {
  /** Its place in `changes`. */
  readonly change: number;
  readonly label: string;
  readonly from: Amount;
  readonly to: Amount;
  /** The dates of the two figures. */
  readonly when: readonly [TextSpan | null, TextSpan | null];
  /** The last value, the first being 100; null where the first is zero. */
  readonly index: number | null;
  /** In per cent of the first, exact; null likewise. */
  readonly percent: string | null;
  /** `to - from`; null where it is too large to be written down. */
  readonly delta: string | null;
  readonly unit: string | null;
  readonly sentence: Span;
}

export function changesOf(analysis: Analysis): BoardChange[] {
  const sentences = new Map(analysis.facts.map((fact) => [fact.number, fact.sentence]));
  return analysis.changes.flatMap((change, index) => {
    const [first, last] = [analysis.numbers[change.first], analysis.numbers[change.last]];
    if (first === undefined || last === undefined) return [];
    const { delta, percent, unit } = change;
    return [{
      change: index, label: clauseBefore(analysis, change, change.first) || (change.of?.text ?? ""), from: amountOf(first), to: amountOf(last),
      when: [dateIn(analysis, change.start, change.first), dateIn(analysis, first.end, change.last)] as const,
      index: percent === null ? null : 100 + Number(percent), percent, delta, unit, sentence: sentences.get(change.first) ?? change,
    }];
  });
}

/** The date directly before the figure, inside the change. */
function dateIn({ numbers }: Analysis, from: number, figure: number): TextSpan | null {
  const before = numbers[figure - 1];
  return before?.kind === "date" && before.start >= from ? before : null;
}

/** What a figure grew or fell by, where the text says so right behind it. */
import type { Analysis, Fact, NumberAnnotation } from "../types.js";
import { amountOf, type Amount } from "./amount.js";
import { placeOf, trimmed } from "./label.js";
import { stretch } from "./row.js";
import { EACH } from "./words.js";

/** 比上年增长5.7% */
export interface Growth {
  /** Its place in `numbers`. */
  readonly number: number;
  readonly amount: Amount;
  readonly text: string;
}

/** Characters of a growth, and numbers between it and what grew: 为预算的101.3%. */
const GROWTH = 14;
const APART = 2;

/**
 * The number that has grown by this one: 收入28.64亿元，比上年增长5.7%. Both are of one thing, in one sentence; of several side by
 * side each has its own: 收入分别达到43218元和21906元，分别增长5.3%和7.4%.
 */
export function grownBy(analysis: Analysis, { number, sentence }: Fact, { kind, direction, of }: NumberAnnotation): number | null {
  const { numbers } = analysis;
  if (kind !== "percent" || direction === null || of === null) return null;
  const [first, last] = stretch(analysis, number, (place) => numbers[place]?.kind === kind);
  const isOfOne = (note: NumberAnnotation | undefined): boolean => note?.of?.start === of.start && note.start >= sentence.start;
  const growths = placesOf(numbers, first, last + 1, isOfOne);
  const grown = placesOf(numbers, first - APART - growths.length + 1, first, (note) => isOfOne(note) && note.kind !== kind && note.direction === null);
  const own = growths.length === grown.length ? growths.indexOf(number) : growths.length === 1 ? grown.length - 1 : -1;
  return grown[own] ?? null;
}

function placesOf(numbers: readonly NumberAnnotation[], from: number, to: number, isWanted: (note: NumberAnnotation) => boolean): number[] {
  const first = Math.max(0, from);
  return numbers.slice(first, to).flatMap((note, at) => (isWanted(note) ? [first + at] : []));
}

/** In the words of its clause, without 分别. */
export function growthOf(analysis: Analysis, { number, sentence }: Fact, note: NumberAnnotation): Growth | null {
  const { text, numbers } = analysis;
  const [first] = stretch(analysis, number, (place) => numbers[place]?.kind === note.kind);
  const verb = text.slice(placeOf(analysis, first, sentence).clause.start, numbers[first]?.start);
  const said = trimmed(EACH.reduce((words, each) => words.replace(each, ""), verb) + note.text);
  return said.length > GROWTH ? null : { number, amount: amountOf(note), text: said };
}

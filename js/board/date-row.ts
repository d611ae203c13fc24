/** Dates in a row, of which each has a figure: 2023年、2024年和2025年，供水量分别为3.1万吨、3.4万吨、3.9万吨. */
import { placesBefore } from "../places-before.js";
import type { Analysis, NumberAnnotation, Span } from "../types.js";
import { stretch } from "./row.js";
import { EACH } from "./words.js";

/** Characters between the years and their figures. */
const REACH = 120;

/** The date in force for a figure: of dates in a row its own, or none where the text gives none to each. */
export function ownDate(analysis: Analysis, figure: number, time: NumberAnnotation): NumberAnnotation | null {
  const { numbers } = analysis;
  const at = placesBefore(numbers.length, (place) => (numbers[place]?.start ?? 0) < time.start);
  const row = rowAround(analysis, at);
  if (row.length === 1) return time;
  const figures = figuresOf(analysis, figure, row.at(-1) ?? time);
  return figures.length === row.length ? row[figures.indexOf(figure)] ?? null : null;
}

export function isInRow(analysis: Analysis, at: number): boolean {
  return rowAround(analysis, at).length > 1;
}

function rowAround(analysis: Analysis, at: number): readonly NumberAnnotation[] {
  const isDate = (place: number): boolean => analysis.numbers[place]?.kind === "date";
  const [first, last] = stretch(analysis, at, isDate);
  return analysis.numbers.slice(first, last + 1);
}

/** The figures behind 分别 that are told one after the other, with the one in question; none without that word. */
function figuresOf(analysis: Analysis, figure: number, { end }: Span): readonly number[] {
  const { text, numbers } = analysis;
  const start = numbers[figure]?.start ?? end;
  const between = start - end > REACH ? "" : text.slice(end, start);
  const each = Math.max(...EACH.map((word) => between.lastIndexOf(word)));
  if (each < 0) return [];
  const [first, last] = stretch(analysis, figure, (place) => (numbers[place]?.start ?? 0) > end + each);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

/** Figures that can stand on the board, each told once. */
import type { Analysis, Fact, NumberAnnotation, Span, TextSpan } from "../types.js";
import { amountOf, type Amount } from "./amount.js";
import { sectionFinder, type Section } from "./headings.js";
import { labelOf, placeOf, timeIn } from "./label.js";
import { TOTALS } from "./words.js";

export interface Figure {
  /** Its place in `numbers`, and those of further mentions. */
  readonly number: number;
  readonly again: readonly number[];
  readonly amount: Amount;
  /** What the figure is about, in the text's own words. */
  readonly label: string;
  /** The time it holds for, where the label does not say it. */
  readonly when: TextSpan | null;
  readonly rate: NumberAnnotation["rate"];
  readonly planned: boolean;
  readonly sentence: Span;
  /** Index of its section. */
  readonly section: number;
  /** How much it has to say; higher stands first. */
  readonly weight: number;
}

/** Earlier figures of one value that a further one is compared with. */
const COMPARED = 20;

export function figuresOf(analysis: Analysis, sections: readonly Section[]): Figure[] {
  const { numbers, changes, facts } = analysis;
  const changing = new Set(changes.flatMap(({ first, last }) => [first, last]));
  const sectionAt = sectionFinder(sections);
  const told = new Map<string, number[]>();
  const figures: Figure[] = [];
  for (const fact of facts) {
    const note = numbers[fact.number];
    if (note === undefined || note.value === null || changing.has(fact.number)) continue;
    const figure = figureOf(analysis, fact, note, sectionAt(note.start), figures.at(-1));
    if (figure.label === "") continue;
    const key = `${String(note.value)} ${note.unit} ${note.rate}`;
    const alike = told.get(key) ?? [];
    told.set(key, alike);
    const at = alike.slice(-COMPARED).find((other) => areOne(analysis, figure, figures[other] ?? figure));
    if (at === undefined) alike.push(figures.push(figure) - 1);
    else figures[at] = mergedOf(figures[at] ?? figure, figure);
  }
  return figures;
}

function figureOf(analysis: Analysis, fact: Fact, note: NumberAnnotation, section: number, last: Figure | undefined): Figure {
  const place = placeOf(analysis, fact.number, fact.sentence);
  // 427件437人: the second of two that touch is about what the first is.
  const touches = last !== undefined && note.of === null && analysis.numbers[last.number]?.end === note.start;
  const label = touches ? last.label : labelOf(analysis, note, place);
  const dated = fact.time === null ? null : analysis.numbers[fact.time] ?? null;
  const when = timeIn(place) ?? dated;
  const clause = analysis.text.slice(place.clause.start, place.clause.end);
  return {
    number: fact.number, again: [], amount: amountOf(note), label, when, rate: note.rate, planned: note.planned,
    sentence: fact.sentence, section,
    weight: weightOf(note, when !== null, section === 0, TOTALS.some((word) => clause.includes(word))) - (describes(analysis, note) ? 5 : 0),
  };
}

/** 收入10万元以上的村, 每千人口: a number that only says which. */
const describes = ({ text }: Analysis, { end, unit, kind }: NumberAnnotation): boolean =>
  text.charAt(end) === "的" || (unit === null && kind === "quantity");

/** A fact that says of what beats one that does not; lede and totals beat what is mentioned in passing. */
function weightOf(note: NumberAnnotation, dated: boolean, inLede: boolean, isTotal: boolean): number {
  const value = Math.abs(Number(typeof note.value === "string" ? note.value : note.value?.[1]));
  let weight = note.of === null ? 0 : 3;
  if (inLede) weight += 1.5;
  if (isTotal) weight += 2;
  if (dated) weight += 0.5;
  if (note.kind === "money" || note.kind === "percent") weight += 1;
  if (note.planned) weight -= 0.5;
  if (typeof note.value !== "string" && note.bound !== "about") weight -= 1;
  if (note.kind === "quantity") weight += Number.isFinite(value) ? Math.min(2, Math.log10(value + 1) * 0.4) - (value < 10 ? 2 : 0) : -2;
  return weight;
}

const SIGNIFICANT = 3;

/** Whether two figures of one value and unit say the same: 万余人次 and 10000余人次 do. */
function areOne({ numbers }: Analysis, a: Figure, b: Figure): boolean {
  const [one, other] = [numbers[a.number]?.of?.text, numbers[b.number]?.of?.text];
  if (one === undefined || other === undefined || one.includes(other) || other.includes(one)) return true;
  const digits = String(numbers[a.number]?.value).replace(/[.,]|0+$/g, "").length;
  return digits >= SIGNIFICANT || (numbers[a.number]?.unit?.length ?? 0) > 1;
}

const AGAIN = 1.5;

/** The weightier mention speaks for both. */
function mergedOf(known: Figure, further: Figure): Figure {
  const [speaks, other] = further.weight > known.weight ? [further, known] : [known, further];
  return { ...speaks, again: [...known.again, other.number], when: speaks.when ?? other.when, weight: speaks.weight + AGAIN };
}

/** Figures that can stand on the board, each told once. */
import type { Analysis, Change, Fact, NumberAnnotation, Span, TextSpan } from "../types.js";
import { amountOf, type Amount } from "./amount.js";
import { ownDate } from "./date-row.js";
import { growthOf, grownBy, type Growth } from "./growth.js";
import { sectionFinder, type Section } from "./headings.js";
import { endOfTime, isBare, isBase, isOnlyBase, labelOf, placeOf, timeIn, type Place } from "./label.js";
import { settingOf } from "./setting.js";
import { severally } from "./severally.js";
import { ASPECTS, baseBefore, DONE, ESTIMATES, OWN, TOTALS, withoutPlan } from "./words.js";

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
  /** It only says which are meant: 65岁以上的老人. */
  readonly describes: boolean;
  /** The text's own words for rate, plan and what is compared with, where the label does not say them: 每年, 力争, 比2020年底. */
  readonly setting: string | null;
  /** What it grew or fell by, where the text says so right behind it. */
  readonly growth: Growth | null;
  readonly sentence: Span;
  /** Index of its section. */
  readonly section: number;
  /** How much it has to say; higher stands first. */
  readonly weight: number;
}

/** A figure whose further mentions are still being gathered: a text may repeat it thousands of times. */
type Gathering = Figure & { readonly again: number[]; growth: Growth | null };

/** Earlier figures of one value that a further one is compared with. */
const COMPARED = 20;

/** Figures looked at between two pauses. */
const STRIDE = 64;

export function* figuresOf(analysis: Analysis, sections: readonly Section[]): Generator<undefined, Figure[]> {
  const { numbers, changes, facts } = analysis;
  const changing = new Set(changes.flatMap(({ first, last }) => [first, last]));
  const sectionAt = sectionFinder(sections);
  const told = new Map<string, number[]>();
  const figures: Gathering[] = [];
  /** Which figure a number is told by. */
  const tellers = new Map<number, number>();
  /** The last change before the figure. */
  let passed = -1;
  for (const [at, fact] of facts.entries()) {
    if (at % STRIDE === STRIDE - 1) yield;
    const note = numbers[fact.number];
    if (note === undefined || note.value === null || changing.has(fact.number)) continue;
    while ((changes[passed + 1]?.end ?? Infinity) <= note.start) passed += 1;
    if (sumsUp(note, changes[passed]) || isOnlyBase(analysis, fact.number, note, fact.sentence)) continue;
    const host = figures[tellers.get(grownBy(analysis, fact, note) ?? -1) ?? -1];
    const growth = host?.growth === null ? growthOf(analysis, fact, note) : null;
    if (host !== undefined && growth !== null) {
      host.growth = growth;
      continue;
    }
    const figure = figureOf(analysis, fact, note, sectionAt(note.start), figures.at(-1));
    if (figure.label === "") continue;
    const key = `${String(note.value)} ${note.unit} ${note.rate}`;
    const alike = told.get(key) ?? [];
    told.set(key, alike);
    const one = alike.slice(-COMPARED).find((other) => areOne(analysis, figure, figures[other] ?? figure));
    tellers.set(fact.number, one ?? figures.length);
    if (one === undefined) alike.push(figures.push(figure) - 1);
    else figures[one] = mergedOf(figures[one] ?? figure, figure);
  }
  return figures;
}

/** Characters between a change and a figure that only works it out. */
const NEAR = 12;

/** 从37%提高到89.6%，提高52.6个百分点: said by the change already. */
function sumsUp(note: NumberAnnotation, change: Change | undefined): boolean {
  return change !== undefined && note.start - change.end <= NEAR && note.direction !== null && note.value === change.delta?.replace("-", "");
}

/** What a number weighs less that only says which, and one whose name is a single character: 其中3个村超过50万元. */
const ONLY = 5;
const TERSE = 3;

function figureOf(analysis: Analysis, fact: Fact, note: NumberAnnotation, section: number, last: Figure | undefined): Gathering {
  const place = placeOf(analysis, fact.number, fact.sentence);
  const own = severally(analysis, fact.number, note) ?? (last !== undefined && followsOn(analysis, note, last) ? last.label : labelOf(analysis, fact.number, note, place));
  const label = withoutPlan(ASPECTS.has(own) ? thingBefore(analysis, fact, last) + own : own);
  const time = fact.time === null ? null : analysis.numbers[fact.time] ?? null;
  const base = time === null ? "" : baseBefore(analysis.text, time.start);
  const inForce = base !== "" || OWN.some((word) => label.includes(word)) ? null : time;
  const when = whenOf(analysis, fact.number, timeIn(analysis.text, place) ?? inForce);
  const clause = analysis.text.slice(place.clause.start, place.clause.end);
  // 力争建成9个、培训700人: a plan goes on to the end of its sentence, unless a clause says what is there already.
  const goesOn = note.planned || (last?.planned === true && last.sentence.start === fact.sentence.start);
  // 预计全年…: what is as good as there, to the end of the sentence too.
  const isEstimate = ESTIMATES.some((word) => analysis.text.slice(fact.sentence.start, note.start).includes(word));
  const isAhead = (goesOn || isEstimate) && !DONE.some((word) => clause.includes(word));
  const planned = isAhead && !isEstimate;
  const setting = settingOf(analysis, { ...note, planned: isAhead }, fact.sentence, label);
  const only = describes(analysis, note, place);
  const since = time !== null && base !== "" && time.start >= place.clause.start ? base + time.text : null;
  const weight = weightOf({ ...note, planned }, when !== null, section === 0, TOTALS.some((word) => clause.includes(word)));
  return {
    number: fact.number, again: [], growth: null, amount: amountOf(note), label, when, rate: note.rate, planned, describes: only,
    setting: since === null || label.includes(since) ? setting : [since, setting ?? ""].join(" ").trim(), sentence: fact.sentence, section,
    weight: weight - (only ? ONLY : 0) - (label.length === 1 ? TERSE : 0),
  };
}

function whenOf(analysis: Analysis, figure: number, time: NumberAnnotation | null): TextSpan | null {
  const own = time === null ? null : ownDate(analysis, figure, time);
  if (own === null) return null;
  const end = endOfTime(analysis, own);
  return { start: own.start, end, text: analysis.text.slice(own.start, end) };
}

/** 设站: of two characters one may be a verb. */
const VERB_AND_NOUN = 2;

/** 新建党群服务中心368个，面积41.5万平方米: what the figure before counts; empty where it counts nothing that has a name. */
function thingBefore({ numbers }: Analysis, { number, sentence }: Fact, last: Figure | undefined): string {
  const isBefore = last !== undefined && (last.growth?.number ?? last.number) === number - 1 && last.sentence.start === sentence.start;
  const thing = isBefore ? numbers[last.number]?.of?.text ?? "" : "";
  // 东环线全长86公里，总投资97亿元: of the line, and not of its length.
  const aspect = [...ASPECTS].find((word) => thing.endsWith(word)) ?? "";
  const own = thing.slice(0, thing.length - aspect.length);
  return own.length > VERB_AND_NOUN ? own : "";
}

/** 427件437人, 3500元和6000元: the second of two with nothing between is about what the first is. */
function followsOn({ text, numbers }: Analysis, note: NumberAnnotation, last: Figure): boolean {
  const end = numbers[last.number]?.end ?? note.start;
  if (end === note.start) return note.of === null;
  // 焊工和钳工分别补贴3500元和6200元: each has a thing of its own.
  const before = numbers[last.number]?.of ?? null;
  return JOINTS.has(text.slice(end, note.start)) && (note.of === null || (note.of.end <= end && note.of.start === before?.start));
}

const JOINTS = new Set(["和", "、", "与", "及"]);

/** 收入10万元以上的村, 每千人口, 60岁以上老人80名: a number that only says which. */
function describes({ text }: Analysis, note: NumberAnnotation, { clause, next }: Place): boolean {
  const { end, unit, kind, of } = note;
  if (isBase(text, note, clause.start, next)) return true;
  // 人口: counted in itself.
  if (text.charAt(end) === "的" || (unit === null && kind === "quantity" && of?.start !== end)) return true;
  if (isBare(note)) return true;
  return LIMIT.test(note.text) && of !== null && of.start === end && next !== undefined && !text.slice(end, next.start).includes("、");
}

const LIMIT = /以[上下内內]$/;

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
  // 是老馆的三倍多: says little without what it is compared with.
  if (note.kind === "ratio") weight -= 3;
  // What a litre costs and what a family spends is told in passing.
  if (note.kind === "money") weight += Number.isFinite(value) ? Math.min(1, Math.log10(value + 1) * 0.3 - 1.5) : 0;
  if (note.kind === "quantity") weight += Number.isFinite(value) ? Math.min(2, Math.log10(value + 1) * 0.4) - (value < 10 ? 2 : 0) : -2;
  return weight;
}

const SIGNIFICANT = 3;

/** Whether two figures of one value and unit say the same: 万余人次 and 10000余人次 do, what is there and what is planned do not. */
function areOne({ numbers }: Analysis, a: Figure, b: Figure): boolean {
  if (a.planned !== b.planned || numbers[a.number]?.bound !== numbers[b.number]?.bound) return false;
  const [one, other] = [numbers[a.number]?.of?.text, numbers[b.number]?.of?.text];
  if (one === undefined || other === undefined || one.includes(other) || other.includes(one)) return true;
  const { value, unit, kind } = numbers[a.number] ?? {};
  const digits = String(value).replace(/[.,]|0+$/g, "").length;
  return digits >= SIGNIFICANT || (kind !== "money" && (unit?.length ?? 0) > 1);
}

const AGAIN = 1.5;

/** The weightier mention speaks for both. */
function mergedOf(known: Gathering, further: Gathering): Gathering {
  const [speaks, other] = further.weight > known.weight ? [further, known] : [known, further];
  known.again.push(other.number);
  return { ...speaks, again: known.again, when: speaks.when ?? other.when, growth: speaks.growth ?? other.growth, weight: speaks.weight + AGAIN };
}

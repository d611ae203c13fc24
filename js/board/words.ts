/** The words of data/board.tsv by their role, and those that say a rate or a plan. */
import TABLE from "../../data/board.tsv";
import SETTINGS from "../../data/settings.tsv";

type Role = "total" | "tail" | "head" | "done" | "edge" | "each" | "own" | "base" | "from" | "aspect" | "measure" | "mean" | "plan" | "rank" | "estimate";

/** A word before a number, and how the number is to be taken. */
export { SETTINGS };
// The longest first: 达到 goes before 达.
const of = (role: Role): readonly string[] => TABLE.flatMap(([word = "", roles = ""]) => (roles.split(" ").includes(role) ? [word] : [])).sort((a, b) => b.length - a.length);

export const TOTALS = of("total");
export const DONE = of("done");
/** 预计全年: how the year will end is as good as known. */
export const ESTIMATES = of("estimate");
/** What belongs to the date before it. */
export const EDGES = of("edge");
export const EACH = of("each");
/** 当年: the clause says its time itself. */
export const OWN = of("own");
/** 比: what follows is what something is compared with. */
const BASES = of("base");
/** 由: leads to what a change begins with. */
export const FROMS = of("from");
/** 面积: of what was counted before it. */
export const ASPECTS: ReadonlySet<string> = new Set(of("aspect"));
/** 率: ends the name of a share. */
export const MEASURES = of("measure");
const PER = SETTINGS.flatMap(([word = "", what = ""]) => (what.startsWith("per") ? [word] : []));
/** 户均: belongs to the number behind it. */
export const RATES = PER.filter((word) => word.length > 1);
/** 每人, 平均: what one gets, or one with another. */
export const SHARES_OUT = [...PER, ...of("mean")];
/** 占比, 同比: nothing in them compares. */
const NO_BASES = [...MEASURES, ...of("tail")].filter((word) => BASES.some((base) => word.includes(base)));
/** 级: two of them are not twice one. */
export const RANKS: ReadonlySet<string | null> = new Set(of("rank"));
const PLANS = of("plan");
const TAILS = of("tail");
const HEADS = of("head");

/** 比2020年底: the word right before the offset that leads to what something is compared with; empty where there is none. */
export function baseBefore(text: string, offset: number): string {
  // 较“十三五”末
  const at = text.charAt(offset - 1) === "“" ? offset - 1 : offset;
  const ends = (word: string): boolean => text.startsWith(word, at - word.length);
  return NO_BASES.some(ends) ? "" : BASES.find(ends) ?? "";
}

/** Whether something is compared in these words. */
export function compares(words: string): boolean {
  const rest = NO_BASES.reduce((left, word) => left.replaceAll(word, ""), words);
  return BASES.some((word) => rest.includes(word));
}

export function withoutTails(label: string): string {
  const tail = TAILS.find((word) => label.endsWith(word));
  return tail === undefined ? label : withoutTails(label.slice(0, -tail.length));
}

/** 人才总量力争突破100万人: the plan stands beside the label. */
export function withoutPlan(label: string): string {
  const plan = PLANS.find((word) => label.length > word.length && label.endsWith(word));
  return plan === undefined ? label : label.slice(0, -plan.length);
}

export function withoutHeads(label: string): string {
  const head = HEADS.find((word) => label.startsWith(word));
  return head === undefined ? label : withoutHeads(label.slice(head.length));
}

/** Changes on a common scale: shares on one of their own, from nothing to all; amounts on one where each begins at 100. */
import type { Analysis } from "quandian";
import type { BoardChange } from "quandian/board";

export interface Arrow {
  readonly change: BoardChange;
  /** Places on the scale, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** The end lies beyond the scale. */
  readonly beyond: boolean;
  /** What began at nothing has no place on a scale of per cents. */
  readonly drawn: boolean;
}

export interface Scale {
  readonly kind: "shares" | "amounts";
  readonly arrows: readonly Arrow[];
  /** Where the scale is labelled, and with what number. */
  readonly ticks: readonly (readonly [at: number, label: string])[];
}

/** What grew more than this many per cent of its beginning runs out of the scale: one arrow must not flatten the others. */
const FURTHEST = 300;

export function scalesOf(analysis: Analysis, changes: readonly BoardChange[]): Scale[] {
  const shares = changes.filter(({ unit }) => unit === "percent");
  const amounts = changes.filter(({ unit }) => unit !== "percent");
  return [sharesOf(analysis, shares), amountsOf(amounts)].filter(({ arrows }) => arrows.length > 0);
}

function sharesOf({ changes }: Analysis, shares: readonly BoardChange[]): Scale {
  const values = shares.map((change) => ["from", "to"].map((end) => Number(changes[change.change]?.[end as "from" | "to"])) as [number, number]);
  const all = Math.max(100, ...values.flat().filter((value) => value < FURTHEST));
  const arrows = shares.map((change, i) => arrowOf(change, (values[i]?.[0] ?? 0) / all, (values[i]?.[1] ?? 0) / all));
  return { kind: "shares", arrows, ticks: [[0, "0"], [50 / all, "50"], [100 / all, "100%"]] };
}

function amountsOf(amounts: readonly BoardChange[]): Scale {
  const all = Math.min(FURTHEST, Math.max(100, ...amounts.map(({ index }) => index ?? 0)));
  return { kind: "amounts", arrows: amounts.map((change) => arrowOf(change, 100 / all, (change.index ?? 0) / all)), ticks: [[0, "0"], [100 / all, "100"]] };
}

const arrowOf = (change: BoardChange, from: number, to: number): Arrow =>
  ({ change, from: within(from), to: within(to), beyond: to > 1 || to < 0, drawn: change.unit === "percent" || change.index !== null });

const within = (at: number): number => Math.min(1, Math.max(0, at));

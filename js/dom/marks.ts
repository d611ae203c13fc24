/** Annotations as marks: all that can be shown, in text order. */
import type { Analysis, Layer, NumberAnnotation, NumberKind, SloganAnnotation, SloganKind, Span, Token } from "../types.js";

/** What a mark can be, words too. */
export type MarkKind = NumberKind | SloganKind | "word";

interface Marked<L extends Layer, K extends MarkKind, M extends Span> extends Span {
  readonly layer: L;
  readonly kind: K;
  /** Index in `numbers`, `slogans` or `tokens` of the analysis. */
  readonly index: number;
  readonly mention: M;
}

/** A number with its place in `numbers`. */
export type NumberMark = Marked<"numbers", NumberKind, NumberAnnotation>;
/** A slogan with its place in `slogans`. */
export type SloganMark = Marked<"slogans", SloganKind, SloganAnnotation>;
/** A word with its place in `tokens`. */
export type WordMark = Marked<"words", "word", Token>;
/** A mark that can be gone to: it has a place in the list and a card. */
export type Mark = NumberMark | SloganMark;

export const KINDS: Readonly<Record<"numbers" | "slogans", readonly Mark["kind"][]>> = {
  numbers: ["quantity", "percent", "money", "ratio", "ordinal", "code", "date", "duration"],
  slogans: ["formula", "brand", "couplet", "parallel", "maxim", "formulation"],
};
export const ALL_KINDS: readonly MarkKind[] = [...KINDS.numbers, ...KINDS.slogans, "word"];

/** The outer before the inner. */
export function marksOf({ numbers, slogans }: Analysis): Mark[] {
  const marks: Mark[] = [
    ...slogans.map((mention, index): Mark => ({ layer: "slogans", kind: mention.kind, index, start: mention.start, end: mention.end, mention })),
    ...numbers.map((mention, index): Mark => ({ layer: "numbers", kind: mention.kind, index, start: mention.start, end: mention.end, mention })),
  ];
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Every other word: where two meet, one is shaded and the other is not. */
export function wordMarksOf({ tokens }: Analysis): WordMark[] {
  const words = tokens.map((mention, index): WordMark => ({ layer: "words", kind: "word", index, start: mention.start, end: mention.end, mention }));
  return words.filter(({ mention }) => /[\p{L}\p{N}]/u.test(mention.text)).filter((_, at) => at % 2 === 1);
}

/** Two marks that say the same. */
export function saysTheSame(a: Mark, b: Mark): boolean {
  if (a.layer === "slogans") return b.layer === "slogans" && a.mention.identity === b.mention.identity;
  if (b.layer !== "numbers" || a.kind !== b.kind) return false;
  const [one, other] = [a.mention, b.mention];
  if (one.value === null) return one.edtf === null ? one.text === other.text : one.edtf === other.edtf;
  return String(one.value) === String(other.value) && one.unit === other.unit && one.of?.text === other.of?.text;
}

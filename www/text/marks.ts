/** Annotations as marks: what stands in the text, in which form, and which piece of it in which block. */
import type { Analysis, NumberAnnotation, NumberKind, SloganAnnotation, SloganKind } from "quandian";
import type { Block } from "./blocks.js";
import { placesBefore } from "./places-before.js";

export type Kind = NumberKind | SloganKind;
export type Family = "numbers" | "slogans";

export const KINDS: Readonly<Record<Family, readonly Kind[]>> = {
  numbers: ["quantity", "percent", "money", "ratio", "ordinal", "code", "date", "duration"],
  slogans: ["formula", "brand", "couplet", "parallel", "maxim", "formulation"],
};

interface Placed {
  start: number;
  end: number;
  readonly kind: Kind;
  /** Index in `numbers` or `slogans` of the analysis. */
  readonly index: number;
}

export interface NumberMark extends Placed {
  readonly family: "numbers";
  readonly note: NumberAnnotation;
}

export interface SloganMark extends Placed {
  readonly family: "slogans";
  readonly note: SloganAnnotation;
}

export type Mark = NumberMark | SloganMark;

/** The part of a mark that lies in one block, relative to it. */
export interface Piece {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  /** The first piece of its mark: the one that takes the focus. */
  readonly leads: boolean;
}

export function marksOf(analysis: Analysis): Mark[] {
  const marks: Mark[] = [];
  analysis.numbers.forEach((note, index) => {
    marks.push({ family: "numbers", kind: note.kind, start: note.start, end: note.end, index, note });
  });
  analysis.slogans.forEach((note, index) => {
    marks.push({ family: "slogans", kind: note.kind, start: note.start, end: note.end, index, note });
  });
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** After an edit, before the next answer: marks before it stay, marks behind it move, marks it touches go. */
export function movedBy(marks: readonly Mark[], start: number, end: number, grown: number): Mark[] {
  return marks.filter((mark) => {
    if (mark.end <= start) return true;
    if (mark.start < end || (mark.start < start && mark.end > start)) return false;
    mark.start += grown;
    mark.end += grown;
    return true;
  });
}

/** Marks that cross each other are cut, so that the pieces of one block nest. */
function nested(pieces: Piece[]): Piece[] {
  const open: Piece[] = [];
  const out: Piece[] = [];
  const waiting = [...pieces];
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= piece.start) open.pop();
    const around = open.at(-1);
    if (around !== undefined && piece.end > around.end) {
      const rest: Piece = { ...piece, start: around.end, leads: false };
      piece = { ...piece, end: around.end };
      const at = waiting.findIndex((other) => other.start >= rest.start);
      waiting.splice(at < 0 ? waiting.length : at, 0, rest);
    }
    open.push(piece);
    out.push(piece);
  }
  return out;
}

/** What a block with these pieces looks like; equal signatures need no repaint. */
export const signatureOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => `${piece.mark.kind}${piece.start}-${piece.end}`).join(" ");

/** Marks in text order, found by place: a block asks for its own when it comes near the window. */
export class MarkIndex {
  readonly all: readonly Mark[];
  /** The furthest end of all marks up to each one. */
  readonly #reach: Uint32Array;

  constructor(sorted: readonly Mark[]) {
    this.all = sorted;
    this.#reach = new Uint32Array(sorted.length);
    let reach = 0;
    sorted.forEach((mark, i) => {
      reach = Math.max(reach, mark.end);
      this.#reach[i] = reach;
    });
  }

  /** The pieces of the block, nested. */
  piecesOf(block: Block): Piece[] {
    const end = block.start + block.text.length;
    const pieces: Piece[] = [];
    for (let i = this.#firstIn(block.start); i < this.all.length; i += 1) {
      const mark = this.all[i];
      if (mark === undefined || mark.start >= end) break;
      const from = Math.max(mark.start, block.start);
      const to = Math.min(mark.end, end);
      if (from < to) pieces.push({ mark, start: from - block.start, end: to - block.start, leads: mark.start >= block.start });
    }
    return pieces.length > 1 ? nested(pieces) : pieces;
  }

  /** Index of a mark before which none reaches past the offset. */
  #firstIn(offset: number): number {
    return placesBefore(this.#reach.length, (at) => (this.#reach[at] ?? 0) <= offset);
  }
}

/** Marks that may cross, as elements that nest: a mark that another one cuts is written in several pieces. */
import type { Span } from "../types.js";

export interface Mark extends Span {
  /** Lower ranks stand outside. Within a rank the longer mark does. Where no mark of rank 0 is open, nothing is. */
  readonly rank: number;
}

export interface Piece<M extends Mark> {
  readonly mark: M;
  /** From 0. */
  readonly number: number;
  /** Of how many. */
  readonly count: number;
}

export interface Writer<M extends Mark> {
  readonly open: (piece: Piece<M>) => string;
  readonly close: (mark: M) => string;
  readonly text: (text: string) => string;
  /** Text outside the marks of rank 0. */
  readonly between: (text: string) => string;
}

/** The text with an element for each mark. */
export function nested<M extends Mark>(text: string, marks: readonly M[], writer: Writer<M>): string {
  const steps = plan(text, marks);
  const counts = new Map<M, number>();
  for (const { opened } of steps) for (const mark of opened) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const written = new Map<M, number>();
  return steps.map(({ from, to, closed, opened, outside }) => {
    const ends = closed.map((mark) => writer.close(mark));
    const begins = opened.map((mark) => {
      const number = written.get(mark) ?? 0;
      written.set(mark, number + 1);
      return writer.open({ mark, number, count: counts.get(mark) ?? 1 });
    });
    const surface = text.slice(from, to);
    return [...ends, ...begins, outside ? writer.between(surface) : writer.text(surface)].join("");
  }).join("");
}

/** A stretch over which the same marks are open, and which end and begin before it. */
interface Step<M> extends StepMarks<M> {
  readonly from: number;
  readonly to: number;
  /** Nothing is open. */
  readonly outside: boolean;
}

interface StepMarks<M> {
  /** Innermost first. */
  readonly closed: readonly M[];
  /** Outermost first. */
  readonly opened: readonly M[];
}

function plan<M extends Mark>(text: string, marks: readonly M[]): Step<M>[] {
  const waiting = [...marks].sort((a, b) => b.start - a.start);
  const offsets = boundaries(text, marks);
  let active: M[] = [];
  let stack: readonly M[] = [];
  return offsets.map((from, at) => {
    active = active.filter(({ end }) => end > from);
    while ((waiting.at(-1)?.start ?? Infinity) <= from) {
      const mark = waiting.pop();
      if (mark !== undefined && mark.end > from) active.push(mark);
    }
    active.sort(outerFirst);
    const outside = active[0]?.rank !== 0;
    const before = stack;
    stack = outside ? [] : active;
    return { from, to: offsets[at + 1] ?? from, outside, ...difference(before, stack) };
  });
}

/** Where something begins or ends. A line end of two characters is not cut. */
function boundaries(text: string, marks: readonly Mark[]): number[] {
  const offsets = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  return [...offsets].filter((offset) => text.slice(offset - 1, offset + 1) !== "\r\n").sort((a, b) => a - b);
}

function outerFirst(a: Mark, b: Mark): number {
  return a.rank - b.rank || b.end - b.start - (a.end - a.start) || a.start - b.start;
}

function difference<M>(before: readonly M[], after: readonly M[]): StepMarks<M> {
  const at = before.findIndex((mark, index) => mark !== after[index]);
  const shared = at < 0 ? before.length : at;
  return { closed: before.slice(shared).reverse(), opened: after.slice(shared) };
}

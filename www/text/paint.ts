/**
 * Builds what one block shows.
 *
 *     pieces ─► Nest: marks inside marks ─► writer: the text between, in its runs
 */
import type { Analysis } from "quandian";
import type { Block } from "./blocks.js";
import type { Mark, Piece } from "./marks.js";
import { runsOf, wordsIn, type Run } from "./runs.js";
import { NONE, wordStarts } from "./words-apart.js";

interface PaintOptions {
  /** The analysis whose words are shown; null hides them. */
  readonly words: Analysis | null;
  readonly tagName: (tag: string) => string;
  readonly focusable: (mark: Mark) => number | null;
  readonly selected: Mark | null;
}

/** Fills the block's element. An empty block keeps a line break, so that the caret has a place. */
export function paint(block: Block, options: PaintOptions): void {
  const { element, pieces, text } = block;
  if (element === null) return;
  const nest = new Nest(writerOf(block, element, options));
  pieces.forEach((piece, index) => nest.open(markElement(piece, index, options), piece));
  element.replaceChildren(text === "" ? document.createElement("br") : nest.finished(text.length));
}

function markElement(piece: Piece, index: number, options: PaintOptions): HTMLElement {
  const element = document.createElement("mark");
  element.className = piece.mark === options.selected ? `${piece.mark.kind} selected` : piece.mark.kind;
  element.dataset["piece"] = String(index);
  const tabIndex = piece.leads ? options.focusable(piece.mark) : null;
  if (tabIndex !== null) element.tabIndex = tabIndex;
  return element;
}

/** Puts the text between two offsets into a node. */
type Writer = (into: Node, from: number, to: number) => void;

/** The elements that are open at a place of the text; what is written there goes into the innermost. */
class Nest {
  readonly #write: Writer;
  readonly #root = document.createDocumentFragment();
  readonly #open: { readonly node: Node; readonly end: number }[] = [];
  #at = 0;

  constructor(write: Writer) {
    this.#write = write;
  }

  /** In the order of `start`, the outer ones first. */
  open(element: HTMLElement, { start, end }: Pick<Piece, "start" | "end">): void {
    this.#closeUntil(start);
    this.#writeUntil(start);
    this.#innermost.appendChild(element);
    this.#open.push({ node: element, end });
  }

  finished(length: number): DocumentFragment {
    this.#closeUntil(length);
    this.#writeUntil(length);
    return this.#root;
  }

  get #innermost(): Node {
    return this.#open.at(-1)?.node ?? this.#root;
  }

  #closeUntil(offset: number): void {
    for (let last = this.#open.at(-1); last !== undefined && last.end <= offset; last = this.#open.at(-1)) {
      this.#writeUntil(last.end);
      this.#open.pop();
    }
  }

  #writeUntil(offset: number): void {
    if (offset > this.#at) this.#write(this.#innermost, this.#at, offset);
    this.#at = Math.max(this.#at, offset);
  }
}

/** The text of a block in its runs, with a chance to break before each word of a long title. */
function writerOf(block: Block, element: HTMLElement, { words: analysis, tagName }: PaintOptions): Writer {
  const inner = runsOf(block);
  const words = analysis === null ? [] : wordsIn(analysis, block, tagName);
  const breaks = element.classList.contains("long") ? wordStarts(block.text) : NONE;
  return (into, from, to) => {
    const touches = (run: Run): boolean => run.end > from && run.start < to;
    const [innerHere, wordsHere] = [inner.filter(touches), words.filter(touches)];
    for (const [start, end] of between(from, to, [...breaks, ...[...innerHere, ...wordsHere].flatMap((run) => [run.start, run.end])])) {
      if (breaks.has(start)) into.appendChild(document.createElement("wbr"));
      into.appendChild(inRuns(block.text.slice(start, end), start, end, innerHere, wordsHere));
    }
  };
}

/** The stretches from `from` to `to` that the cuts leave whole. */
function between(from: number, to: number, cuts: readonly number[]): [start: number, end: number][] {
  const ends = [...new Set([...cuts.filter((cut) => cut > from && cut < to), to])].sort((a, b) => a - b);
  return ends.map((end, i) => [ends[i - 1] ?? from, end]);
}

/** `shared` and `numeral` stand inside `word`. */
function inRuns(text: string, start: number, end: number, inner: readonly Run[], words: readonly Run[]): Node {
  const holds = (run: Run): boolean => run.start <= start && run.end >= end;
  const run = inner.find(holds);
  const node = run === undefined ? document.createTextNode(text) : wrapped(document.createTextNode(text), run.className);
  const word = words.find(holds);
  if (word === undefined) return node;
  const element = wrapped(node, start === word.start && word.begins === true ? "word begins" : "word");
  if (end === word.end && word.tag !== undefined) element.dataset["tag"] = word.tag;
  return element;
}

function wrapped(node: Node, className: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.append(node);
  return element;
}

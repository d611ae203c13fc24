/** Builds what one block shows: nested marks, the numerals in them, the shared characters of a series, word ticks. */
import type { Analysis } from "quandian";
import type { Block } from "./blocks.js";
import type { Mark, Piece } from "./marks.js";
import { placesBefore } from "./places-before.js";

/** A plain run inside a block with a class of its own. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly className: "numeral" | "shared" | "word";
  readonly tag?: string;
}

interface PaintOptions {
  /** The analysis whose words are shown; null hides them. */
  readonly words: Analysis | null;
  readonly tagName: (tag: string) => string;
  readonly focusable: (mark: Mark) => number | null;
  readonly selected: Mark | null;
}

const NUMERAL = /[0-9０-９.．,，零〇○一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸]+/g;
const PHRASE = /[^，、；。！？\s,;!?]+/g;
const BRACKETED = new Set<string>(["couplet", "parallel", "maxim"]);

function numeralsIn(text: string, offset: number): Run[] {
  return [...text.matchAll(NUMERAL)].map((m) => ({ start: offset + m.index, end: offset + m.index + m[0].length, className: "numeral" }));
}

/** The characters that all phrases of a series have in the same place, counted from the front or from the back. */
function sharedIn(text: string, offset: number): Run[] {
  const phrases = [...text.matchAll(PHRASE)].map((m) => ({ at: m.index, text: m[0] }));
  const first = phrases[0];
  if (first === undefined || phrases.length < 2) return [];
  const shortest = Math.min(...phrases.map((p) => p.text.length));
  const found = new Set<number>();
  for (let i = 0; i < shortest; i += 1) {
    if (phrases.every((p) => p.text[i] === first.text[i])) for (const p of phrases) found.add(p.at + i);
    const back = first.text[first.text.length - 1 - i];
    if (phrases.every((p) => p.text[p.text.length - 1 - i] === back)) for (const p of phrases) found.add(p.at + p.text.length - 1 - i);
  }
  return [...found].sort((a, b) => a - b).map((i) => ({ start: offset + i, end: offset + i + 1, className: "shared" }));
}

function wordsIn(analysis: Analysis, block: Block, tagName: (tag: string) => string): Run[] {
  const { tokenStarts, tokenEnds, tokenTags, tags } = analysis;
  const runs: Run[] = [];
  const end = block.start + block.text.length;
  const first = placesBefore(tokenEnds.length, (at) => (tokenEnds[at] ?? 0) <= block.start);
  for (let i = first; i < tokenEnds.length && (tokenStarts[i] ?? 0) < end; i += 1) {
    const start = Math.max((tokenStarts[i] ?? 0) - block.start, 0);
    const to = Math.min((tokenEnds[i] ?? 0) - block.start, block.text.length);
    const tag = tags[tokenTags[i] ?? 0] ?? "";
    runs.push({ start, end: to, className: "word", tag: tagName(tag) });
  }
  return runs;
}

function runsOf(block: Block): Run[] {
  return block.pieces.flatMap(({ mark, start, end }) => {
    const text = block.text.slice(start, end);
    if (mark.family === "numbers") return numeralsIn(text, start);
    return BRACKETED.has(mark.kind) ? sharedIn(text, start) : [];
  });
}

/** Emits the text from `from` to `to` with the runs that touch it; `shared` and `numeral` stand inside `word`. */
function emit(parent: Node, block: Block, from: number, to: number, inner: readonly Run[], words: readonly Run[]): void {
  const cuts = [...new Set([from, to, ...inner.concat(words).flatMap((run) => [run.start, run.end])])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((a, b) => a - b);
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const start = cuts[i] ?? from;
    const end = cuts[i + 1] ?? to;
    let node: Node = document.createTextNode(block.text.slice(start, end));
    const run = inner.find((one) => one.start <= start && one.end >= end);
    if (run !== undefined) node = wrapped(node, run.className);
    const word = words.find((one) => one.start <= start && one.end >= end);
    if (word !== undefined) {
      const element = wrapped(node, start === word.start && start > 0 ? "word begins" : "word");
      if (end === word.end && word.tag !== undefined) element.dataset["tag"] = word.tag;
      node = element;
    }
    parent.appendChild(node);
  }
}

function wrapped(node: Node, className: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.append(node);
  return element;
}

function markElement(piece: Piece, index: number, options: PaintOptions): HTMLElement {
  const element = document.createElement("mark");
  element.className = piece.mark === options.selected ? `${piece.mark.kind} selected` : piece.mark.kind;
  element.dataset["piece"] = String(index);
  const tabIndex = piece.leads ? options.focusable(piece.mark) : null;
  if (tabIndex !== null) element.tabIndex = tabIndex;
  return element;
}

/** Fills the block's element. An empty block keeps a line break, so that the caret has a place. */
export function paint(block: Block, options: PaintOptions): void {
  const element = block.element;
  if (element === null) return;
  const inner = runsOf(block);
  const words = options.words === null ? [] : wordsIn(options.words, block, options.tagName);
  const within = (runs: readonly Run[], from: number, to: number): Run[] => runs.filter((run) => run.end > from && run.start < to);
  const fragment = document.createDocumentFragment();
  const open: { node: Node; end: number }[] = [{ node: fragment, end: block.text.length }];
  let at = 0;
  const upTo = (to: number): void => {
    if (to > at) emit(open.at(-1)?.node ?? fragment, block, at, to, within(inner, at, to), within(words, at, to));
    at = Math.max(at, to);
  };
  const close = (until: number): void => {
    while (open.length > 1 && (open.at(-1)?.end ?? 0) <= until) {
      upTo(open.at(-1)?.end ?? 0);
      open.pop();
    }
  };
  block.pieces.forEach((piece, index) => {
    close(piece.start);
    upTo(piece.start);
    const node = markElement(piece, index, options);
    (open.at(-1)?.node ?? fragment).appendChild(node);
    open.push({ node, end: piece.end });
  });
  close(block.text.length);
  upTo(block.text.length);
  if (block.text === "") fragment.append(document.createElement("br"));
  element.replaceChildren(fragment);
}

/**
 * The text as blocks: one a line of the source, very long lines in pieces. The blocks and their separators always join
 * to the source, so offsets never need a map.
 */
import type { Piece } from "./marks.js";
import { placesBefore } from "./places-before.js";

export interface Block {
  readonly text: string;
  /** The line break that follows in the source; empty inside a long line and at the end. */
  readonly separator: string;
  start: number;
  /** What stands marked in the element. */
  pieces: readonly Piece[];
  /** The signature of what the element shows: empty for the plain text, null where it must be painted anew. */
  painted: string | null;
  element: HTMLElement | null;
}

/** What one replacement did to the blocks. */
export interface Splice {
  readonly at: number;
  readonly removed: readonly Block[];
  readonly added: readonly Block[];
}

const LONGEST = 2400;
const LINE_BREAK = /\r\n|\n|\r/g;
const SENTENCE_END = /[。！？；!?;]/g;

const block = (text: string, separator: string): Block => ({
  text,
  separator,
  start: 0,
  pieces: [],
  painted: "",
  element: null,
});

/** A block longer than a screen or two would make every keystroke lay all of it out again. */
function pushLine(into: Block[], line: string, separator: string): void {
  let from = 0;
  while (line.length - from > LONGEST) {
    SENTENCE_END.lastIndex = from + LONGEST / 2;
    const end = SENTENCE_END.exec(line);
    let to = end !== null && end.index < from + LONGEST ? end.index + 1 : from + LONGEST;
    if (/[\uDC00-\uDFFF]/.test(line.charAt(to))) to += 1;
    into.push(block(line.slice(from, to), ""));
    from = to;
  }
  into.push(block(line.slice(from), separator));
}

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const lineBreak of source.matchAll(LINE_BREAK)) {
    pushLine(blocks, source.slice(from, lineBreak.index), lineBreak[0]);
    from = lineBreak.index + lineBreak[0].length;
  }
  pushLine(blocks, source.slice(from), "");
  return blocks;
}

/** The source and its blocks, changed together. */
export class TextBlocks {
  source = "";
  blocks: Block[] = blocksOf("");

  reset(source: string): void {
    this.source = source;
    this.blocks = blocksOf(source);
    this.#number(0);
  }

  /** Index of the block that holds the offset; at a seam, the later one. */
  indexAt(offset: number): number {
    return Math.max(0, placesBefore(this.blocks.length, (at) => (this.blocks[at]?.start ?? 0) <= offset) - 1);
  }

  replace(start: number, end: number, insert: string): Splice {
    const first = this.indexAt(start);
    const last = this.indexAt(end);
    const tail = this.blocks[last];
    const from = this.blocks[first]?.start ?? 0;
    const to = (tail?.start ?? 0) + (tail?.text.length ?? 0);
    const lines = this.source.slice(from, start) + insert + this.source.slice(end, to);
    const added = blocksOf(lines);
    const closing = added.pop();
    if (closing !== undefined) added.push(block(closing.text, tail?.separator ?? ""));
    this.source = this.source.slice(0, start) + insert + this.source.slice(end);
    const removed = this.blocks.splice(first, last - first + 1, ...added);
    this.#number(first);
    return { at: first, removed, added };
  }

  #number(from: number): void {
    const before = this.blocks[from - 1];
    let start = before === undefined ? 0 : before.start + before.text.length + before.separator.length;
    for (let i = from; i < this.blocks.length; i += 1) {
      const one = this.blocks[i];
      if (one === undefined) break;
      one.start = start;
      start += one.text.length + one.separator.length;
    }
  }
}

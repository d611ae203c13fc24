/** What is shown of a block besides its marks: the numerals in them, the shared characters of a series, words. */
import type { Analysis } from "quandian";
import type { Block } from "./blocks.js";
import { placesBefore } from "./places-before.js";

/** A plain run inside a block with a class of its own. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly className: "numeral" | "shared" | "word";
  readonly tag?: string;
  /** Of a word: it has to be told from the one before. */
  readonly begins?: boolean;
}

const NUMERAL = /[0-9０-９.．,，零〇○一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸]+/g;
const PHRASE = /[^，、；。！？\s,;!?]+/g;
/** A mark or a blank parts words well enough. */
const BETWEEN_WORDS = /^[^\p{P}\s]{2}$/u;
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

export function wordsIn(analysis: Analysis, block: Block, tagName: (tag: string) => string): Run[] {
  const { tokenStarts, tokenEnds, tokenTags, tags } = analysis;
  const runs: Run[] = [];
  const end = block.start + block.text.length;
  const first = placesBefore(tokenEnds.length, (at) => (tokenEnds[at] ?? 0) <= block.start);
  for (let i = first; i < tokenEnds.length && (tokenStarts[i] ?? 0) < end; i += 1) {
    const start = Math.max((tokenStarts[i] ?? 0) - block.start, 0);
    const to = Math.min((tokenEnds[i] ?? 0) - block.start, block.text.length);
    const tag = tags[tokenTags[i] ?? 0] ?? "";
    runs.push({ start, end: to, className: "word", tag: tagName(tag), begins: BETWEEN_WORDS.test(block.text.slice(Math.max(start - 1, 0), start + 1)) });
  }
  return runs;
}

/** Those inside its marks. */
export function runsOf(block: Block): Run[] {
  return block.pieces.flatMap(({ mark, start, end }) => {
    const text = block.text.slice(start, end);
    if (mark.family === "numbers") return numeralsIn(text, start);
    return BRACKETED.has(mark.kind) ? sharedIn(text, start) : [];
  });
}

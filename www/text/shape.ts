/** How a block is set: title, heading, indented prose, a row of a table. It looks at form only: length, number, closing stop. */
export type Shape = "title" | "long title" | "heading" | "subheading" | "byline" | "body" | "indented" | "cells" | "empty" | "continued";

/** Where a block stands: first of all, under the title and above all prose, or below. */
export type Standing = "first" | "opening" | "below";

const STOP = /[。！？；：，、,.!?;:…]$/;
const CHAPTER = /^\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}(?:[章编編]|部分))/;
const SECTION = /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百\d]{1,4}[节節])/;
const DASHED = /^(?:——|--)/;
/** （…）: the names at the end of a report. */
const BRACKETED = /^[（(][^（）()]*[）)]$/;
/** Names parted by blanks or from what they are by a colon, or a day at the end. */
const SIGNED = /\p{Script=Han}[\s：:／/|·]+\p{Script=Han}|\d\s*日?$/u;
/** Cells of a table; behind the number of a heading a tab is but a blank. */
const CELLS = /[^\s、.．）)]\t/;
/** A point of a list, a quotation or a table of Markdown, a page's number between dashes. */
const POINT = /^(?:[-+*•·]\s|[>|])/;
const SENTENCE = /[。！？]/;
/** Characters with no place to break between them that a phone has no room for in a title. */
const UNBROKEN = /[^\s\p{P}]{11}/u;
const LONGEST = 36;
const BRIEF = 20;

export function shapeOf(text: string, standing: Standing, continues: boolean): Shape {
  if (continues) return "continued";
  const line = text.trim();
  if (line === "") return "empty";
  const short = isShort(line);
  if (standing === "first" && short) return UNBROKEN.test(line) ? "long title" : "title";
  if (short && CHAPTER.test(line)) return "heading";
  if (short && SECTION.test(line)) return "subheading";
  if (short && (DASHED.test(line) || BRACKETED.test(line) || (standing === "opening" && SIGNED.test(line)))) return "byline";
  if (short && line.length <= BRIEF) return "subheading";
  if (CELLS.test(line) && !SENTENCE.test(line)) return "cells";
  return /^\s/.test(text) ? "indented" : "body";
}

/** Whether prose may still come below for the first time: a title, a motto, names, but no heading that is counted. */
export function opens(text: string): boolean {
  const line = text.trim();
  return isShort(line) && !CHAPTER.test(line) && !SECTION.test(line);
}

function isShort(line: string): boolean {
  return line.length <= LONGEST && !STOP.test(line) && !CELLS.test(line) && !POINT.test(line);
}

/** Between two cells. */
const GAP = 1.5;
/** Characters of a line, and of the narrowest cell. */
const MEASURE = 38;
const NARROWEST = 4;

/** How many characters wide the cells of a table are: each has room, unless the line has none for all of them. */
export function cellWidth(rows: readonly string[]): number {
  const cells = rows.map((row) => row.split("\t").map(widthOf));
  const widest = Math.max(...cells.flatMap((row) => row.slice(0, -1)));
  const last = Math.max(...cells.map((row) => row.at(-1) ?? 0));
  const stops = Math.max(...cells.map((row) => row.length - 1));
  return Math.max(NARROWEST, Math.min(widest + GAP, (MEASURE - last) / stops));
}

/** Letters and digits are half as wide as characters. */
function widthOf(cell: string): number {
  return cell.length - cell.replace(/[^\x20-\x7e]/g, "").length * 0.45;
}
